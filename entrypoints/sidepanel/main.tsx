import entries from 'virtual:manicule/entries';
import { render } from 'preact';
import { createPanelController } from '../../lib/app/panel/panel-controller.ts';
import { createPanelParts } from '../../lib/app/panel/panel-parts.ts';
import { createPanelView } from '../../lib/app/panel/panel-view.tsx';
import { ENTRY_LANGUAGES } from '../../lib/core/i18n/languages.ts';
import { pickLanguage } from '../../lib/core/i18n/pick-language.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { panel } from '../../lib/core/i18n/tables/panel/index.ts';
import { status } from '../../lib/core/i18n/tables/status/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { createLocalNoteTools } from '../../lib/platform/drafts/drafts-client.ts';
import { announcePage } from '../../lib/platform/sync/page-presence.ts';
import { openLibrary } from '../../lib/platform/tabs/open-library.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import panelCss from '../../lib/ui/panel/panel.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(panelCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const { runtime, tabs } = extension;
const strings = createStrings(navigator.languages, withStrings(card, panel, status, conflict));
setPageLanguage(strings, strings.t('panelTitle'));
const byId = new Map(entries.map((entry) => [entry.id, entry]));

const controller = createPanelController(
  createPanelParts(extension, {
    strings,
    fixedTab: Number(new URLSearchParams(location.search).get('tab')) || null,
    isFirefox: import.meta.env.FIREFOX,
    onChanged: draw,
  }),
);
const view = createPanelView({
  controller,
  strings,
  lang: pickLanguage(null, navigator.languages, ENTRY_LANGUAGES),
  tools: createLocalNoteTools({ list: controller.notes }),
  conceptOf: (id) => byId.get(id),
  openLibrary: () => void openLibrary({ tabs, base: runtime.getURL('') }),
});
function draw(): void {
  render(view(), document.getElementById('root')!);
}

document.addEventListener('visibilitychange', () => void controller.refresh());
tabs.onActivated.addListener(() => void controller.refresh());
tabs.onUpdated.addListener((id) => controller.tabUpdated(id));
announcePage(runtime);
draw();
controller.start();
