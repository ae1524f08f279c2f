/** Browsers' default size of text, in pixels. */
const DEFAULT_PX = 16;

/**
 * The reader's size of text, set in the browser, as a ratio to the default.
 * @param element one whose `font-size` is `medium`.
 */
export const textScale = (element: Element): number =>
  parseFloat(getComputedStyle(element).fontSize) / DEFAULT_PX || 1;

/**
 * Zooms one of the extension's own pages, whose sizes are in pixels, by the reader's size of text. Its styles divide
 * viewport units by `--scale` and write media queries in `em`, which follow the reader's size by themselves.
 */
export function followTextSize(document: Document, zoomed = document.documentElement): void {
  const { documentElement } = document;
  const probe = document.createElement('span');
  probe.style.fontSize = 'medium';
  documentElement.append(probe);
  const scale = textScale(probe);
  probe.remove();
  if (scale === 1) return;
  zoomed.style.zoom = String(scale);
  zoomed.style.setProperty('--scale', String(scale));
}
