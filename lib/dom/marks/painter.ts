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

/** Part of the name in the page's highlight registry, which the page can read. */
export const HIGHLIGHT_KINDS = ['term', 'ask', 'on', 'note', 'note-on'] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];
/** Kinds that the reader's style of marks applies to. */
const STYLED: readonly HighlightKind[] = ['term', 'ask'];

/** A higher one is painted above. */
const PRIORITY: Record<HighlightKind, number> = { term: 0, ask: 0, note: 1, on: 2, 'note-on': 3 };

export interface Painter {
  /**
   * Observes the records' blocks and paints their shown marks while they are near the viewport. `now`: paints at once.
   * `insteadOf`: records replaced in the same frame, so that nothing flickers.
   */
  add(records: readonly FlowRecord[], options?: { now?: boolean; insteadOf?: ReadonlySet<FlowRecord> }): void;
  remove(records: readonly FlowRecord[]): void;
  /** Erases a record until it is read again. */
  wipe(record: FlowRecord): void;
  /** Paints all records near the viewport again, after `shown` changed. */
  refresh(): void;
  /** Paints this mark as pointed at, and no other. */
  point(mark: Mark | null): void;
  /** Passages of notes by id. They are few, so they are painted wherever they are. */
  paintNotes(notes: ReadonlyMap<string, readonly Piece[]>): void;
  pointNote(id: string | null): void;
  /** Number of painted ranges. */
  liveCount(): number;
}

export interface PainterOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** Whether marks inside this element must be light. */
  isDark(element: Element): boolean;
  /** Dotted by default. */
  style?(): MarkStyle;
  /** False once the extension behind this script is gone: painting is then up to a newer script. */
  isAlive(): boolean;
  /** Rules of the highlights, for browsers in which those of the document do not reach into shadow trees. */
  sheet?: (() => CSSStyleSheet) | undefined;
  /** Records are displayed that were hidden, or the reverse, as in a `details` element. */
  onDisplay(records: readonly FlowRecord[], isDisplayed: boolean): void;
}

/** Removes highlights that an earlier run of this script left. */
export function clearHighlights(registry: HighlightRegistry): void {
  for (const isDark of [false, true]) {
    for (const kind of HIGHLIGHT_KINDS) registry.delete(highlightName(kind, isDark));
    for (const kind of STYLED) {
      for (const style of MARK_STYLES) registry.delete(highlightName(kind, isDark, style));
    }
  }
}

/** One screen above and below is painted ahead of scrolling. */
const MARGIN = '100% 0px';

const NONE: ReadonlySet<FlowRecord> = new Set();

