/** Expressions that run in a page, the same in every browser; they answer JSON. */

/** A hash of the whole document, so that two loads can be compared without carrying megabytes about. */
export const HASH = `(async () => {
  const bytes = new TextEncoder().encode(document.documentElement.outerHTML);
  const digest = globalThis.crypto?.subtle ? await crypto.subtle.digest('SHA-256', bytes) : null;
  if (digest) return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  let hash = 0;
  for (const byte of bytes) hash = (Math.imul(hash, 31) + byte) | 0;
  return bytes.length + '/' + hash;
})()`;

const FORBIDDEN =
  'script, style, noscript, template, code, pre, samp, kbd, textarea, input, select, option, button, ' +
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], .notranslate:not(html, body, main), ' +
  '[translate="no" i]:not(html, body, main)';

/** Marks alive, and texts of those that stand where none may. */
export const MARKS = `(() => {
  let alive = 0;
  const wrong = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('manicule-')) continue;
    for (const range of highlight) {
      alive++;
      const element = range.startContainer.parentElement;
      if (element?.closest(${JSON.stringify(FORBIDDEN)})) wrong.push(name + ': ' + String(range.startContainer.data).slice(range.startOffset, range.endOffset));
    }
  }
  return { alive, wrong: wrong.slice(0, 5) };
})()`;

/** Runs before the page: notes when the first mark is there, counted from the parsed document. */
export const CLOCK = `(() => {
  let parsed = 0;
  document.addEventListener('DOMContentLoaded', () => { parsed = performance.now(); });
  const look = () => {
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith('manicule-') && highlight.size > 0) { globalThis.firstMarkMs = performance.now() - parsed; return; }
    }
    if (performance.now() < 30000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
