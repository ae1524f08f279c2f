/**
 * The window whose address a document goes by: its own, or that of the page that wrote it into a frame (`srcdoc`,
 * `about:blank`). Its own again where a sandbox closes that page to it.
 */
export function ownerWindow(window: Window): Window {
  let owner = window;
  try {
    while (owner.location.protocol === 'about:' && owner.parent !== owner) owner = owner.parent;
    return owner;
  } catch {
    return window;
  }
}
