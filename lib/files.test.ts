/** Files: how long they may be, and that each name says what it holds and occurs once. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources, ROOT } from './testing/house/import-graph.ts';

const sources = readSources();
const linesOf = (text: string): number => text.split('\n').length - 1;

describe('lengths', () => {
  test('no file is longer than 350 lines, and most are short', () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: linesOf(text) }));
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(90);
  });

  test('no sheet is longer than 350 lines', () => {
    const sheets = readdirSync(join(ROOT, 'lib/ui'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => ({ name, lines: linesOf(readFileSync(join(ROOT, 'lib/ui', name), 'utf8')) }));
    expect(sheets.length).toBeGreaterThan(8);
    expect(sheets.filter(({ lines }) => lines > 350)).toEqual([]);
  });
});
