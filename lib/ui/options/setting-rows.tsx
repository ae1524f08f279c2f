/** The options of reading, of marks and of the card, as rows. */
import { DENSITIES, type Density } from '../../core/marks/density.ts';
import { HELD_KEYS, HOVER_MODES, type HoverMode } from '../../core/pointing/hover-types.ts';
import { MARK_STYLES, type MarkStyle } from '../../core/marks/mark-style.ts';
import { LEAVE_DELAYS_MS, OPEN_DELAYS_MS, TEXT_SIZES, type Settings } from '../../core/settings/settings.ts';
import type { StringKey, Strings } from '../../core/i18n/strings.ts';
import { MarkPreview } from './MarkPreview.tsx';
import { selectRow, switchRow, type OptionRowProps } from './OptionRow.tsx';
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
/** As printed on keyboards. */
const KEY_NAMES = { Alt: 'Alt', Control: 'Ctrl', Shift: 'Shift' } as const;

export function readingRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  const { opens, heldKey, openDelayMs, leaveDelayMs } = settings;
  const seconds = (ms: number) => [ms, t('seconds', { seconds: numberIn(strings, ms / 1000) })] as const;
  const modeRow = selectRow({
    id: 'opens',
    title: t('opens'),
    reason: t('opensReason'),
    value: opens,
    choices: HOVER_MODES.map((mode) => [mode, t(MODES[mode])] as const),
    onPick: (mode) => onSet({ opens: mode }),
  });
  const keyRow = selectRow({
    id: 'held-key',
    title: t('heldKey'),
    reason: t('heldKeyReason'),
    value: heldKey,
    choices: HELD_KEYS.map((key) => [key, KEY_NAMES[key]] as const),
    onPick: (key) => onSet({ heldKey: key }),
  });
  const openDelayRow = selectRow({
    id: 'open-delay',
    title: t('openDelay'),
    reason: t('openDelayReason'),
    value: openDelayMs,
    choices: OPEN_DELAYS_MS.map(seconds),
    onPick: (ms) => onSet({ openDelayMs: ms }),
  });
  const leaveDelayRow = selectRow({
    id: 'leave-delay',
    title: t('leaveDelay'),
    reason: t('leaveDelayReason'),
    value: leaveDelayMs,
    choices: LEAVE_DELAYS_MS.map(seconds),
    onPick: (ms) => onSet({ leaveDelayMs: ms }),
  });
  switch (opens) {
    case 'hover':
      return [modeRow, openDelayRow, leaveDelayRow];
    case 'hover-with-key':
      return [modeRow, keyRow, leaveDelayRow];
    case 'click':
      return [modeRow];
  }
}

export function markRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  const { density, markStyle, headings, links } = settings;
  return [
    selectRow({
      id: 'density',
      title: t('density'),
      reason: t('densityReason'),
      value: density,
      choices: DENSITIES.map((each) => [each, t(DENSITY[each])] as const),
      onPick: (next) => onSet({ density: next }),
    }),
    selectRow({
      id: 'mark-style',
      title: t('markStyle'),
      reason: t('markStyleReason'),
      value: markStyle,
      choices: MARK_STYLES.map((style) => [style, t(STYLES[style])] as const),
      onPick: (style) => onSet({ markStyle: style }),
      more: <MarkPreview style={markStyle} strings={strings} />,
    }),
    switchRow({
      id: 'headings',
      title: t('markHeadings'),
      reason: t('markHeadingsReason'),
      isOn: headings,
      onSwitch: (isOn) => onSet({ headings: isOn }),
    }),
    switchRow({
      id: 'links',
      title: t('markLinks'),
      reason: t('markLinksReason'),
      isOn: links,
      onSwitch: (isOn) => onSet({ links: isOn }),
    }),
  ];
}

export function cardRows({ settings, strings, onSet }: SettingRowsProps): OptionRowProps[] {
  const { t } = strings;
  const { textSize } = settings;
  return [
    selectRow({
      id: 'text-size',
      title: t('textSize'),
      reason: t('textSizeReason'),
      value: textSize,
      choices: TEXT_SIZES.map(
        (size) => [size as number, t('percent', { percent: numberIn(strings, size) })] as const,
      ),
      onPick: (size) => onSet({ textSize: size }),
      more: <SizePreview size={textSize} strings={strings} />,
    }),
  ];
}
