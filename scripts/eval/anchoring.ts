/** npm run eval -- --anchoring DIR: whether a pinned passage is found again where it belongs. */
import { runHypothesis, runAnnotator } from './anchoring/peer-suites.ts';
import { countsOf, type Counts, type Outcome } from './anchoring/outcome.ts';
import { runReader } from './anchoring/reader.ts';
import { runRevisions, STATUSES } from './anchoring/revisions.ts';
import { OURS, PEER, type Side } from './anchoring/sides.ts';

export interface AnchoringReport {
  revisions: Record<(typeof STATUSES)[number], Counts>;
  reader: Counts;
  annotator: Counts;
  hypothesis: Counts;
  /** The same data through another matcher. */
  peer: { name: string; revisions: AnchoringReport['revisions']; reader: Counts };
}

const byStatus = (outcomes: readonly Outcome[]): AnchoringReport['revisions'] =>
  Object.fromEntries(
    STATUSES.map((status) => [status, countsOf(outcomes.filter((outcome) => outcome.class === status))]),
  ) as AnchoringReport['revisions'];

export function evaluateAnchoring(folder: string): { report: AnchoringReport; outcomes: Outcome[] } {
  const of = (side: Side): { revisions: Outcome[]; reader: Outcome[] } => ({
    revisions: runRevisions(folder, side),
    reader: runReader(folder, side),
  });
  const ours = of(OURS);
  const peer = of(PEER);
  const annotator = runAnnotator(folder);
  const hypothesis = runHypothesis(folder);
  return {
    outcomes: [...ours.revisions, ...ours.reader, ...annotator, ...hypothesis],
    report: {
      revisions: byStatus(ours.revisions),
      reader: countsOf(ours.reader),
      annotator: countsOf(annotator),
      hypothesis: countsOf(hypothesis),
      peer: { name: PEER.name, revisions: byStatus(peer.revisions), reader: countsOf(peer.reader) },
    },
  };
}

export function printAnchoring(folder: string, options: { json: boolean; wrong: boolean }): void {
  const { report, outcomes } = evaluateAnchoring(folder);
  if (options.json) {
    console.log(JSON.stringify(report));
    return;
  }
  const line = (name: string, { n, right, wrong, lost }: Counts): void => {
    const share = n === 0 ? '–' : (right / n).toFixed(3);
    console.log(
      name.padEnd(22) +
        [n, right, wrong, lost].map((count) => String(count).padStart(7)).join('') +
        share.padStart(9),
    );
  };
  console.log(`${''.padEnd(22)}      n  right  wrong   lost    right`);
  for (const status of STATUSES) line(status, report.revisions[status]);
  line('reader view', report.reader);
  line('annotator', report.annotator);
  line('hypothesis', report.hypothesis);
  console.log(`\n${report.peer.name}`);
  for (const status of STATUSES) line(status, report.peer.revisions[status]);
  line('reader view', report.peer.reader);
  if (!options.wrong) return;
  console.log('');
  for (const { is, name, details, class: kind } of outcomes) {
    if (is !== 'right') console.log(`${kind}, ${is}: ${name}\n    ${details}`);
  }
}
