/**
 * Paints with the CSS Custom Highlight API: no node is wrapped, split or changed. A live highlight costs the
 * browser memory and paint wherever it lies, so only marks near the viewport have ranges; the others are integers.
 */
import { highlightName, MARK_STYLES, type MarkStyle } from '../../core/marks/mark-style.ts';
import { elementAround, isShadowRoot } from '../tree/composed-tree.ts';
import { piecesOfMark, type FlowRecord, type Mark } from '../reading/flow-record.ts';
import type { Piece } from '../tree/text-pieces.ts';
import { createVisibleBlocks } from './visible-blocks.ts';
import { MANY_MARKS, visibleRecords } from './visible-records.ts';

/** Registry names are shared with the page; they tell it nothing but the look. */
export const HIGHLIGHT_KINDS = ['term', 'ask', 'on', 'note', 'note-on'] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];
/** The looks that the reader's style of marks changes. */
const STYLED: readonly HighlightKind[] = ['term', 'ask'];

/** Later looks lie above earlier ones. */
const PRIORITY: Record<HighlightKind, number> = { term: 0, ask: 0, note: 1, on: 2, 'note-on': 3 };

export interface Painter {
  /**
   * Watches the records' blocks and paints their shown marks while they are near. `now`: without waiting. What they
   * stand instead of is removed, without a moment in which neither is painted.
   */
  add(records: readonly FlowRecord[], options?: { now?: boolean; insteadOf?: ReadonlySet<FlowRecord> }): void;
  remove(records: readonly FlowRecord[]): void;
  /** Takes the paint of a record away until it is read again. */
  wipe(record: FlowRecord): void;
  /** Paints again what is near, after `shown` changed. */
  refresh(): void;
  /** The mark under the pointer, or none. */
  point(mark: Mark | null): void;
  /** The reader's own passages, painted wherever they are: they are few. */
  paintNotes(notes: ReadonlyMap<string, readonly Piece[]>): void;
  pointNote(id: string | null): void;
  /** Ranges alive at this moment. */
  liveCount(): number;
}

export interface PainterOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** Whether text inside this element is light, so that marks must be light too. */
  isDark(element: Element): boolean;
  /** Asked whenever something is painted; dotted where it is not given. */
  style?(): MarkStyle;
  /** False once the extension behind this script is gone: what is painted stays to a newer script. */
  isAlive(): boolean;
  /** Rules of the looks, for browsers in which those of the document do not reach into shadow trees. */
  sheet?: (() => CSSStyleSheet) | undefined;
  /** Records that were hidden came into view, or such that were in view are displayed no more: as in a fold. */
  onDisplay(records: readonly FlowRecord[], displayed: boolean): void;
}

/** Takes down whatever an older script of ours left painted. */
export function clearHighlights(registry: HighlightRegistry): void {
  for (const dark of [false, true]) {
    for (const look of HIGHLIGHT_KINDS) registry.delete(highlightName(look, dark));
    for (const look of STYLED) {
      for (const style of MARK_STYLES) registry.delete(highlightName(look, dark, style));
    }
  }
}

/** One screen above and below is kept ready for scrolling. */
const NEAR = '100% 0px';

const NONE: ReadonlySet<FlowRecord> = new Set();

