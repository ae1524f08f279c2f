import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { createLibraryController } from '../../lib/app/library/library-controller.ts';
import { createLibraryParts } from '../../lib/app/library/library-parts.ts';
import { createLibraryView } from '../../lib/app/library/library-view.tsx';
import { onUndoKey } from '../../lib/app/library/undo-key.ts';
import { batched } from '../../lib/core/base/batch.ts';
import { localized } from '../../lib/core/glossary/localized.ts';
import { ENTRY_LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { pickLanguage } from '../../lib/core/i18n/pick-language.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { library } from '../../lib/core/i18n/tables/library/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { createLocalNoteTools } from '../../lib/platform/drafts/drafts-client.ts';
import { announcePage } from '../../lib/platform/sync/page-presence.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import libraryCss from '../../lib/ui/library/library.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(libraryCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const strings = createStrings(navigator.languages, withStrings(card, conflict, library));
setPageLanguage(strings, strings.t('libraryTitle'));
const lang = pickLanguage(null, navigator.languages, ENTRY_LANGUAGES);
const terms = new Map(entries.map(({ id, term }) => [id, localized(term, lang).value]));
const termOf = (concept: string): string => terms.get(concept) ?? concept;

const draw = batched(() => render(view(), document.getElementById('root')!));
const controller = createLibraryController(
  createLibraryParts(extension, { strings, termOf, onChanged: draw }),
);
const view = createLibraryView({
  controller,
  strings,
  termOf,
  tools: createLocalNoteTools({ list: () => controller.model().notes }),
  concepts: [...terms].map(([id, term]) => ({ id, term })).sort((a, b) => a.term.localeCompare(b.term, lang)),
  optionsUrl: `${extension.runtime.getURL('options.html')}#backup`,
});

addEventListener('hashchange', () => controller.navigate(location.hash));
document.addEventListener('keydown', (event) => onUndoKey(event, controller.bulk.undo));
controller.start(location.hash);
announcePage(extension.runtime);
