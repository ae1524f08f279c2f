type UndoKeyEvent = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isTrusted' | 'target' | 'preventDefault'
>;

/** Ctrl+Z or ⌘Z, except in a text field, which has its own undo. */
export function onUndoKey(event: UndoKeyEvent, undo: () => void): void {
  const { key, ctrlKey, metaKey, shiftKey, isTrusted, target } = event;
  if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || !isTrusted) return;
  if (target instanceof Element && target.matches('textarea, input:not([type=checkbox])')) return;
  event.preventDefault();
  undo();
}
