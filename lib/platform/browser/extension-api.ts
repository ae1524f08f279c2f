import { browser } from 'wxt/browser';
import type { Browser } from 'webextension-polyfill';

/**
 * The extension API of background, popup and our own pages, through the polyfill. Content scripts take
 * `content-extension.ts`, which costs nothing. The types are the polyfill's, in both.
 */
export const extension = browser as unknown as Browser;
