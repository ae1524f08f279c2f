/** Decides what a sender may ask. The default is no. */
import { isSameSite } from '../sites/page-address.ts';
import type { SenderPolicy } from './message-row.ts';

/** The fields of a browser's `MessageSender` that decide anything. */
export interface MessageSender {
  id?: string;
  url?: string;
  /** Origin of the document that sends, also if it has no address (`about:blank`, `srcdoc`). */
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string; incognito?: boolean };
}

/** A sender as handlers see it. */
export interface Asker extends MessageSender {
  /** Popup, panel, library, options, welcome. */
  isExtensionPage: boolean;
  /** Whether a page address is the sender's to read and write: of its own site; any address for an own page. */
  owns(page: string | null): boolean;
}

/** A message that this sender may not send, or not about this note. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';

  constructor(message: PropertyKey) {
    super(`${String(message)} cannot be asked from here.`);
  }
}

/** @param base address of the extension's own pages, as `runtime.getURL('')` gives it. */
export function createAsker(sender: MessageSender, base: string): Asker {
  const { url, origin, tab } = sender;
  const isExtensionPage = base !== '' && url?.startsWith(base) === true;
  // The document that a page writes into a frame has the page's origin, and no address.
  const site = url?.startsWith('about:') ? origin : url;
  return {
    ...sender,
    isExtensionPage,
    owns: (page) =>
      isExtensionPage || (page !== null && tab !== undefined && site !== undefined && isSameSite(page, site)),
  };
}

/** Before the params are read. */
export function mayAsk({ from }: SenderPolicy<never>, { isExtensionPage, tab, url }: Asker): boolean {
  if (isExtensionPage) return true;
  switch (from) {
    case 'extension page':
      return false;
    case 'extension':
      // The background has no tab, and in some browsers no address; a content script always has both.
      return tab === undefined && url === undefined;
    case 'any content script':
    case 'content script of the site':
      return tab !== undefined && url !== undefined;
  }
}

/** After the params are read: whether every page they name is the sender's. */
export function mayAskAbout<P>(policy: SenderPolicy<P>, params: P, asker: Asker): boolean {
  return policy.from !== 'content script of the site' || policy.pages(params).every(asker.owns);
}
