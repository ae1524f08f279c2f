import { expect, test } from 'vitest';
import type { PageStatus } from './page-status.ts';
import type { TabState } from './tab-state.ts';
import { statusLine } from './status-line.ts';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { status as table } from '../i18n/tables/status/index.ts';

const strings = createStrings(['en'], withStrings(table));
const NOW_MS = 1_000_000;
const terms = (count: number): PageStatus['terms'] =>
  Array.from({ length: count }, (_, i) => ({ concept: `c${i}`, surface: 'x', count: 1 }));
type PageState = Extract<TabState, { kind: 'page' }>;
const page = (more: Partial<PageStatus> = {}, byAsking = false): PageState => ({
  kind: 'page',
  status: { state: 'on', textLength: 17_600, terms: [], notes: 0, problem: null, ...more },
  byAsking,
});
const hereOnly = (more: Partial<PageStatus>): TabState => ({ ...page(more), hereOnly: true });

/** Dot, words, [remedy], switch and what it does, whether it may be paused. */
function said(tab: TabState): string {
  const { dot, text, remedy, toggle, canPause } = statusLine(tab, NOW_MS, strings);
  return [
    `${dot}: ${text}`,
    remedy && `[${remedy.name}: ${remedy.act}]`,
    toggle && `${toggle.isOn ? 'on' : 'off'}→${toggle.act}`,
    canPause && 'pause',
  ]
    .filter(Boolean)
    .join(' ');
}

test.each<[string, TabState, string]>([
  ['asking', { kind: 'asking' }, 'none: Reading this page … on→off'],
  ['on', page({ terms: terms(14) }), 'good: 14 terms on this page on→off pause'],
  ['one term', page({ terms: terms(1) }), 'good: 1 term on this page on→off pause'],
  ['being read', page({ state: 'reading' }), 'none: Reading this page … on→off pause'],
  [
    'being read, some found',
    page({ state: 'reading', terms: terms(2) }),
    'good: 2 terms on this page on→off pause',
  ],
  ['nothing found', page(), 'none: No terms found (17,600 characters read) on→off pause'],
  ['no text at all', page({ textLength: 0 }), 'none: No terms found (0 characters read) on→off pause'],
  ['read when asked', page({ terms: terms(3) }, true), 'good: 3 terms on this page on→stopReading'],
  ['only when asked', { kind: 'asked' }, 'none: Read only on request [Read this page: readNow] off→on'],
  ['off', { kind: 'off' }, 'none: Switched off on this site off→on'],
  [
    'paused',
    { kind: 'paused', untilMs: NOW_MS + 41 * 60_000 },
    'wait: Paused here for 41 minutes [Resume: on]',
  ],
  ['nearly over', { kind: 'paused', untilMs: NOW_MS + 1 }, 'wait: Paused here for 1 minute [Resume: on]'],
  [
    'on, with no access but here',
    hereOnly({ terms: terms(2) }),
    'wait: Only this page is read: no access to others yet. [Allow: allow] on→off',
  ],
  [
    'paused by itself, with no access but here',
    hereOnly({ state: 'paused' }),
    'wait: This page keeps changing, so reading is paused [Continue: goOn] on→off pause',
  ],
  ['no access', { kind: 'noAccess' }, 'bad: No access to this site yet [Allow: allow]'],
  [
    'a page of the browser',
    { kind: 'blocked', why: 'browser' },
    'none: Browsers do not let extensions into this page. Search works here, too.',
  ],
  [
    'a page of the browser or a file',
    { kind: 'blocked', why: 'browser', mayBeFile: true },
    'none: Extensions cannot get into this page. If it is a file on this computer, you can allow files in the extension’s details. [Open details: details]',
  ],
  [
    'a store',
    { kind: 'blocked', why: 'store' },
    'none: Browsers do not let extensions into their stores. Search works here, too.',
  ],
  [
    'the PDF viewer',
    { kind: 'silent', why: 'pdf' },
    'none: The browser’s PDF viewer does not let extensions in. Search works here, too.',
  ],
  [
    'a file',
    { kind: 'silent', why: 'file' },
    'bad: Files are closed to extensions until you allow it in the extension’s details. [Open details: details]',
  ],
  [
    'a file, where we cannot lead to the switch',
    { kind: 'silent', why: 'file', byHand: true },
    'bad: Files are closed to extensions. To open them: add-ons manager, Manicule, Permissions, local files.',
  ],
  [
    'a tab not reached yet',
    { kind: 'silent', why: 'start' },
    'bad: Not running in this tab yet [Reload: reload]',
  ],
  [
    'a page that never stops changing',
    page({ state: 'paused', terms: terms(2) }),
    'wait: This page keeps changing, so reading is paused [Continue: goOn] on→off pause',
  ],
  [
    'a very large page',
    page({ state: 'too-large', terms: terms(2) }),
    'wait: Very large page, read in part [Read all: readAnyway] on→off pause',
  ],
  [
    'something went wrong',
    page({ problem: { message: 'x is no y' }, terms: terms(2) }),
    'bad: Something went wrong here: x is no y [Reload: reload] on→off pause',
  ],
  [
    'no storage',
    page({ noStorage: true, terms: terms(2) }),
    'bad: Settings cannot be read here, so the page is read as usual [Try again: again] on→off pause',
  ],
  [
    'what was wanted could not be done',
    { kind: 'failed', problem: 'The disk is full.' },
    'bad: Something went wrong here: The disk is full. [Try again: again]',
  ],
])('%s', (_, tab, expected) => expect(said(tab)).toBe(expected));
