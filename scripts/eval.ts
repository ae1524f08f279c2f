/**
 * npm run eval -- --senses DIR [--json] [--wrong] [--fit] : how often a labelled word is marked as the concept
 * that it means, and only then.
 * npm run eval -- --anchoring DIR [--json] [--wrong] : how often a pinned passage is found again, and nothing else.
 */
import { parseArgs } from 'node:util';
import { printAnchoring } from './eval/anchoring.ts';
import { BIAS, FEATURES, THRESHOLD, WEIGHTS } from '../lib/core/judge/weights.ts';
import { reportOf, SURE, type Figures } from './eval/figures.ts';
import { crossCheck, fit } from './eval/fit.ts';
import { judgeLabels, type JudgedWord } from './eval/judged.ts';
import { readLabels } from './eval/labels.ts';
import { loadEngine } from './spot/load-engine.ts';

const USAGE =
  'npm run eval -- --senses DIR [--json] [--wrong] [--fit]\n       npm run eval -- --anchoring DIR [--json] [--wrong]';

const share = (value: number | null): string => (value === null ? '   –  ' : value.toFixed(3).padStart(6));

function line(name: string, { precision, recall, f1, same, other }: Figures): string {
  const counts = `${same}`.padStart(6) + `${other}`.padStart(7);
  return `${name.padEnd(22)}${share(precision)}  ${share(recall)}  ${share(f1)}${counts}`;
}

function printTables(judged: readonly JudgedWord[]): void {
  const report = reportOf(judged);
  console.log(`${''.padEnd(22)}precis.  recall      F1  same  other`);
  console.log(line('occurrences', report.occurrences));
  console.log(line('documents', report.documents));
  console.log(line('cjk', report.cjk));
  console.log(line('all', report.all));
  console.log('\nby evidence');
  for (const [evidence, figures] of Object.entries(report.byEvidence)) console.log(line(evidence, figures));
  console.log('\nby term');
  for (const [term, figures] of Object.entries(report.byTerm)) console.log(line(term, figures));
}

const isSure = ({ part, evidence }: JudgedWord): boolean => part !== 'occurrences' || SURE.includes(evidence);

function printWrong(judged: readonly JudgedWord[]): void {
  const show = (title: string, words: readonly JudgedWord[]): void => {
    console.log(`\n${title} (${words.length})`);
    for (const word of words) {
      console.log(`  ${word.term}, ${word.evidence}, ${word.name}: ${word.around}\n    ${word.verdicts}`);
    }
  };
  const known = judged.filter((word) => !word.isUnmapped && isSure(word));
  show(
    'marked, but means something else',
    known.filter((word) => word.isMarked && word.label === 'other'),
  );
  show(
    'not marked, but means it',
    known.filter((word) => !word.isMarked && word.label === 'same' && !word.isNoForm),
  );
}

function printRest(judged: readonly JudgedWord[]): void {
  const count = (words: readonly JudgedWord[]): string => {
    const terms = new Map<string, number>();
    for (const { term, surface } of words) {
      const key = `${term} “${surface}”`;
      terms.set(key, (terms.get(key) ?? 0) + 1);
    }
    return [...terms].map(([term, times]) => (times > 1 ? `${term} ×${times}` : term)).join(', ') || 'none';
  };
  const known = judged.filter((word) => !word.isUnmapped && isSure(word));
  const noForm = known.filter((word) => word.isNoForm && word.label === 'same');
  console.log(`\nno form of the concept, counted as missed: ${count(noForm)}`);
  const unmapped = judged.filter((word) => word.isUnmapped);
  console.log(`no such concept in the glossary, left out: ${count(unmapped)}`);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function main(): number {
  let args;
  try {
    args = parseArgs({
      options: {
        senses: { type: 'string' },
        anchoring: { type: 'string' },
        glossary: { type: 'string' },
        json: { type: 'boolean' },
        wrong: { type: 'boolean' },
        fit: { type: 'boolean' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return 2;
  }
  if (args.values.anchoring !== undefined) {
    const { json = false, wrong = false } = args.values;
    printAnchoring(args.values.anchoring, { json, wrong });
    return 0;
  }
  const { senses, json, wrong, fit: wantsFit } = args.values;
  if (senses === undefined) {
    console.error(`No folder of labels named.\nUsage: ${USAGE}`);
    return 2;
  }
  const judged = judgeLabels(readLabels(senses), loadEngine(args.values.glossary));
  if (json) {
    console.log(JSON.stringify(reportOf(judged)));
    return 0;
  }
  printTables(judged);
  const fitted = judged.filter((word) => !word.isUnmapped && isSure(word));
  console.log(
    `\nwith weights fitted on four fifths of the articles, on the fifth:\n${line('five folds', crossCheck(fitted))}`,
  );
  printRest(judged);
  if (wrong) printWrong(judged);
  if (wantsFit) {
    const { weights, bias, threshold } = fit(fitted);
    console.log('\nfitted on all (now in use)');
    console.log(`  bias ${rounded(bias)} (${BIAS}), threshold ${rounded(threshold)} (${THRESHOLD})`);
    for (const feature of FEATURES) {
      console.log(`  ${feature} ${rounded(weights[feature])} (${WEIGHTS[feature]})`);
    }
  }
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
