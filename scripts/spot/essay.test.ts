/** Over the essay that the glossary grew out of, where its text and the research are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadEngine } from './load-engine.ts';
import { spotText } from './spot-file.ts';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ESSAY = fromHere('../../../shared/corpus/essay.txt');
const RESEARCH = fromHere('../../../shared/glossary-research/concepts.json');

interface Researched {
  id: string;
  forms: { text: string; inEssay?: boolean; caseSensitive?: boolean; neverMatch?: string[] }[];
  neverMatch?: string[];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
/** Finds `text` as whole words, whatever the apostrophes, hyphens, blanks and line breaks. */
function placesOf(text: string, whole: string, keepsCase: boolean): [number, number][] {
  const pattern = escaped(text)
    .replace(/['’‘]/g, "['’‘]")
    .replace(/(?:\\-|-|–|—)/g, '[-‐‑–—]')
    .replace(/\s+/g, '\\s+');
  const found = whole.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, keepsCase ? 'gu' : 'giu'),
  );
  return [...found].map(({ 0: surface, index }) => [index, index + surface.length]);
}

const isHere = existsSync(ESSAY) && existsSync(RESEARCH);

describe.skipIf(!isHere)('the essay', () => {
  // Skipped parts are still searched for their tests.
  const whole = isHere ? readFileSync(ESSAY, 'utf8') : '';
  const engine = loadEngine();
  const shipped = new Set(engine.concepts.map(({ id }) => id));
  const research = (JSON.parse(isHere ? readFileSync(RESEARCH, 'utf8') : '[]') as Researched[]).filter(
    ({ id }) => shipped.has(id),
  );
  const marked = spotText(whole, engine).spotted.filter(({ occurrence }) => occurrence.verdict === 'mark');
  const liesInMark = ([start, end]: [number, number]): boolean =>
    marked.some((mark) => mark.start <= start && mark.end >= end);

  test('has a mark over every form that the research found in it', () => {
    const missing = research.flatMap(({ id, forms }) =>
      forms
        .filter(({ inEssay }) => inEssay === true)
        .filter(({ text, caseSensitive }) => {
          const places = placesOf(text, whole, caseSensitive === true);
          return places.length > 0 && !places.some(liesInMark);
        })
        .map(({ text }) => `${id}: ${text}`),
    );
    expect(missing).toEqual([]);
  });

  test('has no mark of a concept inside a phrase that the research warns against', () => {
    const wrong = research.flatMap(({ id, forms, neverMatch = [] }) => {
      const warned = [...neverMatch, ...forms.flatMap((form) => form.neverMatch ?? [])];
      return warned.flatMap((phrase) =>
        placesOf(phrase, whole, false)
          .filter(([start, end]) =>
            marked.some(
              (mark) =>
                mark.start >= start &&
                mark.end <= end &&
                mark.end - mark.start < end - start &&
                engine.index.idOf(mark.occurrence.concepts[0]!) === id,
            ),
          )
          .map(() => `${id}: ${phrase}`),
      );
    });
    expect(wrong).toEqual([]);
  });
});
