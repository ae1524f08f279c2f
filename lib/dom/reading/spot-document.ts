/** Spots a whole document at once and answers offsets of its text content: for the terminal and for tests. */
import { turnsOutToBeEssay } from '../../core/spotter/essay-detector.ts';
import type { Judge, Occurrence, JudgedPassage } from '../../core/judge/judge.ts';
import type { Spotter } from '../../core/spotter/spotter.ts';
import { isExcluded, languageOf, type ReadingOptions, type SafeDom } from '../tree/element-kinds.ts';
import { nodeAt } from '../tree/text-pieces.ts';
import { createFlowReader } from './text-flow.ts';

export interface SpottedRange {
  /** UTF-16 units of `root.textContent`. */
  start: number;
  end: number;
  surface: string;
  occurrence: Occurrence;
}

/** Offset in `root.textContent` of each text node below the root. */
function textOffsets(root: Element): Map<Node, number> {
  const offsets = new Map<Node, number>();
  // Text content counts CDATA too, as it counts the text of elements that are never read.
  const walker = root.ownerDocument.createTreeWalker(root, 4 | 8 /* SHOW_TEXT, SHOW_CDATA_SECTION */);
  let offset = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    offsets.set(node, offset);
    offset += (node as CharacterData).length;
  }
  return offsets;
}

/** Every hit below the root with its verdict, hidden ones too, before the reader's density rule. `heading` may tell the essay. */
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
  let next = 0;
  const passages: JudgedPassage[] = flows.map((flow) => {
    const own = [];
    for (; next < hits.length && hits[next]!.start < flow.end; next++) {
      const { start, end, forms } = hits[next]!;
      own.push({ start: start - flow.start, end: end - flow.start, forms });
    }
    const lang = own.length > 0 ? languageOf(nodes[flow.firstNode]!) : '';
    return { text: text.slice(flow.start, flow.end), hits: own, lang };
  });
  const offsets = textOffsets(root);
  const outside = (offset: number): number => {
    const at = nodeAt(nodeStarts, offset);
    return offsets.get(nodes[at]!)! + offset - nodeStarts[at]!;
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
  let at = 0;
  return judged.flatMap((own, i) => {
    const base = flows[i]!.start;
    return own.map(() => {
      const occurrence = reviewed[at++]!;
      return {
        start: outside(base + occurrence.start),
        end: outside(base + occurrence.end - 1) + 1,
        surface: passages[i]!.text.slice(occurrence.start, occurrence.end),
        occurrence,
      };
    });
  });
}