export function createPainter(options: PainterOptions): Painter {
  const { window, signal, isDark, isAlive, sheet, onDisplay } = options;
  const registry = window.CSS.highlights;
  const highlights = new Map<string, Highlight>();
  const byBlock = new Map<Element, Set<FlowRecord>>();
  const live = new Map<FlowRecord, [Highlight, StaticRange][]>();
  const near = new Set<Element>();
  const adopting = new Set<ShadowRoot>();
  let adopted: CSSStyleSheet | undefined;
  let notes: ReadonlyMap<string, readonly Piece[]> = new Map();

  const blocks = createVisibleBlocks({
    window,
    signal,
    margin: NEAR,
    onChange(changes) {
      const revealed: FlowRecord[] = [];
      const hidden: FlowRecord[] = [];
      for (const { block, isNear, rect } of changes) {
        if (isNear) near.add(block);
        else near.delete(block);
        const records = [...(byBlock.get(block) ?? [])];
        if (isNear) {
          revealed.push(...records.filter((record) => record.hidden));
          show(block);
          continue;
        }
        for (const record of records) erase(record);
        const isGone = rect.width === 0 && rect.height === 0 && !block.checkVisibility();
        if (isGone) hidden.push(...records.filter((record) => !record.hidden));
      }
      if (revealed.length > 0) onDisplay(revealed, true);
      if (hidden.length > 0) onDisplay(hidden, false);
    },
  });
  signal.addEventListener('abort', () => {
    window.cancelAnimationFrame(frame);
    for (const [name, highlight] of highlights) {
      highlight.clear();
      // A newer script of ours may have put its own there.
      if (registry.get(name) === highlight) registry.delete(name);
    }
    live.clear();
    for (const root of adopting) without(root);
  });

  /** The tree's rules are the page's, which may set them anew at any time: asked wherever something is painted. */
  function adoptAt(node: Text): void {
    const root = sheet && node.getRootNode();
    if (!sheet || !isShadowRoot(root ?? null)) return;
    adopted ??= sheet();
    const tree = root as ShadowRoot;
    if (tree.adoptedStyleSheets.includes(adopted)) return;
    // Not by `push`: from a content script Firefox would change a copy.
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, adopted];
    adopting.add(tree);
  }

  function without(root: ShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((known) => known !== adopted);
  }

  function highlightOf(look: HighlightKind, dark: boolean): Highlight {
    const name = highlightName(look, dark, STYLED.includes(look) ? options.style?.() : undefined);
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new window.Highlight();
      highlight.priority = PRIORITY[look];
      highlights.set(name, highlight);
    }
    // The registry is the page's too: it may have cleared it.
    if (registry.get(name) !== highlight) registry.set(name, highlight);
    return highlight;
  }

  const rangeOf = ({ node, start, end }: Piece): StaticRange =>
    new window.StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

  function put(look: HighlightKind, pieces: readonly Piece[], into: [Highlight, StaticRange][]): void {
    for (const piece of pieces) {
      const parent = elementAround(piece.node);
      if (!parent) continue;
      adoptAt(piece.node);
      const highlight = highlightOf(look, isDark(parent));
      const range = rangeOf(piece);
      highlight.add(range);
      into.push([highlight, range]);
    }
  }

  function paint(record: FlowRecord): void {
    if (signal.aborted || !isAlive()) return;
    erase(record);
    const ranges: [Highlight, StaticRange][] = [];
    for (const mark of record.marks) {
      if (mark.shown) put(mark.occurrence.verdict === 'ask' ? 'ask' : 'term', piecesOfMark(mark), ranges);
    }
    live.set(record, ranges);
  }

  function isLong(block: Element): boolean {
    let marks = 0;
    for (const record of byBlock.get(block) ?? []) marks += record.marks.length;
    return marks > MANY_MARKS;
  }

  /** Paints what is near of a block: all of it, unless it is longer than many windows. `again`: what is painted too. */
  function show(block: Element, again = true): void {
    const records = [...(byBlock.get(block) ?? [])];
    const wanted = isLong(block) ? visibleRecords(records, window) : null;
    if (wanted) followScrolling();
    for (const record of records) {
      if (wanted && !wanted.has(record)) erase(record);
      else if (!record.hidden && (again || !live.has(record))) paint(record);
    }
  }

  let scrolling = false;
  let frame = 0;
  /** Only where there is a block of which not all is painted. */
  function followScrolling(): void {
    if (scrolling) return;
    scrolling = true;
    const look = (): void => {
      frame ||= window.requestAnimationFrame(() => {
        frame = 0;
        for (const block of near) if (isLong(block)) show(block, false);
      });
    };
    window.document.addEventListener('scroll', look, { capture: true, passive: true, signal });
    window.addEventListener('resize', look, { passive: true, signal });
  }

  function remove(records: Iterable<FlowRecord>): void {
    for (const record of records) {
      erase(record);
      const known = byBlock.get(record.block);
      known?.delete(record);
      if (known?.size === 0) {
        byBlock.delete(record.block);
        near.delete(record.block);
        blocks.unwatch(record.block);
      }
    }
  }

  function erase(record: FlowRecord): void {
    for (const [highlight, range] of live.get(record) ?? []) highlight.delete(range);
    live.delete(record);
  }

  function repaintLook(looks: HighlightKind[], groups: [HighlightKind, readonly Piece[]][]): void {
    for (const look of looks) {
      for (const dark of [false, true]) highlights.get(highlightName(look, dark))?.clear();
    }
    for (const [look, pieces] of groups) put(look, pieces, []);
  }

  return {
    add(records, { now = false, insteadOf = NONE } = {}) {
      const alive = new Set([...insteadOf].filter((old) => live.has(old)).map(({ block }) => block));
      const late = new Set<Element>();
      for (const record of records) {
        let known = byBlock.get(record.block);
        if (!known) {
          byBlock.set(record.block, (known = new Set()));
          blocks.watch(record.block);
        }
        known.add(record);
        if (near.has(record.block)) late.add(record.block);
        else if ((now || alive.has(record.block)) && !record.hidden) paint(record);
      }
      remove(insteadOf);
      for (const block of late) show(block, false);
    },
    remove,
    wipe: erase,
    refresh() {
      for (const block of near) show(block);
      for (const record of [...live.keys()]) if (!near.has(record.block)) paint(record);
    },
    point(mark) {
      const pieces = mark ? piecesOfMark(mark) : [];
      repaintLook(['on'], [['on', pieces]]);
    },
    paintNotes(next) {
      notes = next;
      repaintLook(
        ['note', 'note-on'],
        [...notes.values()].map((pieces) => ['note', pieces]),
      );
    },
    pointNote(id) {
      repaintLook(['note-on'], id === null ? [] : [['note-on', notes.get(id) ?? []]]);
    },
    liveCount: () => [...highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
  };
}
