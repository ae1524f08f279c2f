/** Script of a gallery page: shows one state of the card or of the popup, and records what it reports. */
import { render } from 'preact';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import { createStrings, withStrings, type Strings } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { popup } from '../../core/i18n/tables/popup/index.ts';
import { status } from '../../core/i18n/tables/status/index.ts';
import { completeTag } from '../../core/notes/tags.ts';
import { EXTENSION_ATTRIBUTE } from '../../dom/tree/extension-element.ts';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import cardCss from '../../ui/card/card.css?inline';
import { mountCard } from '../../ui/card/mount-card.tsx';
import { Popup } from '../../ui/popup/Popup.tsx';
import popupCss from '../../ui/popup/popup.css?inline';
import { CARD_STATES, NOTE, RICH_NOTE, TERM_NOTE, type CardState } from './card-states.ts';
import { ALL } from './concepts.ts';
import { NOW_MS, POPUP_STATES, type PopupStateName } from './popup-states.ts';

export interface CardOptions {
  layout?: 'sheet';
  scheme?: 'light' | 'dark';
  /** As wide as the viewport allows, or as told, in pixels. */
  width?: number;
}

export type Report = CardIntent | { type: string; [detail: string]: unknown };

const stringsIn = (lang: string): Strings => createStrings([lang], withStrings(card, popup, status));
let strings = stringsIn('en');
const tools: NoteTools = {
  reader: createNoteReader(),
  completeTags: async (typed) => completeTag([NOTE, RICH_NOTE, TERM_NOTE], typed),
};
const log: Report[] = [];

/** The language of what is shown from now on. */
function speak(lang: string): void {
  strings = stringsIn(lang);
  document.documentElement.lang = strings.lang;
}

function showCard(state: CardState | CardModel, { layout, scheme, width }: CardOptions = {}): void {
  document.body.replaceChildren();
  const host = document.createElement('div');
  host.setAttribute(EXTENSION_ATTRIBUTE, '');
  host.style.cssText = `display:flex;flex-direction:column;max-width:100vw;${width ? `width:${width}px` : ''}`;
  if (layout) host.dataset['layout'] = layout;
  if (scheme) host.dataset['scheme'] = scheme;
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss);
  root.adoptedStyleSheets = [sheet];
  let model: CardModel = typeof state === 'string' ? CARD_STATES[state] : state;
  const mounted = mountCard(root, strings, tools, (intent) => {
    log.push(intent);
    // The editor is controlled: what is typed comes back with the next model.
    if (intent.type === 'changeDraft') {
      mounted.update((model = { ...model, editor: intent.draft, draftState: 'stored' }));
    }
    if (intent.type === 'deleteNote') {
      mounted.update((model = { ...model, notes: [], deleted: model.notes[0] ?? null }));
    }
  });
  mounted.update(model);
}

function showPopup(name: PopupStateName, change: { query?: string; cursor?: number } = {}): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(popupCss);
  document.adoptedStyleSheets = [sheet];
  const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  const { query, cursor, tab, rows, card, host, decisions } = { ...POPUP_STATES[name], ...change };
  const report =
    (type: string) =>
    (detail?: unknown): void => {
      log.push({ type, detail });
    };
  render(
    <Popup
      {...{ strings, tools }}
      lang={strings.lang.startsWith('zh') ? strings.lang : 'en'}
      nowMs={NOW_MS}
      termOf={(id) => ALL.find((concept) => concept.id === id)?.term.en ?? id}
      report={null}
      card={card && { model: card, onIntent: (intent) => void log.push(intent), onShow: report('show') }}
      search={{
        query,
        cursor,
        rows,
        entries: ALL.length,
        onType: report('type'),
        onKey(key) {
          log.push({ type: 'key', detail: key });
          return true;
        },
        onPoint: report('point'),
        onOpen: (row) => void log.push({ type: 'open', detail: row.id }),
      }}
      page={{ tab, host, decisions, onUndo: report('undo'), onStatus: report('status') }}
      releaseNote={null}
      footer={{
        backupDue: null,
        onPanel: report('panel'),
        onRequireAsking: tab.kind === 'page' ? report('asked') : null,
        onOptions: report('options'),
        onLibrary: report('library'),
        onReport: report('report'),
      }}
    />,
    root,
  );
}

const parts = {
  cards: Object.keys(CARD_STATES) as CardState[],
  popups: Object.keys(POPUP_STATES) as PopupStateName[],
  speak,
  showCard,
  showPopup,
  reports: log,
};

declare global {
  var gallery: typeof parts;
}
globalThis.gallery = parts;
