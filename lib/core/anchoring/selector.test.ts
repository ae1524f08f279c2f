import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { normalizeText } from '../base/normalized-text.ts';
import { createPassageFinder, type FoundPassage } from './passage-finder.ts';
import { describe, type Selector, type TextQuoteSelector } from './selector.ts';

const find = (text: string, selectors: readonly Selector[]): FoundPassage | null =>
  createPassageFinder(text).find(selectors);

const quoteOf = (selectors: Selector[]): TextQuoteSelector =>
  selectors.find((selector) => selector.type === 'TextQuoteSelector')!;
const withoutPosition = (selectors: Selector[]): Selector[] =>
  selectors.filter((selector) => selector.type === 'TextQuoteSelector');

const LINE = 'The soviet met at night. Delegates came from every factory of the district, tired and loud.';
const words = fc.constantFrom(
  'soviet',
  'the',
  'hukou',
  'a',
  '户口',
  '😀',
  'x',
  '.',
  '\n',
  'commune',
  'the the',
);
const texts = fc.array(words, { minLength: 1, maxLength: 80 }).map((list) => list.join(' '));

/** A text and a passage in it that does not cut a character in two. */
const passages = fc
  .tuple(fc.oneof(texts, fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })), fc.nat(), fc.nat())
  .map(([text, a, b]) => {
    const edges = [0];
    for (const character of text) edges.push(edges.at(-1)! + character.length);
    const from = a % (edges.length - 1);
    const to = from + 1 + (b % (edges.length - 1 - from));
    return { text, start: edges[from]!, end: edges[to]! };
  })
  // As the page gives them: without white space at the ends.
  .filter(({ text, start, end }) => {
    const quote = text.slice(start, end);
    return !/^[\s\p{Cf}]|[\s\p{Cf}]$/u.test(quote) && normalizeText(quote) !== '';
  });

group('describe', () => {
  it('keeps the words and what stands around them, cut at words', () => {
    const start = LINE.indexOf('Delegates');
    const [quote, position] = describe(
      `${LINE} ${LINE.toUpperCase()}`,
      start,
      start + 'Delegates came from'.length,
    );
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: 'Delegates came from',
      prefix: 'The soviet met at night. ',
      suffix: ' every factory of the district, tired and loud. THE SOVIET MET AT',
    });
    expect(position).toEqual({ type: 'TextPositionSelector', start, end: start + 19 });
  });

  it.each([
    ['short quote', 5, 64],
    ['long quote', 40, 32],
  ])('%s: at least so much context on each side', (_name, length, least) => {
    const text = 'abcdefghij'.repeat(60);
    const { prefix, suffix } = quoteOf(describe(text.slice(0, 250) + 'QQ' + text, 250, 250 + length));
    expect(prefix.length).toBeGreaterThanOrEqual(least);
    expect(suffix.length).toBeGreaterThanOrEqual(least);
    expect(prefix.length).toBeLessThanOrEqual(least + 16);
  });

  it('takes as much context as tells repeats apart', () => {
    const same = `${'same words again and again '.repeat(20)}here `;
    const text = `first ${same}second ${same}`;
    const start = text.lastIndexOf('here');
    const quote = quoteOf(describe(text, start, start + 4));
    expect(quote.prefix).toContain('second');
    expect(find(text, [quote])).toEqual({ start, end: start + 4, how: 'quote', score: 1 });
  });

  it('ends its search for context in a text that only repeats', () => {
    const quote = quoteOf(describe('la '.repeat(100_000), 150_000, 150_002));
    expect(quote.prefix.length).toBeLessThan(1100);
  });

  it('never cuts a surrogate pair', () => {
    const text = '😀'.repeat(200);
    const { prefix, suffix } = quoteOf(describe(text, 200, 202));
    expect(prefix + suffix).not.toMatch(/\p{Surrogate}/u);
  });

  it.each([
    [3, 3],
    [5, 2],
    [-1, 2],
    [0, 99],
  ])('refuses [%i, %i) of ten', (start, end) => {
    expect(() => describe('0123456789', start, end)).toThrow(RangeError);
  });
});

