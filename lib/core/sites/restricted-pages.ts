/** Recognises by its address a tab in which no content script can run, so that the popup can say why. */

/** `browser`: pages of the browser and of extensions; `store`: an extension store. */
export type Restriction = 'browser' | 'store';
/** `pdf`: the built-in viewer; `file`: local files, not allowed yet; `start`: the tab was opened before the install. */
export type Silence = 'pdf' | 'file' | 'start';

const STORES = ['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org'];

/** Why a page is closed to every extension; null if it is open. */
export function restrictionOf(url: string | undefined): Restriction | null {
  const address = parse(url);
  if (!address || !/^(https?|file):$/.test(address.protocol)) return 'browser';
  return STORES.includes(address.hostname) ? 'store' : null;
}

/** The likely reason why no content script answers on a page that is open to extensions. */
export function silenceOf(url: string): Silence {
  const address = parse(url);
  if (address?.pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
  return address?.protocol === 'file:' ? 'file' : 'start';
}

interface Address {
  protocol: string;
  hostname: string;
  pathname: string;
}

/** `core` compiles without the DOM library, so there is no `URL`. */
function parse(url: string | undefined): Address | null {
  const parts = /^([a-z][a-z0-9+.-]*:)(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?)?([^?#]*)/i.exec(url ?? '');
  if (!parts) return null;
  const [, protocol, hostname = '', pathname] = parts as unknown as [
    string,
    string,
    string | undefined,
    string,
  ];
  return { protocol: protocol.toLowerCase(), hostname: hostname.toLowerCase(), pathname };
}
