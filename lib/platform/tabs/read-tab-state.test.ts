import { expect, test, vi } from 'vitest';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { SiteRules } from '../../core/sites/site-rule.ts';
import { NO_OUTLINE } from '../../core/notes/page-notes-outline.ts';
import { readTab } from './read-tab-state.ts';

interface Case {
  url?: string | undefined;
  rules?: SiteRules | null;
  /** The page's own report; null: nothing answers. */
  page?: PageStatus['state'] | null;
  byAsking?: boolean;
  /** To all pages, to none, or to example.org alone. */
  access?: boolean | 'site';
  isPdf?: boolean;
  /** Whether a script may be put into it, or the words of the refusal; undefined: nobody tries. */
  letsIn?: boolean | string;
  /** Undefined: a browser that does not ask. */
  files?: boolean;
  byHand?: boolean;
}

const URL = 'https://example.org/a';
const UNTIL_MS = Date.now() + 3_600_000;
const statusOf = (state: PageStatus['state']): PageStatus => ({
  state,
  textLength: 9,
  terms: [],
  notes: 0,
  problem: null,
});

async function look({
  url = URL,
  rules = {},
  page = 'on',
  byAsking = false,
  access = true,
  isPdf = false,
  letsIn,
  files,
  byHand,
}: Case): Promise<TabState> {
  const sendMessage = vi.fn(async () => {
    if (page === null) throw new Error('Could not establish connection. Receiving end does not exist.');
    return { ok: true, result: { status: { ...statusOf(page), byAsking, isPdf }, outline: NO_OUTLINE } };
  });
  const { state } = await readTab(
    {
      tabs: { sendMessage } as never,
      permissions: {
        contains: async ({ origins }) =>
          access === true || (access === 'site' && origins?.join() === 'https://example.org/*'),
      },
      ...(letsIn !== undefined && {
        scripting: {
          executeScript: () =>
            letsIn === true ? Promise.resolve([]) : Promise.reject(new Error(letsIn || 'closed')),
        },
      }),
      ...(files !== undefined && { filesAllowed: async () => files }),
      detailsByHand: byHand,
    },
    { get: () => (rules === null ? Promise.reject(new Error('no storage')) : Promise.resolve(rules)) },
    { id: 1, url: url === 'unknown' ? undefined : url },
  );
  return state;
}

const said = (state: TabState): string =>
  [
    state.kind,
    'why' in state && state.why,
    'byHand' in state && 'by hand',
    'mayBeFile' in state && 'or a file',
    state.kind === 'page' &&
      `${state.status.state}${state.byAsking ? ' by asking' : ''}${state.hereOnly ? ' here only' : ''}`,
    state.kind === 'paused' && (state.untilMs === UNTIL_MS ? 'until then' : 'until another time'),
  ]
    .filter(Boolean)
    .join(' ');

