import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DENSITIES } from '../marks/density.ts';
import { HELD_KEYS, HOVER_MODES } from '../pointing/hover-types.ts';
import { MARK_STYLES } from '../marks/mark-style.ts';
import { BACKUP_REMINDERS } from '../backup/backup-age.ts';
import {
  DEFAULT_SETTINGS,
  hoverConfigOf,
  LEAVE_DELAYS_MS,
  OPEN_DELAYS_MS,
  packSettings,
  parseSettings,
  TEXT_SIZES,
  type Settings,
} from './settings.ts';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  density: fc.constantFrom(...DENSITIES),
  headings: fc.boolean(),
  links: fc.boolean(),
  markStyle: fc.constantFrom(...MARK_STYLES),
  offSubjects: fc.uniqueArray(fc.string()).map((ids) => ids.sort()),
  opens: fc.constantFrom(...HOVER_MODES),
  heldKey: fc.constantFrom(...HELD_KEYS),
  openDelayMs: fc.constantFrom<number>(...OPEN_DELAYS_MS),
  leaveDelayMs: fc.constantFrom<number>(...LEAVE_DELAYS_MS),
  textSize: fc.constantFrom<number>(...TEXT_SIZES),
  backupReminder: fc.constantFrom(...BACKUP_REMINDERS),
});

describe('settings', () => {
  test('whatever is chosen is kept and read again', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const stored: unknown = JSON.parse(JSON.stringify(packSettings(settings)));
        expect(parseSettings(stored)).toEqual(settings);
      }),
    );
  });

  test('only what differs from the default is kept', () => {
    expect(packSettings(DEFAULT_SETTINGS)).toEqual({ v: 1 });
    expect(packSettings({ ...DEFAULT_SETTINGS, links: false, offSubjects: [] })).toEqual({
      v: 1,
      links: false,
    });
  });

  test.each<[string, unknown, Partial<Settings>]>([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ['a text', 'dotted', {}],
    [
      'values of a later version',
      { density: 'some', markStyle: 'neon', openDelayMs: 250, textSize: '115' },
      {},
    ],
    ['one bad among good ones', { headings: 'no', links: false }, { links: false }],
    ['a list with something else', { offSubjects: ['a', 1] }, {}],
    ['doubles', { offSubjects: ['b', 'a', 'b'] }, { offSubjects: ['a', 'b'] }],
    ['fields that nobody knows', { colour: 'red', opens: 'click' }, { opens: 'click' }],
  ])('damage reads as if it had never been chosen: %s', (_, input, expected) => {
    expect(parseSettings(input)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  test('hovering goes by them', () => {
    const settings = { ...DEFAULT_SETTINGS, opens: 'click', openDelayMs: 700, leaveDelayMs: 600 } as const;
    expect(hoverConfigOf(settings)).toMatchObject({ mode: 'click', openDelayMs: 700, leaveDelayMs: 600 });
    expect(hoverConfigOf(DEFAULT_SETTINGS).longestDwellMs).toBe(1200);
    expect(hoverConfigOf({ ...settings, openDelayMs: 1000 }).longestDwellMs).toBeGreaterThan(1000);
  });
});
