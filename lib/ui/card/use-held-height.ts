import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface HeldHeight {
  /** Transparent, beside the card, where the card was before it shrank. */
  space: RefObject<HTMLDivElement | null>;
  /** Before a change that may make the card smaller. */
  hold(): void;
  release(): void;
  /** For the card and the space alike. */
  listeners: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(event: PointerEvent): void;
  };
}

/**
 * A card that shrinks slips away from under the pointer and closes, and the offer to undo goes with it. The space
 * keeps the pointer on it, until the pointer leaves; it goes at the next drawing, when the card is placed anew.
 */
export function useHeldHeight(card: RefObject<HTMLElement | null>): HeldHeight {
  const space = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  const isOver = useRef(false);
  const heightOf = (): number => card.current?.getBoundingClientRect().height ?? 0;

  useLayoutEffect(() => {
    if (!space.current) return;
    space.current.style.height = `${String(Math.max(0, height.current - heightOf()))}px`;
  });
  return {
    space,
    hold() {
      // A finger is not on the card, and focus holds it as it is.
      height.current = isOver.current ? Math.max(height.current, heightOf()) : 0;
    },
    release() {
      height.current = 0;
    },
    listeners: {
      onPointerEnter(event) {
        isOver.current = event.pointerType !== 'touch';
      },
      onPointerLeave({ relatedTarget }) {
        if (
          relatedTarget instanceof Node &&
          [space, card].some(({ current }) => current?.contains(relatedTarget))
        ) {
          return;
        }
        isOver.current = false;
        height.current = 0;
      },
    },
  };
}
