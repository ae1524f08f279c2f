/** npm run spot -- [--json] [--root SELECTOR] FILE… : which terms the product would mark in saved pages. */
import { parseArgs } from 'node:util';
import { loadEngine } from './spot/load-engine.ts';
import { spotFile, type SpottedLine } from './spot/spot-file.ts';

const USAGE = 'npm run spot -- [--json] [--root SELECTOR] FILE… (.html, .html.gz, .txt)';

function show({ start, end, surface, concepts, verdict, reasons }: SpottedLine): string {
  return `${verdict.padEnd(4)} ${`${start}–${end}`.padEnd(15)} ${surface.replace(/\s+/g, ' ')} → ${concepts.join(' or ')}  (${reasons.join('; ')})`;
}

function main(): number {
  let args;
  try {
    args = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, root: { type: 'string', default: 'body' } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return 2;
  }
  if (args.positionals.length === 0) {
    console.error(`No file named.\nUsage: ${USAGE}`);
    return 2;
  }
  const engine = loadEngine();
  let failed = false;
  for (const file of args.positionals) {
    try {
      const lines = spotFile(file, args.values.root, engine);
      if (!args.values.json) {
        console.log(`${file}: ${lines.filter((l) => l.verdict === 'mark').length} marks`);
      }
      for (const line of lines) console.log(args.values.json ? JSON.stringify(line) : `  ${show(line)}`);
    } catch (error) {
      console.error(`${file} ${(error as Error).message}`);
      failed = true;
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = main();
