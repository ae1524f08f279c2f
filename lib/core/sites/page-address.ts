/**
 * One address for a page, however it was reached. As a key it is always `https`, so that a site that moves from `http`
 * keeps its notes; to open, export and show, it has the scheme it was read with.
 */

import { isLoopback } from './loopback.ts';

interface Address {
  scheme: 'https' | 'file';
  /** Lower case, without a default port. */
  host: string;
  path: string;
  /** With the question mark, or empty. */
  query: string;
}

/** Parameters that tell a site where a visitor came from and do not change the page. */
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
 * The key of notes on this page: no fragment, no tracking parameters, and the site's canonical address if it is a sane
 * one. Null for pages without notes: `about:`, `data:`, pages of the browser.
 *
 * @param canonical absolute address of `link rel=canonical`. Pass it only while it belongs to the view shown:
 * single-page applications often leave that of the first view.
 */
export function pageAddress(url: string, canonical?: string): string | null {
  const address = parseAddress(url);
  if (!address) return null;
  const named = canonical ? parseAddress(canonical) : null;
  return format(named && isSane(named, address) ? named : address);
}

/** The address that notes store: like `pageAddress()`, with the scheme the page was read with. */
export function addressAsRead(url: string, canonical?: string): string | null {
  const key = pageAddress(url, canonical);
  return key !== null && /^http:/i.test(url) ? key.replace(/^https:/, 'http:') : key;
}

/** The key of a stored address. */
export const pageKey = (address: string): string => address.replace(/^http:/, 'https:');

/** Also true if both are null. */
export const isSamePage = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && pageKey(a) === pageKey(b));

/** Names each page by the first address given for it, as notes of one page may be stored with either scheme. */
export function createPageNames(): <P extends string | null>(page: P) => P {
  const names = new Map<string, string>();
  return (page) => {
    if (page === null) return page;
    const key = pageKey(page);
    if (!names.has(key)) names.set(key, page);
    return names.get(key) as typeof page;
  };
}

/** The host for site rules, without `www.`; `file` for local files; null for pages without rules. */
export function siteHost(url: string): string | null {
  const address = parseAddress(url);
  if (!address) return null;
  return address.scheme === 'file' ? 'file' : address.host.replace(/^www\./, '');
}

/**
 * The stored address, except that loopback hosts get `http`: notes of early versions say `https` of every page, and
 * local servers rarely speak it.
 */
export function addressToOpen(page: string): string {
  return isLoopback(parseAddress(page)?.host.replace(/:\d+$/, '') ?? '')
    ? page.replace(/^https:/, 'http:')
    : page;
}

/** Compares hosts, ignoring `www.`, `m.` and the like. */
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
  const remaining = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.replace(/=.*$/s, '')));
  return remaining.length > 0 ? `?${remaining.join('&')}` : '';
}

const format = ({ scheme, host, path, query }: Address): string => `${scheme}://${host}${path}${query}`;

const siteOf = ({ scheme, host }: Address): string =>
  `${scheme}:${host.replace(SAME_SITE_PREFIX, '').replace(MOBILE_LABEL, '$1.')}`;

/** Refuses another site, a front page named on every page by mistake, and a script without its query. */
function isSane(named: Address, address: Address): boolean {
  if (named.scheme !== 'https' || siteOf(named) !== siteOf(address)) return false;
  const loses = named.path === address.path && named.query === '' && address.query !== '';
  if (loses && /\.(?:php|aspx?|cgi|jsp|pl)$|\/$/i.test(named.path)) return false;
  return named.path !== '/' || named.query !== '' || address.path === '/';
}
