import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/**
 * Gives focus to a field as soon as it is there, so that not one keystroke goes astray; and once more after it was
 * painted, because a card is laid out invisibly, where nothing takes focus.
 */
export function useFirstFocus(field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>): void {
  const focus = (): void => {
    const { current } = field;
    if (!current || current.matches(':focus')) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  };
  useLayoutEffect(focus, []);
  useEffect(focus, []);
}
