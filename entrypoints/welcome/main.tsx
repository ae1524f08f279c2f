import { render } from 'preact';
import { startSession } from '../../lib/app/page/session.ts';
import { createWelcomeController } from '../../lib/app/welcome/welcome-controller.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { welcome } from '../../lib/core/i18n/tables/welcome/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { ALL_URLS } from '../../lib/platform/tabs/read-tab-state.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { WelcomePage } from '../../lib/ui/welcome/WelcomePage.tsx';
import welcomeCss from '../../lib/ui/welcome/welcome.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(welcomeCss);
document.adoptedStyleSheets = [sheet];
// The body alone: the card is placed in the document.
followTextSize(document, document.body);

const { action, permissions, runtime } = extension;
// Firefox for Android has none: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands
const { commands } = extension as Partial<typeof extension>;
const strings = createStrings(navigator.languages, withStrings(welcome));
setPageLanguage(strings, strings.t('welcomeName'));

const controller = createWelcomeController({
  hasAccess: () => permissions.contains(ALL_URLS),
  requestAccess: () => permissions.request(ALL_URLS),
  commands: async () => (await commands?.getAll()) ?? [],
  openSearch: () => action.openPopup(),
  pinSelection: () => session.pinSelection(),
  selectFirstSentence() {
    const text = document.getElementById('live')!.firstChild as Text;
    const end = /[.。]/.exec(text.data)!.index + 1;
    document.getSelection()!.setBaseAndExtent(text, 0, text, end);
  },
  onChanged: draw,
});

function draw(): void {
  render(
    <WelcomePage
      {...controller.model()}
      strings={strings}
      optionsUrl={runtime.getURL('options.html')}
      restoreUrl={runtime.getURL('options.html#backup')}
      onSearch={() => void controller.search()}
      onPin={() => void controller.pin()}
      onAllow={() => void controller.allow()}
    />,
    document.getElementById('root')!,
  );
}

draw();
void controller.refresh();
permissions.onAdded.addListener(() => void controller.refresh());
permissions.onRemoved.addListener(() => void controller.refresh());
// Content scripts do not run on pages of the extension: this page starts the same session by itself.
const session = startSession(new AbortController());
