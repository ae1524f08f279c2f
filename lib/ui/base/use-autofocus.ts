import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/**
 * Gives focus to a field or a button as soon as it is there, so that not one keystroke goes astray; and once more after it was
 * painted, because a card is laid out invisibly, where nothing takes focus.
 */
export function useAutofocus(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement | null>,
): void {
  const focus = (): void => {
    const { current } = field;
    if (!current || current.matches(':focus')) return;
    current.focus({ preventScroll: true });
    if (current instanceof HTMLButtonElement) return;
    current.setSelectionRange(current.value.length, current.value.length);
  };
  useLayoutEffect(focus, []);
  useEffect(focus, []);
}
