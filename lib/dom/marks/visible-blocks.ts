/**
 * Reports blocks that enter or leave the area around the viewport. IntersectionObserver costs time per target and
 * frame, so on pages with many blocks large ancestors are observed, and their blocks only while the ancestor is near.
 */

export interface BlockChange {
  block: Element;
  isIntersecting: boolean;
  /** Rectangle of the block, or of its observed ancestor if that left the viewport as a whole. */
  rect: DOMRectReadOnly;
}

export interface VisibleBlocks {
  watch(block: Element): void;
  unwatch(block: Element): void;
  /** Number of elements that the browser observes now. */
  watched(): number;
}

export interface VisibleBlocksOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** How far the area reaches beyond the viewport, as `rootMargin`. */
  margin: string;
  onChange(changes: readonly BlockChange[]): void;
}

/** This many blocks are observed one by one; for further ones an ancestor is looked for. */
const MAX_SINGLE_BLOCKS = 1000;
/** Height of an observed ancestor, in viewports: of lower ones there would be as many as of blocks. */
const MIN_HOLDER_VIEWPORTS = 4;
const MAX_HOLDER_DEPTH = 4;
/** Pixels; layout has fractions of them. */
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
  /** Every watched block, with the ancestor that is observed for it, if any. */
  const blocks = new Map<Element, Element | null>();
  const holders = new Map<Element, { blocks: Set<Element>; isIntersecting: boolean }>();
  /** Holders found so far, by the parent of a block. */
  const holderByParent = new WeakMap<Element, Element>();
  /** Blocks that are observed themselves now. */
  const single = new Set<Element>();

  const observer = new window.IntersectionObserver(
    (entries) => {
      const changes: BlockChange[] = [];
      for (const { target, isIntersecting, boundingClientRect: rect } of entries) {
        if (single.has(target)) changes.push({ block: target, isIntersecting, rect });
        const holder = holders.get(target);
        if (!holder || holder.isIntersecting === isIntersecting) continue;
        holder.isIntersecting = isIntersecting;
        for (const block of holder.blocks) {
          if (isIntersecting) observe(block);
          else {
            unobserve(block);
            changes.push({ block, isIntersecting, rect });
          }
        }
      }
      if (changes.length > 0) onChange(changes);
    },
    { rootMargin: margin },
  );
  signal.addEventListener('abort', () => observer.disconnect());

  function observe(block: Element): void {
    single.add(block);
    observer.observe(block);
  }

  function unobserve(block: Element): void {
    single.delete(block);
    if (!holders.has(block)) observer.unobserve(block);
  }

  /** Null if no ancestor surely contains the block; floats and positioned boxes may lie outside of their parents. */
  function holderOf(block: Element): Element | null {
    const parent = block.parentElement;
    if (!parent) return null;
    const rect = block.getBoundingClientRect();
    if (rect.width === 0 && rect.height === 0) return null;
    const known = holderByParent.get(parent);
    if (known) return holds(known.getBoundingClientRect(), rect) ? known : null;
    const minHeight = MIN_HOLDER_VIEWPORTS * window.innerHeight;
    let inner = rect;
    let ancestor: Element | null = parent;
    for (let depth = 0; ancestor && depth < MAX_HOLDER_DEPTH; depth++, ancestor = ancestor.parentElement) {
      if (ancestor.localName === 'body' || ancestor.localName === 'html') return null;
      const outer = ancestor.getBoundingClientRect();
      if (!holds(outer, inner)) return null;
      // The blocks of a scroller come and go by its own scrolling.
      if (window.getComputedStyle(ancestor).overflowY !== 'visible') return null;
      if (outer.height >= minHeight) {
        holderByParent.set(parent, ancestor);
        return ancestor;
      }
      inner = outer;
    }
    return null;
  }

  return {
    watch(block) {
      if (signal.aborted || blocks.has(block)) return;
      const element = blocks.size < MAX_SINGLE_BLOCKS ? null : holderOf(block);
      blocks.set(block, element);
      if (!element) return observe(block);
      let holder = holders.get(element);
      if (!holder) {
        holders.set(element, (holder = { blocks: new Set(), isIntersecting: false }));
        // If it was observed as a block before, only a new start makes the observer report it again.
        observer.unobserve(element);
        observer.observe(element);
      }
      holder.blocks.add(block);
      if (holder.isIntersecting) observe(block);
    },
    unwatch(block) {
      const element = blocks.get(block);
      blocks.delete(block);
      unobserve(block);
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
