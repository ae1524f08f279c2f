import type { Browser } from 'webextension-polyfill';

/**
 * The extension API of a content script. It runs in every frame of every page, so it goes without the polyfill's
 * ten kilobytes: with Manifest V3 the same calls return promises in every browser we support. Only messages,
 * storage, i18n and a little of `extension` exist here.
 */
export type ContentExtension = Pick<Browser, 'runtime' | 'storage' | 'i18n' | 'extension'>;

const { browser, chrome } = globalThis as { browser?: ContentExtension; chrome?: ContentExtension };

export const contentExtension = (browser ?? chrome)!;

/** A private window stores nothing before the reader allows it. */
export const isPrivateWindow = (): boolean => contentExtension.extension?.inIncognitoContext === true;