test.each<[string, Case, string]>([
  ['a page', {}, 'page on'],
  ['a page that is read', { page: 'reading' }, 'page reading'],
  ['a page that went on and on', { page: 'paused' }, 'page paused'],
  ['switched off', { rules: { 'example.org': 'off' }, page: 'off' }, 'off'],
  ['switched off a moment ago', { rules: { 'example.org': 'off' } }, 'off'],
  ['switched on a moment ago', { page: 'off' }, 'asking'],
  [
    'off by its domain',
    { url: 'https://a.example.org/', rules: { 'example.org': 'off' }, page: 'off' },
    'off',
  ],
  ['off, in a tab that we are not in', { rules: { 'example.org': 'off' }, page: null }, 'off'],
  ['paused', { rules: { 'example.org': { pausedUntilMs: UNTIL_MS } }, page: 'paused' }, 'paused until then'],
  ['a pause that is over', { rules: { 'example.org': { pausedUntilMs: 1 } } }, 'page on'],
  ['only when asked', { rules: { 'example.org': 'asked' }, page: 'asked' }, 'asked'],
  ['on the starter list', { url: 'https://docs.google.com/d', page: 'asked' }, 'asked'],
  [
    'asked for',
    { url: 'https://docs.google.com/d', page: 'reading', byAsking: true },
    'page reading by asking',
  ],
  ['only when asked since a moment ago', { url: 'https://docs.google.com/d' }, 'asking'],
  ['asked, in a tab that we are not in', { url: 'https://docs.google.com/d', page: null }, 'silent start'],
  ['not yet in the tab', { page: null }, 'silent start'],
  ['the PDF viewer', { url: 'https://example.org/a.PDF?x', page: null }, 'silent pdf'],
  ['the PDF viewer, whatever its address', { isPdf: true }, 'silent pdf'],
  ['a viewer or an error page that lets nobody in', { page: null, letsIn: false }, 'blocked browser'],
  ['not yet in a tab that lets us in', { page: null, letsIn: true }, 'silent start'],
  ['no storage', { rules: null }, 'page on'],
  ['no access but by the press on our button', { access: false }, 'page on here only'],
  ['access to this site', { access: 'site' }, 'page on'],
  ['access to another site', { url: 'https://a.example.org/', access: 'site' }, 'page on here only'],
  ['access taken back', { page: null, access: false }, 'noAccess'],
  [
    'access taken back from a site that is off',
    { rules: { 'example.org': 'off' }, page: null, access: false },
    'noAccess',
  ],
  ['no access and no address', { url: 'unknown', access: false }, 'noAccess'],
  ['access and no address', { url: 'unknown' }, 'blocked browser'],
  [
    'no address, files closed, a page of the browser',
    { url: 'unknown', files: false, letsIn: 'Cannot access a chrome:// URL' },
    'blocked browser',
  ],
  [
    'no address, files closed, an error',
    { url: 'unknown', files: false, letsIn: 'Frame with ID 0 is showing error page' },
    'blocked browser',
  ],
  [
    'no address, files closed, who knows',
    { url: 'unknown', files: false, letsIn: 'Extension manifest must request permission' },
    'blocked browser or a file',
  ],
  ['no address, files open', { url: 'unknown', files: true, letsIn: false }, 'blocked browser'],
  ['no address, files closed, no access', { url: 'unknown', files: false, access: false }, 'noAccess'],
  ['a page of the browser, without access', { url: 'about:config', access: false }, 'blocked browser'],
  ['a page of ours', { url: 'chrome-extension://abc/options.html' }, 'blocked browser'],
  ['a store', { url: 'https://chromewebstore.google.com/detail/x' }, 'blocked store'],
  ['a file', { url: 'file:///a.html', files: false }, 'page on'],
  ['a file that is closed', { url: 'file:///a.html', page: null, files: false }, 'silent file'],
  [
    'a file in a tab that is older than we',
    { url: 'file:///a.html', page: null, files: true },
    'silent start',
  ],
  [
    'a closed file that the press on our button lets us into',
    { url: 'file:///a.html', page: null, files: false, letsIn: true },
    'silent file',
  ],
  [
    'a file that is not there',
    { url: 'file:///a.html', page: null, files: true, letsIn: false },
    'blocked browser',
  ],
  [
    'a closed file, where we cannot lead to the switch',
    { url: 'file:///a.html', page: null, files: false, byHand: true },
    'silent file by hand',
  ],
  [
    'a closed file that the PDF viewer shows',
    { url: 'file:///a.pdf', page: null, files: false },
    'silent pdf',
  ],
  [
    'switched off for files, in a tab that we are not in',
    { url: 'file:///a.html', rules: { file: 'off' }, page: null, files: true },
    'off',
  ],
  ['a file where the browser does not ask', { url: 'file:///a.html', page: null }, 'silent start'],
])('%s', async (_, given, expected) => expect(said(await look(given))).toBe(expected));
