/** The command as a person, or another program, runs it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { SMALL_GLOSSARY } from '../lib/testing/small-glossary.ts';
import { createTemporaryFolder } from '../lib/testing/temporary-folder.ts';
import type { Report } from './eval/figures.ts';

const EVAL = fileURLToPath(new URL('eval.ts', import.meta.url));
const folder = createTemporaryFolder();
afterAll(() => folder.remove());

interface Ended {
  code: number;
  out: string;
  err: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [EVAL, ...args], { timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
    });
  });

const lines = (...rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
function rowOf(text: string, label: string, changes: { surface?: string; term?: string } = {}): object {
  const { surface = 'mint', term = 'mint' } = changes;
  const start = text.indexOf(surface);
  return { id: text, text, term, label, evidence: 'link', start, end: start + surface.length, surface };
}

const COINS = 'Silver coins were struck at the mint for the treasury.';
const PAGE = '<title>Money</title><div id="mw-content-text"><p>Gold coins came from the mint.</p></div>';

beforeAll(() => {
  folder.write({
    'senses/concept-ids.json': '{"mint": ["mint"], "purse": []}',
    'senses/occurrences.jsonl': lines(
      rowOf(COINS, 'same'),
      rowOf('Tea with leaves of mint from the herb garden.', 'other'),
      rowOf('Gold was struck at the mint; silver too.', 'instance'),
      rowOf('The moneyer slept.', 'same', { surface: 'moneyer' }),
      rowOf('A purse.', 'same', { surface: 'purse', term: 'purse' }),
    ),
    'senses/documents.jsonl': lines({
      file: 'wiki/x.html.gz',
      labels: [{ term: 'mint', label: 'same', start: 25, end: 29, surface: 'mint' }],
    }),
    'pages/wiki/x.html.gz': gzipSync(PAGE),
    'senses/cjk-occurrences.jsonl': '',
  });
  for (const [name, text] of Object.entries(SMALL_GLOSSARY)) folder.write({ [`glossary/${name}`]: text });
});
const paths = (): string[] => [
  '--senses',
  join(folder.path, 'senses'),
  '--glossary',
  join(folder.path, 'glossary'),
];

describe('npm run eval', () => {
  test('is there', () => {
    expect(packageJson.scripts.eval).toBe('node scripts/with-node.mjs scripts/eval.ts');
  });

  test('--json prints exactly one object, of the promised shape', async () => {
    const { code, out, err } = await run(...paths(), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n')).toHaveLength(1);
    const report = JSON.parse(out) as Report;
    const half = { precision: 1, recall: 0.5, f1: 2 / 3, same: 2, other: 1 };
    const one = { precision: 1, recall: 1, f1: 1, same: 1, other: 0 };
    expect(report).toEqual({
      all: { precision: 1, recall: 2 / 3, f1: 0.8, same: 3, other: 1 },
      occurrences: half,
      documents: one,
      cjk: { precision: null, recall: null, f1: null, same: 0, other: 0 },
      byEvidence: { documents: one, link: half },
      byTerm: { mint: { precision: 1, recall: 2 / 3, f1: 0.8, same: 3, other: 1 } },
    });
  });

  test('for a person: tables, the cross-check, what has no form and what has no concept', async () => {
    const { code, out } = await run(...paths());
    expect(code).toBe(0);
    expect(out).toMatch(/^occurrences +1\.000 +0\.500 +0\.667 +2 +1$/m);
    expect(out).toMatch(/^cjk +– +– +– +0 +0$/m);
    expect(out).toContain('by evidence');
    expect(out).toContain('by term');
    expect(out).toMatch(/^five folds +\d/m);
    expect(out).toContain('no form of the concept, counted as missed: mint “moneyer”');
    expect(out).toContain('no such concept in the glossary, left out: purse “purse”');
  });

  test('--wrong names each miss with what was said there; --fit the weights', async () => {
    folder.write({
      'wrong/concept-ids.json': '{"mint": ["mint"]}',
      'wrong/occurrences.jsonl': lines(
        rowOf(COINS, 'other'),
        rowOf('Tea with leaves of mint and basil.', 'same'),
      ),
    });
    const { code, out } = await run(
      '--senses',
      join(folder.path, 'wrong'),
      ...paths().slice(2),
      '--wrong',
      '--fit',
    );
    expect(code).toBe(0);
    expect(out).toMatch(
      /marked, but means something else \(1\)\n {2}mint, link, .*struck at the \[mint\].*\n {4}mark mint → mint \(These words are nearby/,
    );
    expect(out).toMatch(
      /not marked, but means it \(1\)\n.*leaves of \[mint\].*\n {4}hide mint → mint \(Words nearby point/,
    );
    expect(out).toMatch(/fitted on all \(now in use\)\n {2}bias -?[\d.]+ \(-?[\d.]+\), threshold/);
    expect(out).toMatch(/^ {2}words [\d.]+ \([\d.]+\)$/m);
  });

  test.each<[string, string[], number, RegExp]>([
    ['no folder', ['--json'], 2, /No folder of labels named\.\nUsage: npm run eval -- --senses DIR/],
    ['an unknown option', ['--sense', 'x'], 2, /Unknown option '--sense'[\s\S]*Usage: npm run eval/],
    ['an option without its value', ['--senses'], 2, /--senses[\s\S]*Usage: npm run eval/],
    ['a word too many', ['--senses', 'x', 'y'], 2, /'y'[\s\S]*Usage: npm run eval/],
    ['a folder that is not there', ['--senses', 'not/there', '--json'], 1, /not.there.*is missing/],
  ])('%s: says so on the error stream alone, and fails', async (_, args, expected, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toMatch(message);
    // Words for a person, no trace of calls.
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('labels that are broken, or a glossary that is, fail with file and line', async () => {
    folder.write({
      'broken/concept-ids.json': '{}',
      'broken/occurrences.jsonl': '{"id": ',
      'no-glossary/money/mint.yaml': 'id: mint\n',
    });
    const labels = await run('--senses', join(folder.path, 'broken'), '--json');
    expect(labels).toMatchObject({ code: 1, out: '' });
    expect(labels.err).toContain('occurrences.jsonl:1 is no JSON');
    const glossary = await run(...paths().slice(0, 3), join(folder.path, 'no-glossary'), '--json');
    expect(glossary).toMatchObject({ code: 1, out: '' });
    expect(glossary.err).toMatch(/The glossary has \d+ problems, the first in .+:\d+: /);
  });
});
