/** The options of reading, of marks and of the card, as rows. */
import { DENSITIES, type Density } from '../../core/marks/density.ts';
import { HELD_KEYS, HOVER_MODES, type HoverMode } from '../../core/pointing/hover-types.ts';
import { MARK_STYLES, type MarkStyle } from '../../core/marks/mark-style.ts';
import { LEAVE_DELAYS_MS, OPEN_DELAYS_MS, TEXT_SIZES, type Settings } from '../../core/settings/settings.ts';
import type { StringKey, Strings } from '../../core/i18n/strings.ts';
import { MarkPreview } from './MarkPreview.tsx';
import { Pick, Switch, type OptionRowProps } from './OptionRow.tsx';
import { SizePreview } from './SizePreview.tsx';

export interface SettingRowsProps {
  settings: Settings;
  strings: Strings;
  onSet(change: Partial<Settings>): void;
}

const MODES: Record<HoverMode, StringKey & `opens${string}`> = {
  hover: 'opensHover',
  'hover-with-key': 'opensWithKey',
  click: 'opensClick',
};
const DENSITY: Record<Density, StringKey & `density${string}`> = {
  section: 'densitySection',
  all: 'densityAll',
  page: 'densityPage',
};
const STYLES: Record<MarkStyle, StringKey & `style${string}`> = {
  dotted: 'styleDotted',
  solid: 'styleSolid',
  wavy: 'styleWavy',
  tint: 'styleTint',
};
const numberIn = ({ lang }: Strings, value: number): string => new Intl.NumberFormat(lang).format(value);
/** As they stand on the keys. */
const KEY_NAMES = { Alt: 'Alt', Control: 'Ctrl', Shift: 'Shift' } as const;

export function readingRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  const seconds = (ms: number): string => t('seconds', { seconds: numberIn(strings, ms / 1000) });
  const { opens } = settings;
  const rows: OptionRowProps[] = [
    {
      id: 'opens',
      title: t('opens'),
      reason: t('opensReason'),
      control: (
        <Pick
          id="opens"
          value={opens}
          choices={HOVER_MODES.map((mode) => [mode, t(MODES[mode])] as const)}
          onPick={(mode) => onSet({ opens: mode })}
        />
      ),
    },
  ];
  if (opens === 'hover-with-key') {
    rows.push({
      id: 'held-key',
      title: t('heldKey'),
      reason: t('heldKeyReason'),
      control: (
        <Pick
          id="held-key"
          value={settings.heldKey}
          choices={HELD_KEYS.map((key) => [key, KEY_NAMES[key]] as const)}
          onPick={(heldKey) => onSet({ heldKey })}
        />
      ),
    });
  }
  if (opens === 'hover') {
    rows.push({
      id: 'open-delay',
      title: t('openDelay'),
      reason: t('openDelayReason'),
      control: (
        <Pick
          id="open-delay"
          value={settings.openDelayMs}
          choices={OPEN_DELAYS_MS.map((ms) => [ms, seconds(ms)] as const)}
          onPick={(openDelayMs) => onSet({ openDelayMs })}
        />
      ),
    });
  }
  if (opens !== 'click') {
    rows.push({
      id: 'leave-delay',
      title: t('leaveDelay'),
      reason: t('leaveDelayReason'),
      control: (
        <Pick
          id="leave-delay"
          value={settings.leaveDelayMs}
          choices={LEAVE_DELAYS_MS.map((ms) => [ms, seconds(ms)] as const)}
          onPick={(leaveDelayMs) => onSet({ leaveDelayMs })}
        />
      ),
    });
  }
  return rows;
}

export function markRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  return [
    {
      id: 'density',
      title: t('density'),
      reason: t('densityReason'),
      control: (
        <Pick
          id="density"
          value={settings.density}
          choices={DENSITIES.map((each) => [each, t(DENSITY[each])] as const)}
          onPick={(density) => onSet({ density })}
        />
      ),
    },
    {
      id: 'mark-style',
      title: t('markStyle'),
      reason: t('markStyleReason'),
      control: (
        <Pick
          id="mark-style"
          value={settings.markStyle}
          choices={MARK_STYLES.map((style) => [style, t(STYLES[style])] as const)}
          onPick={(markStyle) => onSet({ markStyle })}
        />
      ),
      more: <MarkPreview style={settings.markStyle} strings={strings} />,
    },
    {
      id: 'headings',
      title: t('markHeadings'),
      reason: t('markHeadingsReason'),
      control: <Switch id="headings" isOn={settings.headings} onSwitch={(headings) => onSet({ headings })} />,
    },
    {
      id: 'links',
      title: t('markLinks'),
      reason: t('markLinksReason'),
      control: <Switch id="links" isOn={settings.links} onSwitch={(links) => onSet({ links })} />,
    },
  ];
}

export function cardRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  return [
    {
      id: 'text-size',
      title: t('textSize'),
      reason: t('textSizeReason'),
      control: (
        <Pick
          id="text-size"
          value={settings.textSize}
          choices={TEXT_SIZES.map((size) => [
            size as number,
            t('percent', { percent: numberIn(strings, size) }),
          ])}
          onPick={(textSize) => onSet({ textSize })}
        />
      ),
      more: <SizePreview size={settings.textSize} strings={strings} />,
    },
  ];
}
