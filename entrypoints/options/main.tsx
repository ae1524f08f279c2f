import subjects from 'virtual:manicule/subjects';
import { render } from 'preact';
import { createOptionsController } from '../../lib/app/options/options-controller.tsx';
import { createOptionsParts } from '../../lib/app/options/options-parts.ts';
import { createSyncController } from '../../lib/app/options/sync-section.tsx';
import { batched } from '../../lib/core/base/batch.ts';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { backup } from '../../lib/core/i18n/tables/backup/index.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { options } from '../../lib/core/i18n/tables/options/index.ts';
import { sync } from '../../lib/core/i18n/tables/sync/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { OptionsPage } from '../../lib/ui/options/OptionsPage.tsx';
import optionsCss from '../../lib/ui/options/options.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(optionsCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const strings = createStrings(navigator.languages, withStrings(card, options, backup, sync, conflict));
setPageLanguage(strings, `Manicule: ${strings.t('options')}`);

const draw = batched(() =>
  render(
    <OptionsPage sections={controller.sections()} strings={strings} />,
    document.getElementById('root')!,
  ),
);
const shared = { strings, isFirefox: import.meta.env.FIREFOX, onChanged: draw };
const parts = createOptionsParts(extension, { ...shared, subjects });
const controller = createOptionsController({
  ...parts,
  sync: createSyncController({ ...shared, extension, sender: parts.sender }),
});
controller.start();
