/**
 * One address for one page, however it was reached, in two forms. As a key it is `https` even if the page was read over
 * `http`: a site that moved from one to the other is the same site. To open, to export and to show, it is as read.
 */

import { isLoopback } from './loopback.ts';

interface Address {
  scheme: 'https' | 'file';
  /** Lower case, with a port that is not the scheme's own. */
  host: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
}

/** Parameters that tell a site where a visitor came from, and change nothing on the page. */
const TRACKING = new RegExp(
  `^(?:utm_\\w+|pk_\\w+|mtm_\\w+|hsa_\\w+|mc_[ce]id|(?:fb|g|dc|ms|tw|tt|y|rb_)cl(?:ic)?k?id|gclsrc|[gw]braid|` +
    `srsltid|igsh(?:id)?|li_fat_id|_g[al]|_hs(?:enc|mi)|__hs\\w+|mkt_tok|ref_(?:src|url)|oly_(?:anon|enc)_id|` +
    `vero_\\w+|s_cid|cmpid|ncid|wt_mc|spm|trk)$`,
  'i',
);

/** Hosts that show the same pages to phones and to crawlers. */
const SAME_SITE_PREFIX = /^(?:www|m|mobile|amp)\./;
const MOBILE_LABEL = /^([a-z-]+)\.m\./;

/**
 * The address notes of this page are kept under: no fragment, no tracking parameters, the site's own canonical
 * address where it names a sane one. Null where nothing can be pinned: `about:`, `data:`, pages of the browser.
 *
 * @param canonical absolute address of the page's `link rel=canonical`. Pass it only while it belongs to what is
 * shown: single-page applications often leave the link of the first view standing.
 */
export function pageAddress(url: string, canonical?: string): string | null {
  const address = parseAddress(url);
  if (!address) return null;
  const named = canonical ? parseAddress(canonical) : null;
  return format(named && isSane(named, address) ? named : address);
}

/** The same address with the scheme that the page was read with: the one that notes store. */
export function addressAsRead(url: string, canonical?: string): string | null {
  const key = pageAddress(url, canonical);
  return key !== null && /^http:/i.test(url) ? key.replace(/^https:/, 'http:') : key;
}

/** The key of a stored address. */
export const pageKey = (address: string): string => address.replace(/^http:/, 'https:');

/** Both are addresses of one page, or none. */
export const isSamePage = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && pageKey(a) === pageKey(b));

/** One address for each page of a list, the first that was given: notes of one page may be stored with either scheme. */
export function createPageNames(): <P extends string | null>(page: P) => P {
  const names = new Map<string, string>();
  return (page) => {
    if (page === null) return page;
    const key = pageKey(page);
    if (!names.has(key)) names.set(key, page);
    return names.get(key) as typeof page;
  };
}

/** The host as site rules know it, without `www.`; `file` for files of the reader; null for pages without rules. */
export function siteHost(url: string): string | null {
  const address = parseAddress(url);
  if (!address) return null;
  return address.scheme === 'file' ? 'file' : address.host.replace(/^www\./, '');
}

/**
 * What a tab is opened with: the address as stored. Notes stored before addresses were as read say `https` of every page;
 * servers on this machine rarely speak that.
 */
export function addressToOpen(page: string): string {
  return isLoopback(parseAddress(page)?.host.replace(/:\d+$/, '') ?? '')
    ? page.replace(/^https:/, 'http:')
    : page;
}

/** Both show the same site's pages: equal hosts, but for `www.`, `m.` and the like. */
export function isSameSite(a: string, b: string): boolean {
  const [first, second] = [parseAddress(a), parseAddress(b)];
  return first !== null && second !== null && siteOf(first) === siteOf(second);
}

function parseAddress(url: string): Address | null {
  const parts = /^(https?|file):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i.exec(url);
  if (!parts) return null;
  const scheme = parts[1]!.toLowerCase() === 'file' ? 'file' : 'https';
  const host = parts[2]!
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/:(?:80|443)?$/, '');
  if (scheme === 'https' && host === '') return null;
  return { scheme, host, path: parts[3]! === '' ? '/' : parts[3]!, query: withoutTracking(parts[4] ?? '') };
}

function withoutTracking(query: string): string {
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.replace(/=.*$/s, '')));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

const format = ({ scheme, host, path, query }: Address): string => `${scheme}://${host}${path}${query}`;

const siteOf = ({ scheme, host }: Address): string =>
  `${scheme}:${host.replace(SAME_SITE_PREFIX, '').replace(MOBILE_LABEL, '$1.')}`;

/** Same site, and not the front page put on every page by mistake, nor a script without what it was asked for. */
function isSane(named: Address, address: Address): boolean {
  if (named.scheme !== 'https' || siteOf(named) !== siteOf(address)) return false;
  const loses = named.path === address.path && named.query === '' && address.query !== '';
  if (loses && /\.(?:php|aspx?|cgi|jsp|pl)$|\/$/i.test(named.path)) return false;
  return named.path !== '/' || named.query !== '' || address.path === '/';
}
