/** The size of text that the reader has set in the browser, as a share of the usual 16 pixels. */
const USUAL = 16;

/** Of an element whose size of text is the browser's own, `medium`. */
export const textScale = (element: Element): number =>
  parseFloat(getComputedStyle(element).fontSize) / USUAL || 1;

/** One of our own pages, whose sizes are in pixels, grows along with it. */
export function followTextSize(document: Document): void {
  const { documentElement } = document;
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  documentElement.append(probe);
  const scale = textScale(probe);
  probe.remove();
  if (scale !== 1) documentElement.style.zoom = String(scale);
}