group('find', () => {
  const at = LINE.indexOf('factory');
  const selectors = describe(LINE, at, at + 7);

  it.each<[string, string, Selector[], { start: number; how: string } | null]>([
    ['unchanged', LINE, selectors, { start: at, how: 'position' }],
    ['moved by new text before', `New. ${LINE}`, selectors, { start: at + 5, how: 'quote' }],
    ['moved to the front', LINE.slice(40), selectors, { start: at - 40, how: 'quote' }],
    ['surroundings rewritten', 'One factory only.', selectors, { start: 4, how: 'quote' }],
    [
      'still at its place in changed surroundings',
      `${'-'.repeat(at)}factory`,
      selectors,
      { start: at, how: 'position' },
    ],
    ['gone', LINE.replace('factory', 'workshop'), selectors, null],
    ['empty page', '', selectors, null],
    ['no selector', LINE, [], null],
    [
      'position alone',
      LINE,
      [{ type: 'TextPositionSelector', start: 4, end: 10 }],
      { start: 4, how: 'position' },
    ],
    ['position alone, past the end', 'short', [{ type: 'TextPositionSelector', start: 4, end: 10 }], null],
    ['an empty quote', LINE, [{ type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' }], null],
    [
      'same words at the old position, but the surroundings are elsewhere',
      `a soviet, b soviet, the Petrograd soviet met`,
      [
        { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'Petrograd ', suffix: ' met' },
        { type: 'TextPositionSelector', start: 2, end: 8 },
      ],
      { start: 34, how: 'quote' },
    ],
    [
      'one changed word near the quote',
      'cold iron gate opens at noon; warm iron gates open at dawn daily',
      [{ type: 'TextQuoteSelector', exact: 'open', prefix: 'warm iron gate, ', suffix: ' at dawn daily' }],
      { start: 46, how: 'quote' },
    ],
    [
      'equal surroundings: the nearest to the old position',
      'x soviet y x soviet y x soviet y',
      [
        { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'x ', suffix: ' y' },
        { type: 'TextPositionSelector', start: 15, end: 21 },
      ],
      { start: 13, how: 'quote' },
    ],
    [
      'equal surroundings, no position: the first',
      'x soviet y x soviet y',
      [{ type: 'TextQuoteSelector', exact: 'soviet', prefix: 'x ', suffix: ' y' }],
      { start: 2, how: 'quote' },
    ],
  ])('%s', (_name, text, given, expected) => {
    const found = find(text, given);
    expect(found && { start: found.start, how: found.how }).toEqual(expected);
  });

  it('finds what was described, at its place', () => {
    fc.assert(
      fc.property(passages, ({ text, start, end }) => {
        expect(find(text, describe(text, start, end))).toMatchObject({ start, end });
      }),
      { numRuns: 500 },
    );
  });

  it('finds it by its words alone, unless the text repeats beyond any context', () => {
    fc.assert(
      fc.property(passages, ({ text, start, end }) => {
        expect(find(text, withoutPosition(describe(text, start, end)))).toMatchObject({
          start,
          end,
          how: 'quote',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('follows it when text is put in before, wherever its words and context stay together', () => {
    fc.assert(
      fc.property(passages, texts, ({ text, start, end }, added) => {
        const whole = `${added}\n${text}`;
        const found = find(whole, describe(text, start, end));
        const { prefix, exact, suffix } = quoteOf(describe(text, start, end));
        const [plain, kept] = [normalizeText(whole), normalizeText(prefix + exact + suffix)];
        if (plain.indexOf(kept) === plain.lastIndexOf(kept)) {
          const by = added.length + 1;
          expect(found).toMatchObject({ start: start + by, end: end + by });
        }
      }),
      { numRuns: 300 },
    );
  });
});
