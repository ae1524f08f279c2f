import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { en } from '../lib/core/i18n/tables/card/en.ts';
import cardCss from '../lib/ui/card/card.css?inline';
import type { CardSurface } from '../lib/ui/card/card-bundle.ts';
import { mountCard } from '../lib/ui/card/mount-card.tsx';

/** Injected by the background into pages with marks or notes, beside the content script. */
export default defineUnlistedScript(() => {
  const surface: CardSurface = { css: cardCss, mount: mountCard, english: en };
  (globalThis as { maniculeCard?: CardSurface }).maniculeCard = surface;
});
