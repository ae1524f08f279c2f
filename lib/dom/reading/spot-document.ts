/** Spots a whole document at once, with offsets into its text content. For the terminal and tests; never shipped. */
import type { Judge, JudgedPassage, Occurrence } from '../../core/judge/judge.ts';
import { turnsOutToBeEssay } from '../../core/spotter/essay-detector.ts';
import type { Hit, Spotter } from '../../core/spotter/spotter.ts';
import type { SafeDom } from '../tree/safe-dom.ts';
import { nodeAt } from '../tree/text-pieces.ts';
import type { ReadingOptions } from './element-lookup.ts';
import { createFlowReader } from './text-flow.ts';
import { isExcluded, languageOf } from './text-markup.ts';

export interface SpottedRange {
  /** UTF-16 units of `root.textContent`. */
  start: number;
  end: number;
  surface: string;
  occurrence: Occurrence;
}

/** Offset in `root.textContent` of each text node below the root. */
function textContentOffsets(root: Element): Map<Node, number> {
  const offsets = new Map<Node, number>();
  // textContent includes CDATA sections and the text of elements that are never read.
  const walker = root.ownerDocument.createTreeWalker(root, 4 | 8 /* SHOW_TEXT, SHOW_CDATA_SECTION */);
  let offset = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    offsets.set(node, offset);
    offset += (node as CharacterData).length;
  }
  return offsets;
}

/**
 * Every hit below the root with its verdict, hidden ones too, before the reader's density applies.
 * @param heading title and headings, by which the essay is recognized.
 */
export function spotDocument(
  root: Element,
  dom: SafeDom,
  { spotter, judge, heading = '' }: { spotter: Spotter; judge: Judge; heading?: string },
  options: ReadingOptions = {},
): SpottedRange[] {
  const batch = createFlowReader(root, dom, { ...options, uncut: true }).read(Infinity);
  if (!batch) return [];
  const { text, nodes, nodeStarts, flows } = batch;
  let hits = spotter.spot(text);
  if (turnsOutToBeEssay(spotter, heading)) hits = spotter.spot(text);
  let nextHit = 0;
  const passages: JudgedPassage[] = flows.map((flow) => {
    const flowHits: Hit[] = [];
    for (; nextHit < hits.length && hits[nextHit]!.start < flow.end; nextHit++) {
      const { start, end, forms } = hits[nextHit]!;
      flowHits.push({ start: start - flow.start, end: end - flow.start, forms });
    }
    const lang = flowHits.length > 0 ? languageOf(nodes[flow.firstNode]!) : '';
    return { text: text.slice(flow.start, flow.end), hits: flowHits, lang };
  });
  const offsets = textContentOffsets(root);
  const toTextContent = (offset: number): number => {
    const index = nodeAt(nodeStarts, offset);
    return offsets.get(nodes[index]!)! + offset - nodeStarts[index]!;
  };
  const isReadable = (offset: number): boolean => !isExcluded(nodes[nodeAt(nodeStarts, offset)]!);
  const judged = passages.map((passage, i) =>
    passage.hits.length === 0
      ? []
      : judge
          .judge(passage, passages[i - 1] ?? null, passages[i + 1] ?? null)
          .filter(({ start }) => isReadable(flows[i]!.start + start)),
  );
  const reviewed = judge.review(judged.flat());
  let nextReviewed = 0;
  return judged.flatMap((occurrences, i) => {
    const base = flows[i]!.start;
    return occurrences.map(() => {
      const occurrence = reviewed[nextReviewed++]!;
      return {
        start: toTextContent(base + occurrence.start),
        end: toTextContent(base + occurrence.end - 1) + 1,
        surface: passages[i]!.text.slice(occurrence.start, occurrence.end),
        occurrence,
      };
    });
  });
}
