import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface HeldHeight {
  /** Transparent; covers the area that the card left when it shrank. */
  space: RefObject<HTMLDivElement | null>;
  /** Called before a change that may make the card smaller. */
  hold(): void;
  release(): void;
  /** Listeners for both the card and the space. */
  listeners: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(event: PointerEvent): void;
  };
}

/**
 * Without the space, a card that shrinks leaves the pointer, closes, and takes the offer to undo with it. The space
 * lasts until the pointer leaves it or the card is drawn at a new position.
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
        // Drop the held space soon: an empty area over the page would take its clicks.
        if (space.current) space.current.style.height = '0px';
      },
    },
  };
}