export function createPainter(options: PainterOptions): Painter {
  const { window, signal, isDark, isAlive, sheet, onDisplay } = options;
  const registry = window.CSS.highlights;
  const highlights = new Map<string, Highlight>();
  const byBlock = new Map<Element, Set<FlowRecord>>();
  const live = new Map<FlowRecord, [Highlight, StaticRange][]>();
  /** Blocks near the viewport. */
  const visible = new Set<Element>();
  const adopting = new Set<ShadowRoot>();
  let adopted: CSSStyleSheet | undefined;
  let notes: ReadonlyMap<string, readonly Piece[]> = new Map();

  const blocks = createVisibleBlocks({
    window,
    signal,
    margin: MARGIN,
    onChange(changes) {
      const revealed: FlowRecord[] = [];
      const hidden: FlowRecord[] = [];
      for (const { block, isIntersecting, rect } of changes) {
        if (isIntersecting) visible.add(block);
        else visible.delete(block);
        const records = [...(byBlock.get(block) ?? [])];
        if (isIntersecting) {
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
      // A newer script may have put its own there.
      if (registry.get(name) === highlight) registry.delete(name);
    }
    live.clear();
    for (const root of adopting) dropSheet(root);
  });

  /** The page may replace the sheets of its tree at any time, so this is checked whenever something is painted. */
  function adoptSheet(node: Text): void {
    const root = sheet && node.getRootNode();
    if (!sheet || !isShadowRoot(root ?? null)) return;
    adopted ??= sheet();
    const tree = root as ShadowRoot;
    if (tree.adoptedStyleSheets.includes(adopted)) return;
    // In a content script of Firefox (seen in 153), `push` changes a copy.
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, adopted];
    adopting.add(tree);
  }

  function dropSheet(root: ShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((known) => known !== adopted);
  }

  function highlightOf(kind: HighlightKind, isOnDark: boolean): Highlight {
    const name = highlightName(kind, isOnDark, STYLED.includes(kind) ? options.style?.() : undefined);
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new window.Highlight();
      highlight.priority = PRIORITY[kind];
      highlights.set(name, highlight);
    }
    // The page may have cleared the registry, which it shares.
    if (registry.get(name) !== highlight) registry.set(name, highlight);
    return highlight;
  }

  const rangeOf = ({ node, start, end }: Piece): StaticRange =>
    new window.StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

  function put(kind: HighlightKind, pieces: readonly Piece[], into: [Highlight, StaticRange][]): void {
    for (const piece of pieces) {
      const parent = elementAround(piece.node);
      if (!parent) continue;
      adoptSheet(piece.node);
      const highlight = highlightOf(kind, isDark(parent));
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

  /** Paints a block near the viewport: of a very long one, the near records. Unless `again`, painted ones stay as they are. */
  function show(block: Element, again = true): void {
    const records = [...(byBlock.get(block) ?? [])];
    const wanted = isLong(block) ? visibleRecords(records, window) : null;
    if (wanted) followScrolling();
    for (const record of records) {
      if (wanted && !wanted.has(record)) erase(record);
      else if (!record.hidden && (again || !live.has(record))) paint(record);
    }
  }

  let isFollowingScroll = false;
  let frame = 0;
  /** Called only once there is a block that is painted in part. */
  function followScrolling(): void {
    if (isFollowingScroll) return;
    isFollowingScroll = true;
    const update = (): void => {
      frame ||= window.requestAnimationFrame(() => {
        frame = 0;
        for (const block of visible) if (isLong(block)) show(block, false);
      });
    };
    window.document.addEventListener('scroll', update, { capture: true, passive: true, signal });
    window.addEventListener('resize', update, { passive: true, signal });
  }

  function remove(records: Iterable<FlowRecord>): void {
    for (const record of records) {
      erase(record);
      const known = byBlock.get(record.block);
      known?.delete(record);
      if (known?.size === 0) {
        byBlock.delete(record.block);
        visible.delete(record.block);
        blocks.unwatch(record.block);
      }
    }
  }

  function erase(record: FlowRecord): void {
    for (const [highlight, range] of live.get(record) ?? []) highlight.delete(range);
    live.delete(record);
  }

  function repaint(kinds: HighlightKind[], groups: [HighlightKind, readonly Piece[]][]): void {
    for (const kind of kinds) {
      for (const isOnDark of [false, true]) highlights.get(highlightName(kind, isOnDark))?.clear();
    }
    for (const [kind, pieces] of groups) put(kind, pieces, []);
  }

  return {
    add(records, { now = false, insteadOf = NONE } = {}) {
      const painted = new Set([...insteadOf].filter((old) => live.has(old)).map(({ block }) => block));
      const waiting = new Set<Element>();
      for (const record of records) {
        let known = byBlock.get(record.block);
        if (!known) {
          byBlock.set(record.block, (known = new Set()));
          blocks.watch(record.block);
        }
        known.add(record);
        if (visible.has(record.block)) waiting.add(record.block);
        else if ((now || painted.has(record.block)) && !record.hidden) paint(record);
      }
      remove(insteadOf);
      for (const block of waiting) show(block, false);
    },
    remove,
    wipe: erase,
    refresh() {
      for (const block of visible) show(block);
      for (const record of [...live.keys()]) if (!visible.has(record.block)) paint(record);
    },
    point(mark) {
      const pieces = mark ? piecesOfMark(mark) : [];
      repaint(['on'], [['on', pieces]]);
    },
    paintNotes(next) {
      notes = next;
      repaint(
        ['note', 'note-on'],
        [...notes.values()].map((pieces) => ['note', pieces]),
      );
    },
    pointNote(id) {
      repaint(['note-on'], id === null ? [] : [['note-on', notes.get(id) ?? []]]);
    },
    liveCount: () => [...highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
  };
}
