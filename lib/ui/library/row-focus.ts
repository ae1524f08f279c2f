import { useLayoutEffect, useRef } from 'preact/hooks';

export const rowsOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-note]'),
];

export function focusRow(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>('input[type=checkbox], textarea')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** When the row with the focus goes away, as by Delete, the row that takes its position gets the focus. */
export function useRetainedFocus(list: { readonly current: HTMLDivElement | null }) {
  const focused = useRef<{ id: string; index: number } | null>(null);
  useLayoutEffect(() => {
    if (!focused.current || !list.current || document.activeElement !== document.body) return;
    const rows = rowsOf(list.current);
    const { id, index } = focused.current;
    const row = rows.find((each) => each.dataset['note'] === id) ?? rows[Math.min(index, rows.length - 1)];
    if (row) focusRow(row);
    else document.getElementById('list')?.focus();
  });
  return {
    onFocusIn({ target }: FocusEvent): void {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-note]') : null;
      focused.current =
        row && list.current ? { id: row.dataset['note']!, index: rowsOf(list.current).indexOf(row) } : null;
    },
    onFocusOut({ target }: FocusEvent): void {
      const left = focused.current;
      // A removed element loses the focus too, but is no longer connected by then: its row is remembered.
      queueMicrotask(() => {
        const isLeft = focused.current === left && target instanceof Element && target.isConnected;
        if (isLeft) focused.current = null;
      });
    },
  };
}
