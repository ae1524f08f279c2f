import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { fitWindow } from '../../lib/app/popup/fit-window.ts';
import { createPopupController } from '../../lib/app/popup/popup-controller.ts';
import { createPopupParts } from '../../lib/app/popup/popup-parts.ts';
import { createPopupView } from '../../lib/app/popup/popup-view.tsx';
import { ENTRY_LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { pickLanguage } from '../../lib/core/i18n/pick-language.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { popup } from '../../lib/core/i18n/tables/popup/index.ts';
import { reminder } from '../../lib/core/i18n/tables/reminder/index.ts';
import { status } from '../../lib/core/i18n/tables/status/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { createLocalNoteTools } from '../../lib/platform/drafts/drafts-client.ts';
import { announcePage } from '../../lib/platform/sync/page-presence.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import popupCss from '../../lib/ui/popup/popup.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(popupCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const strings = createStrings(navigator.languages, withStrings(card, popup, reminder, status));
setPageLanguage(strings, 'Manicule');
const lang = pickLanguage(null, navigator.languages, ENTRY_LANGUAGES);
const terms = new Map(entries.map(({ id, term }) => [id, term.en]));

const isFirefox = import.meta.env.FIREFOX;
const controller = createPopupController(
  createPopupParts(extension, { strings, lang, entries, isFirefox, onChanged: draw }),
);
const view = createPopupView({
  controller,
  strings,
  lang,
  entries: entries.length,
  tools: createLocalNoteTools(controller.notes),
  termOf: (id) => terms.get(id) ?? id,
});
function draw(): void {
  render(view(), document.getElementById('root')!);
}

fitWindow(window);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && controller.escape()) event.preventDefault();
});
draw();
announcePage(extension.runtime);
void controller.start();
