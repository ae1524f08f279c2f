import { parseFrameCardEvent } from '../frame-card/parse-frame-card-event.ts';
import { CARD_COMMANDS } from '../frame-card/frame-card.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Guards } from './message-types.ts';
import type { PageMessages } from './messages.ts';
import { fieldsOf, isOneOf, isText, nothing, parseHiddenCard } from './guards.ts';

/** The shape of the params of every message to a content script. */
export const pageGuards: Guards<PageMessages> = {
  'page.status': nothing,
  'page.command': (params) => {
    const { command } = fieldsOf(params);
    return isOneOf(command, CARD_COMMANDS)
      ? ok({ command })
      : fail([{ path: ['command'], message: 'This command is not known.' }]);
  },
  'page.reveal': (params) => {
    const { concept, note } = fieldsOf(params);
    if (isText(concept)) return ok({ concept });
    if (isText(note)) return ok({ note });
    return fail([{ path: [], message: 'The id of a concept or of a note is needed.' }]);
  },
  'page.outline': nothing,
  'page.step': (params) => {
    const { concept, by } = fieldsOf(params);
    return isText(concept) && (by === 1 || by === -1)
      ? ok({ concept, by })
      : fail([{ path: [], message: 'The id of a concept and a direction are needed.' }]);
  },
  'page.selection': nothing,
  'page.pinSelection': nothing,
  'page.readNow': nothing,
  'page.notesChanged': nothing,
  'page.setDensity': (params) => {
    const { density } = fieldsOf(params);
    return isOneOf(density, ['section', 'all', 'page'])
      ? ok({ density })
      : fail([{ path: ['density'], message: 'The density has to be section, all or page.' }]);
  },
  'page.goOn': nothing,
  'page.readAnyway': nothing,
  'page.setActive': (params) => {
    const { active } = fieldsOf(params);
    return typeof active === 'boolean'
      ? ok({ active })
      : fail([{ path: ['active'], message: 'Active has to be true or false.' }]);
  },
  'page.showCard': parseShownCard,
  'page.hideCard': (params) => {
    const hidden = parseHiddenCard(params);
    const { frame } = fieldsOf(params);
    return hidden.ok && typeof frame === 'number' ? ok({ ...hidden.value, frame }) : NO_CARD;
  },
  'page.cardEvent': parseFrameCardEvent,
};

const NO_CARD = fail([{ path: [], message: 'The card of a frame is needed.' }]);

/** The background has read each field of it before, with parsers that pages do not carry; only it can send this. */
function parseShownCard(params: unknown): Result<PageMessages['page.showCard']['params']> {
  const { frame, opening, model, textSize, place } = fieldsOf(params);
  return typeof frame === 'number' &&
    isText(opening) &&
    typeof model === 'object' &&
    model !== null &&
    typeof textSize === 'number' &&
    typeof place === 'object'
    ? ok(params as PageMessages['page.showCard']['params'])
    : NO_CARD;
}
