/**
 * The reader's selection, also inside the given open shadow roots: the document's own selection ends at their hosts
 * and is collapsed there. Null if nothing is selected.
 */
export function selectedRange(document: Document, roots: readonly ShadowRoot[]): AbstractRange | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  if (!selection.isCollapsed) return selection.getRangeAt(0);
  if (roots.length === 0) return null;
  if ('getComposedRanges' in selection) {
    const [range] = selection.getComposedRanges({ shadowRoots: [...roots] });
    return range && !range.collapsed ? range : null;
  }
  // Chromium before 137.
  for (const root of roots as readonly (ShadowRoot & { getSelection?(): Selection | null })[]) {
    const inner = root.getSelection?.();
    if (inner && inner.rangeCount > 0 && !inner.isCollapsed) return inner.getRangeAt(0);
  }
  return null;
}
