import { siteHost } from '../../core/sites/page-address.ts';

/**
 * A domain as a reader types or pastes it (an address, a host, with or without `www.`) in the form that a page's own
 * address has: in lower case, `bücher.example` as `xn--bcher-kva.example`. Null if it is none.
 */
export function parseDomain(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^\*\./, '');
  const url = URL.parse(`http://${bare}`);
  const host = url && siteHost(`http://${url.host.replace(/\.(?=:|$)/, '')}`);
  if (!host || host.length > MAX_HOST) return null;
  return host.replace(/:\d+$/, '').split('.').every(isLabel) ? host : null;
}

/** RFC 1035, section 2.3.4. */
const MAX_HOST = 253;

const isLabel = (label: string): boolean => label !== '' && !label.startsWith('-') && !label.endsWith('-');
