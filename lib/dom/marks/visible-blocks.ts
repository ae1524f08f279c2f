/**
 * Tells which blocks come near the window and which go. A browser asks every element that an observer watches for its
 * place in every frame: where there are many, those that are far are watched by what holds a lot of them together, and
 * one by one only while that is near.
 */

/** The place is that of the block, or of what holds it and went away as a whole. */
export type VisibilityListener = (
  changes: readonly { block: Element; isNear: boolean; rect: DOMRectReadOnly }[],
) => void;

export interface VisibleBlocks {
  watch(block: Element): void;
  unwatch(block: Element): void;
  /** Elements that the browser is asked to watch now. */
  watched(): number;
}

export interface VisibleBlocksOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** How far around the window is near, as `rootMargin`. */
  margin: string;
  onChange: VisibilityListener;
}

/** So many are watched one by one; beyond, holders are looked for. */
const MANY_BLOCKS = 1000;
/** What holds a lot is at least so many windows high: of small holders there would be as many as of blocks. */
const HOLDER_WINDOWS = 4;
/** So far up it is looked for. */
const HOLDER_STEPS = 4;
/** Parts of pixels. */
const SLOP = 1;

const holds = (outer: DOMRectReadOnly, inner: DOMRectReadOnly): boolean =>
  outer.top <= inner.top + SLOP &&
  outer.bottom >= inner.bottom - SLOP &&
  outer.left <= inner.left + SLOP &&
  outer.right >= inner.right - SLOP;

export function createVisibleBlocks({
  window,
  signal,
  margin,
  onChange,
}: VisibleBlocksOptions): VisibleBlocks {
  /** Blocks that are watched at all, with their holder if they have one. */
  const blocks = new Map<Element, Element | null>();
  const holders = new Map<Element, { blocks: Set<Element>; isNear: boolean }>();
  /** The holder of what stands in this element, where that was found out. */
  const holderIn = new WeakMap<Element, Element>();
  /** Blocks that are watched one by one now. */
  const single = new Set<Element>();

  const observer = new window.IntersectionObserver(
    (entries) => {
      const changes: Parameters<VisibilityListener>[0][number][] = [];
      for (const { target, isIntersecting: isNear, boundingClientRect: rect } of entries) {
        if (single.has(target)) changes.push({ block: target, isNear, rect });
        const holder = holders.get(target);
        if (!holder || holder.isNear === isNear) continue;
        holder.isNear = isNear;
        for (const block of holder.blocks) {
          if (isNear) watchAlone(block);
          else {
            unwatchAlone(block);
            changes.push({ block, isNear, rect });
          }
        }
      }
      if (changes.length > 0) onChange(changes);
    },
    { rootMargin: margin },
  );
  signal.addEventListener('abort', () => observer.disconnect());

  function watchAlone(block: Element): void {
    single.add(block);
    observer.observe(block);
  }

  function unwatchAlone(block: Element): void {
    single.delete(block);
    if (!holders.has(block)) observer.unobserve(block);
  }

  /** Null where nothing holds the block for certain: it may lie outside of its parents, as what floats does. */
  function holderOf(block: Element): Element | null {
    const parent = block.parentElement;
    if (!parent) return null;
    const place = block.getBoundingClientRect();
    if (place.width === 0 && place.height === 0) return null;
    const known = holderIn.get(parent);
    if (known) return holds(known.getBoundingClientRect(), place) ? known : null;
    const least = HOLDER_WINDOWS * window.innerHeight;
    let inner = place;
    let at: Element | null = parent;
    for (let step = 0; at && step < HOLDER_STEPS; step++, at = at.parentElement) {
      if (at.localName === 'body' || at.localName === 'html') return null;
      const outer = at.getBoundingClientRect();
      if (!holds(outer, inner)) return null;
      // What lies in a scroller of its own is seen in its window, and not in ours.
      if (window.getComputedStyle(at).overflowY !== 'visible') return null;
      if (outer.height >= least) {
        holderIn.set(parent, at);
        return at;
      }
      inner = outer;
    }
    return null;
  }

  return {
    watch(block) {
      if (signal.aborted || blocks.has(block)) return;
      const element = blocks.size < MANY_BLOCKS ? null : holderOf(block);
      blocks.set(block, element);
      if (!element) return watchAlone(block);
      let holder = holders.get(element);
      if (!holder) {
        holders.set(element, (holder = { blocks: new Set(), isNear: false }));
        // Known to the observer as a block already, it would tell nothing new of itself.
        observer.unobserve(element);
        observer.observe(element);
      }
      holder.blocks.add(block);
      if (holder.isNear) watchAlone(block);
    },
    unwatch(block) {
      const element = blocks.get(block);
      blocks.delete(block);
      unwatchAlone(block);
      const holder = element && holders.get(element);
      if (!element || !holder) return;
      holder.blocks.delete(block);
      if (holder.blocks.size > 0) return;
      holders.delete(element);
      if (!single.has(element)) observer.unobserve(element);
    },
    watched: () => new Set([...single, ...holders.keys()]).size,
  };
}
