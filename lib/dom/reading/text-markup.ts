/** Exclusion and language of a text by the page's markup. Both look-ups walk ancestors, so only texts with hits get them. */
import { closestAround } from '../tree/composed-tree.ts';
import { EDITED } from '../tree/element-kinds.ts';
import type { ShadowRoots } from '../tree/shadow-roots.ts';

/** Markup by which a page excludes text. On html, body and main these attributes concern the page's own app. */
const EXCLUDED = ['[translate="no" i]', '.notranslate', '.no-glossary', '[aria-hidden="true"]', '[inert]']
  .map((selector) => `${selector}:not(html, body, main)`)
  .concat(EDITED)
  .join();

export const isExcluded = (text: Text, shadows?: ShadowRoots): boolean =>
  around(text, EXCLUDED, shadows) !== null;

/** BCP 47 language of the nearest `lang`; '' if there is none. */
export const languageOf = (text: Text, shadows?: ShadowRoots): string =>
  around(text, '[lang]', shadows)?.getAttribute('lang')?.trim() ?? '';

const around = (text: Text, selector: string, shadows: ShadowRoots | undefined): Element | null =>
  shadows?.hadAny ? closestAround(text, selector) : (text.parentElement?.closest(selector) ?? null);
