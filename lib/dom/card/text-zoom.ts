/** The size of text that the reader has set in the browser, as a share of the usual 16 pixels. */
const USUAL = 16;

/** Of an element whose size of text is the browser's own, `medium`. */
export const textScale = (element: Element): number =>
  parseFloat(getComputedStyle(element).fontSize) / USUAL || 1;

/**
 * One of our own pages, whose sizes are in pixels, grows along with it. Sheets divide what they measure by the window by
 * `--scale`, and write their media queries in `em`, which is the size that the reader set. `of`: what grows, where not all.
 */
export function followTextSize(document: Document, of = document.documentElement): void {
  const { documentElement } = document;
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  documentElement.append(probe);
  const scale = textScale(probe);
  probe.remove();
  if (scale === 1) return;
  of.style.zoom = String(scale);
  of.style.setProperty('--scale', String(scale));
}
