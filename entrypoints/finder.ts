import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPassageFinder, findAll, type PassageSearch } from '../lib/core/anchoring/passage-finder.ts';

/** Put by the background beside the content script of a page that has notes: most pages never need it. */
export default defineUnlistedScript(() => {
  (globalThis as { maniculeSearch?: PassageSearch }).maniculeSearch = { createPassageFinder, findAll };
});
