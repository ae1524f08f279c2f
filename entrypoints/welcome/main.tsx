import { render } from 'preact';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { welcome } from '../../lib/core/i18n/tables/welcome/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { ALL_URLS } from '../../lib/platform/tabs/read-tab-state.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { WelcomePage, type WelcomeKeys } from '../../lib/ui/welcome/WelcomePage.tsx';
import welcomeCss from '../../lib/ui/welcome/welcome.css?inline';
import { startSession } from '../../lib/app/page/session.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(welcomeCss);
document.adoptedStyleSheets = [sheet];
// Not what the card is placed in.
followTextSize(document, document.body);

const { action, commands, permissions, runtime } = extension;
const strings = createStrings(navigator.languages, withStrings(welcome));
let access: boolean | null = null;
let keys: WelcomeKeys = { search: '', next: '', previous: '', open: '' };
let searchByHand = false;

async function look(): Promise<void> {
  access = await permissions.contains(ALL_URLS);
  const known = await commands.getAll();
  const keysOf = (wanted: string): string => known.find(({ name }) => name === wanted)?.shortcut ?? '';
  keys = {
    search: keysOf('_execute_action'),
    next: keysOf('next-term'),
    previous: keysOf('previous-term'),
    open: keysOf('open-card'),
  };
  draw();
}

async function search(): Promise<void> {
  // Not every browser opens it from here.
  searchByHand = await action.openPopup().then(
    () => false,
    () => true,
  );
  draw();
}

/** The passage that the reader has selected, or the first sentence. */
async function pin(): Promise<void> {
  if (await session.pinSelection()) return;
  const text = document.getElementById('live')!.firstChild as Text;
  const end = /[.。]/.exec(text.data)!.index + 1;
  document.getSelection()!.setBaseAndExtent(text, 0, text, end);
  await session.pinSelection();
}

function draw(): void {
  render(
    <WelcomePage
      {...{ strings, access, keys, searchByHand }}
      optionsUrl={runtime.getURL('options.html')}
      restoreUrl={runtime.getURL('options.html#backup')}
      onSearch={() => void search()}
      onPin={() => void pin()}
      onAllow={() => void permissions.request(ALL_URLS).then(look)}
    />,
    document.getElementById('root')!,
  );
}

setPageLanguage(strings, strings.t('welcomeName'));
draw();
void look();
permissions.onAdded.addListener(() => void look());
permissions.onRemoved.addListener(() => void look());
// Content scripts do not run on pages of ours: what reads the web reads this page, composed in the same way.
const session = startSession(new AbortController());
