import { render } from 'preact';
import { createStrings } from '../../lib/core/strings.ts';
import { OptionsPage, type OptionsSection } from '../../lib/ui/options/OptionsPage.tsx';
import { optionsCss } from '../../lib/ui/options/options.css.ts';
import { BackupSlot } from './backup.tsx';

const sheet = new CSSStyleSheet();
sheet.replaceSync(optionsCss);
document.adoptedStyleSheets = [sheet];

const strings = createStrings(navigator.languages);
const { t } = strings;

function draw(): void {
  const sections: OptionsSection[] = [
    { id: 'sync', title: t('optionsSync'), lead: t('optionsSyncLead'), body: null },
    { id: 'backup', title: t('optionsBackup'), lead: t('optionsBackupLead'), body: <BackupSlot /> },
  ];
  render(<OptionsPage {...{ sections, strings }} />, document.getElementById('root')!);
}

draw();
