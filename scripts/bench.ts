/** npm run bench [-- --json] [NAME…] : where we stand against the limit and the peers, as ratios of one run. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchLetters } from './bench/letter-bench.ts';
import { benchLongestTask } from './bench/task-bench.ts';
import type { Measured } from './bench/measure.ts';
import { benchLive } from './bench/live-bench.ts';
import { benchMarks } from './bench/marks-bench.ts';
import { benchPages } from './bench/page-bench.ts';
import { benchSizes } from './bench/size-bench.ts';
import { benchSpotter } from './bench/spot-bench.ts';
import { buildBundledIndex, indexFormsOf } from './glossary/bundled-index.ts';
import { readGlossary } from './glossary/read-glossary.ts';

const NAMES = [
  'spot.bundled',
  'spot.100k',
  'spot.bundled/regexp',
  'spot.bundled/aho-corasick',
  'page.warm',
  'first-mark.large/small',
  'first-mark/markjs',
  'notes.longest-part',
  'longest-task',
  'library.letter-ms',
  'large.longest-task',
  'quiet.tasks',
  'quiet.longest-task',
  'quiet.after',
  'typing',
  'append',
  'feed',
  'memory.windowed/all',
  'hover/browser',
  'content-script.gzip',
  'card-script.gzip',
  'finder-script.gzip',
  'index.gzip/form',
];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const unknown = positionals.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0) {
    console.error(`No such bench: ${unknown.join(', ')}. There are: ${NAMES.join(', ')}.`);
    return 2;
  }
  const wants = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
  const print = (results: Measured[]): void => {
    for (const { name, value, unit, against } of results) {
      const rounded = Number(value.toPrecision(4));
      if (values.json) console.log(JSON.stringify({ name, value: rounded, unit, against }));
      else console.log(`${name.padEnd(26)} ${String(rounded).padStart(8)} ${unit.padEnd(13)} ${against}`);
    }
  };
  const { concepts, subjects } = readGlossary(fileURLToPath(new URL('../glossary', import.meta.url)));
  const forms = indexFormsOf(concepts);
  print(await benchSpotter(forms, wants));
  print(await benchPages(forms, wants));
  print(await benchMarks(wants));
  print(await benchLive(forms, wants));
  if (wants('longest-task')) print([await benchLongestTask()]);
  if (wants('library.letter-ms')) print([await benchLetters()]);
  print(benchSizes(buildBundledIndex(concepts, subjects), forms.filter((form) => !form.never).length, wants));
  return 0;
}

process.exitCode = await main();
