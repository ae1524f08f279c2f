/** Owns the marks of a page: which there are, which of them are shown, and their paint (MARK-07). */
import type { Judge } from '../../core/judge/judge.ts';
import { createThinning, thin, type Density, type Marking, type Thinning } from '../../core/marks/density.ts';
import type { MarkStyle } from '../../core/marks/mark-style.ts';
import { piecesOfMark, type FlowRecord, type Mark } from '../reading/flow-record.ts';
import { createPageColorScheme } from './color-scheme.ts';
import { isExcludedFromMarks } from './mark-filter.ts';
import { createOccurrenceIndex, isRefused, shareText, type OccurrenceIndex } from './occurrence-index.ts';
import { createPainter, type Painter } from './painter.ts';

/** Which occurrences the reader wants marked, and in which style. */
export interface MarkSettings extends Marking {
  markStyle: MarkStyle;
}

export interface PageMarks {
  readonly occurrences: Omit<OccurrenceIndex, 'add' | 'remove' | 'review'>;
  readonly painter: Omit<Painter, 'add' | 'remove' | 'wipe' | 'refresh'>;
  /** A pass over the page begins: density counts its marks from zero. */
  beginPass(): void;
  /**
   * Takes newly read records, in document order, in place of those that read the same text before. `now`: paints those
   * that are not observed yet at once.
   */
  take(records: FlowRecord[], now?: boolean): void;
  /** False if there was nothing to drop. */
  drop(isGone: (record: FlowRecord) => boolean): boolean;
  /** Judges every mark again in the light of the whole page. `inSlices` calls a step until it returns false. */
  review(judge: Pick<Judge, 'reviewer'>, inSlices: (step: () => boolean) => Promise<void>): Promise<void>;
  /** Decides by density which marks of the whole page are shown. */
  settle(): void;
  setMarking(marking: MarkSettings): void;
  /** Erases marks whose words are no longer in this node; to be called before the page draws. */
  textChanged(node: Text): void;
  /** Colours may have changed while `isFollowed` was false. */
  checkColors(): void;
}

export interface PageMarksOptions {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  marking: MarkSettings;
  /** Negative if the first node is shown before the second. */
  order(a: Node, b: Node): number;
  /** False once the extension behind this script is gone: nothing is painted then. */
  isAlive(): boolean;
  /** False while the page changes too much to be followed. */
  isFollowed(): boolean;
  /** Rules of the highlights, for browsers in which those of the document do not reach into shadow trees. */
  sheet?: (() => CSSStyleSheet) | undefined;
  /** Marks appeared, vanished or changed. */
  onChanged(): void;
  /** The page changed its colours, and this many marks were painted again. */
  onRecolored(marks: number): void;
}

/** Equal for two readings of the same occurrence. */
const identityOf = ({ record, occurrence }: Mark): string =>
  `${record.section}/${occurrence.concepts.join()}/${occurrence.start}`;

const isUnchanged = (mark: Mark): boolean =>
  mark.surface ===
  piecesOfMark(mark)
    .map(({ node, start, end }) => node.data.slice(start, end))
    .join('');

/** Sets `shown` of all marks of a page; true if that changed any. */
export function thinMarks(
  marks: readonly Mark[],
  density: Density,
  isExcluded: (mark: Mark) => boolean = () => false,
): boolean {
  const shown = thin(
    marks.map((mark) =>
      isExcluded(mark)
        ? null
        : { concept: mark.occurrence.concepts[0]!, section: mark.record.section, wasShown: mark.wasShown },
    ),
    density,
  );
  let isChanged = false;
  marks.forEach((mark, i) => {
    if (mark.shown !== shown[i]) isChanged = true;
    mark.shown = shown[i]!;
  });
  return isChanged;
}

/** A mark that a review refused is no longer shown; one that it accepted waits for `thinMarks`. */
export function unshowRefused(mark: Mark): void {
  if (isRefused(mark)) mark.shown = mark.wasShown = false;
}

export function createPageMarks(options: PageMarksOptions): PageMarks {
  const { window, signal, onChanged } = options;
  let { marking } = options;
  let thinning: Thinning = createThinning(marking.density);
  const occurrences = createOccurrenceIndex(options.order);
  const colors = createPageColorScheme({
    window,
    signal,
    isFollowed: options.isFollowed,
    onChanged() {
      painter.refresh();
      options.onRecolored(painter.liveCount());
    },
  });
  const painter = createPainter({
    window,
    signal,
    isDark: colors.isDark,
    isAlive: options.isAlive,
    style: () => marking.markStyle,
    sheet: options.sheet,
    onDisplay(records, isDisplayed) {
      for (const record of records) record.hidden = !isDisplayed;
      settle();
      onChanged();
    },
  });
  const isExcluded = (mark: Mark): boolean => isExcludedFromMarks(mark, marking);

  const thinAll = (): boolean => thinMarks(occurrences.marks(), marking.density, isExcluded);

  function settle(): void {
    if (thinAll()) painter.refresh();
  }

  function repaint(): void {
    thinAll();
    painter.refresh();
    onChanged();
  }

  /** Readings of the same text by an earlier pass; the newer ones know more of what surrounds them. */
  function earlierReadingsOf(records: readonly FlowRecord[]): Set<FlowRecord> {
    const earlier = new Set<FlowRecord>();
    for (const record of records) {
      for (const node of record.nodes) {
        for (const known of occurrences.recordsOf(node)) if (shareText(known, record)) earlier.add(known);
      }
    }
    return earlier;
  }

  /** Marks that are painted already stay, whatever density says. */
  function replace(earlier: ReadonlySet<FlowRecord>, records: readonly FlowRecord[]): void {
    const shown = new Set<string>();
    for (const { marks } of earlier) for (const mark of marks) if (mark.shown) shown.add(identityOf(mark));
    occurrences.remove((record) => earlier.has(record));
    for (const { marks } of records) for (const mark of marks) mark.wasShown = shown.has(identityOf(mark));
  }

  const isShown = (mark: Mark): boolean =>
    !mark.record.hidden &&
    !isRefused(mark) &&
    !isExcluded(mark) &&
    thinning.admit({
      concept: mark.occurrence.concepts[0]!,
      section: mark.record.section,
      wasShown: mark.wasShown,
    });

  return {
    occurrences,
    painter,
    beginPass() {
      thinning = createThinning(marking.density);
    },
    take(records, now = false) {
      if (records.length === 0) return;
      for (const record of records) record.hidden = !record.block.checkVisibility();
      const earlier = earlierReadingsOf(records);
      if (earlier.size > 0) replace(earlier, records);
      for (const { marks } of records) for (const mark of marks) mark.shown = isShown(mark);
      occurrences.add(records);
      painter.add(records, { now, insteadOf: earlier });
      onChanged();
    },
    drop(isGone) {
      const gone = occurrences.remove(isGone);
      painter.remove(gone);
      if (gone.length === 0) return false;
      settle();
      onChanged();
      return true;
    },
    async review(judge, inSlices) {
      let isChanged = false;
      const step = occurrences.review(judge, (mark) => {
        unshowRefused(mark);
        isChanged = true;
      });
      // The first part at once: on most pages it is all, and their marks must not flicker.
      if (step()) await inSlices(step);
      if (isChanged && !signal.aborted) repaint();
    },
    settle,
    setMarking(next) {
      marking = next;
      repaint();
    },
    textChanged(node) {
      for (const record of occurrences.recordsOf(node)) {
        if (record.marks.some((mark) => mark.shown && !isUnchanged(mark))) painter.wipe(record);
      }
    },
    checkColors: colors.check,
  };
}
