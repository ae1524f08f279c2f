import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPassageFinder, findAll, type PassageSearch } from '../lib/core/anchoring/passage-finder.ts';

/** Injected by the background into pages with notes, beside the content script: most pages never need it. */
export default defineUnlistedScript(() => {
  (globalThis as { maniculeSearch?: PassageSearch }).maniculeSearch = { createPassageFinder, findAll };
});
