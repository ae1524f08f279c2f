import { browser } from 'wxt/browser';
import type { Browser } from 'webextension-polyfill';

/**
 * The extension API of the background and the extension's pages, through the polyfill; content scripts use `content-
 * extension-api.ts`, which costs nothing. Both use the polyfill's types.
 */
export const extension = browser as unknown as Browser;
