/**
 * The window whose address a document goes by: its own, or that of the page which wrote it into a frame (`srcdoc`,
 * `about:blank`). Itself where that page is closed to it.
 */
export function ownerWindow(own: Window): Window {
  let at = own;
  try {
    while (at.location.protocol === 'about:' && at.parent !== at) at = at.parent;
    return at;
  } catch {
    return own;
  }
}
