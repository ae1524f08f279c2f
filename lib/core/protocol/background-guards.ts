import { parseNote } from '../notes/note-schema.ts';
import { parseSentCard } from '../frame-card/parse-frame-card.ts';
import { parseFrameCardEvent } from '../frame-card/parse-frame-card-event.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import type { Guards } from './message-types.ts';
import { MAX_NOTES_PER_WRITE, type BackgroundMessages } from './messages.ts';
import { draftGuards } from './draft-messages.ts';
import { fieldsOf, isOneOf, isText, nothing, parseHiddenCard } from './guards.ts';
import { syncGuards } from './sync-messages.ts';

const MAX_IDS = 10_000;

/** The shape of the params of every message to the background. */
export const backgroundGuards: Guards<BackgroundMessages> = {
  ...syncGuards,
  ...draftGuards,
  'glossary.entries': (params) => {
    const { ids } = fieldsOf(params);
    return isIds(ids) ? ok({ ids }) : wrong('ids', 'A list of concept ids is needed.');
  },
  'strings.card': (params) => {
    const { lang } = fieldsOf(params);
    return isOneOf(lang, LANGUAGES) ? ok({ lang }) : wrong('lang', 'A language of the interface is needed.');
  },
  'notes.forPage': (params) => {
    const { page } = fieldsOf(params);
    return isText(page) ? ok({ page }) : wrong('page', 'The address of a page is needed.');
  },
  'notes.onConcepts': (params) => {
    const { concepts } = fieldsOf(params);
    return isIds(concepts) ? ok({ concepts }) : wrong('concepts', 'A list of concept ids is needed.');
  },
  'notes.list': nothing,
  'notes.save': parseNoteParam,
  'notes.delete': (params) => {
    const { id } = fieldsOf(params);
    return isText(id) && id !== '' ? ok({ id }) : wrong('id', 'The id of a note is needed.');
  },
  'notes.restore': parseNoteParam,
  'notes.bin': nothing,
  'notes.purge': (params) => {
    const { ids } = fieldsOf(params);
    return isIds(ids) ? ok({ ids }) : wrong('ids', 'A list of note ids is needed.');
  },
  'notes.putAll': (params) => {
    const { notes, over } = fieldsOf(params);
    if (!Array.isArray(notes) || notes.length > MAX_NOTES_PER_WRITE) {
      return wrong('notes', `A list of at most ${MAX_NOTES_PER_WRITE} notes is needed.`);
    }
    const parsed = notes.map(parseNote);
    const problems = parsed.flatMap((result, at) =>
      result.ok
        ? []
        : result.problems.map(({ path, message }) => ({ path: ['notes', at, ...path], message })),
    );
    if (problems.length > 0) return fail(problems);
    return ok({ notes: parsed.flatMap((result) => (result.ok ? [result.value] : [])), over: over === true });
  },
  'notes.seen': (params) => {
    const { page, lost, found } = fieldsOf(params);
    return isText(page) && isIds(lost) && isIds(found)
      ? ok({ page, lost, found })
      : wrong('page', 'The address of a page and two lists of note ids are needed.');
  },
  'backup.last': nothing,
  'notes.health': nothing,
  'page.bring': (params) => {
    const { script } = fieldsOf(params);
    return isOneOf(script, ['finder', 'card']) ? ok({ script }) : wrong('script', 'No such script.');
  },
  'tab.host': nothing,
  'icon.show': (params) => {
    const { state } = fieldsOf(params);
    return isOneOf(state, ['on', 'off', 'asked', 'paused'])
      ? ok({ state })
      : wrong('state', 'The state has to be on, off, asked or paused.');
  },
  'card.show': parseSentCard,
  'card.hide': parseHiddenCard,
  'card.event': (params) => {
    const { frame } = fieldsOf(params);
    if (!Number.isSafeInteger(frame)) return wrong('frame', 'The number of a frame is needed.');
    const sent = parseFrameCardEvent(params);
    return sent.ok ? ok({ ...sent.value, frame: frame as number }) : sent;
  },
};

const isIds = (ids: unknown): ids is string[] =>
  Array.isArray(ids) && ids.length <= MAX_IDS && ids.every(isText);

function parseNoteParam(params: unknown): Result<BackgroundMessages['notes.save']['params']> {
  const note = parseNote(fieldsOf(params)['note']);
  return note.ok ? ok({ note: note.value }) : note;
}

const wrong = (field: string, message: string): Result<never> => fail([{ path: [field], message }]);
