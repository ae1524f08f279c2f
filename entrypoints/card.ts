import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardCss from '../lib/ui/card/card.css?inline';
import type { CardSurface } from '../lib/ui/card/card-bundle.ts';
import { mountCard } from '../lib/ui/card/mount-card.tsx';

/** Put by the background beside the content script of a page that has marks or notes. */
export default defineUnlistedScript(() => {
  (globalThis as { maniculeCard?: CardSurface }).maniculeCard = { css: cardCss, mount: mountCard };
});
