import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Concept } from '../glossary/concept.ts';
import { createConceptSearch } from './concept-search.ts';

const concept = (
  id: string,
  term: string,
  forms: string[],
  definition: string,
  script: Concept['script'] = null,
): Concept => ({
  id,
  subject: 'china',
  kind: 'concept',
  term: { en: term },
  script,
  dates: null,
  place: null,
  forms: [term, ...forms].map((text) => ({
    text,
    lang: 'en',
    case: 'any',
    context: null,
    plural: 'auto',
    only: null,
  })),
  never: [],
  context: [],
  against: [],
  definition: { en: [{ text: definition, sources: [] }] },
  essay: null,
  contested: [],
  related: [],
  sources: [],
});

const chinese = (text: string, variant: string, romanization: string): Concept['script'] => ({
  text,
  lang: 'zh-Hans',
  variant: { text: variant, lang: 'zh-Hant' },
  romanization,
});

const search = createConceptSearch([
  concept(
    'hukou',
    'hukou',
    ['household registration'],
    'Records each person as belonging to one place.',
    chinese('户口', '戶口', 'hùkǒu'),
  ),
  concept(
    'january-storm',
    'January Storm',
    ['January Revolution'],
    'Rebels unseat the city leadership.',
    chinese('一月风暴', '一月風暴', 'Yīyuè fēngbào'),
  ),
  concept(
    'bwaf',
    "Beijing Workers' Autonomous Federation",
    ['BWAF', 'Gongzilian'],
    'An independent union on the square.',
  ),
  concept('wto', 'World Trade Organization', ['WTO'], 'Sets rules of trade.'),
  concept('commune', 'Paris Commune', [], 'A city council of 1871.'),
  concept('strike', 'general strike', ['mass strike'], 'Work stops in a whole city or country.'),
]);

test.each([
  ['hukou', 'hukou'],
  ['HUKOU', 'hukou'],
  ['hu kou', 'hukou'],
  ['hùkǒu', 'hukou'],
  ['户口', 'hukou'],
  ['戶口', 'hukou'],
  ['风暴', 'january-storm'],
  ['風暴', 'january-storm'],
  ['yiyue', 'january-storm'],
  ['janury strom', 'january-storm'],
  ['storm', 'january-storm'],
  ['bwaf', 'bwaf'],
  ['workers’ auto', 'bwaf'],
  ['wto', 'wto'],
  ['genral strike', 'strike'],
  ['comune', 'commune'],
  ['1871', 'commune'],
  ['janur', 'january-storm'],
  ['storm january', 'january-storm'],
  ['janurystorm', 'january-storm'],
  ['strikes', 'strike'],
  ['ＷＴＯ', 'wto'],
  ['beijing workers’ autonomous', 'bwaf'],
  ['workers autonomous federaton', 'bwaf'],
  ['yi yue', 'january-storm'],
])('“%s” finds %s first', (query, id) => expect(search.search(query)[0]?.concept.id).toBe(id));

test('exact before prefix before alias before fuzzy', () => {
  const ranked = createConceptSearch([
    concept('fuzzy', 'sorvet', [], ''),
    concept('alias', 'council', ['soviet'], ''),
    concept('prefix', 'soviets', [], ''),
    concept('exact', 'soviet', [], ''),
  ]);
  expect(ranked.search('soviet').map((result) => result.concept.id)).toEqual([
    'exact',
    'alias',
    'prefix',
    'fuzzy',
  ]);
});

test('what is emphasised is the text as written', () => {
  const [result] = search.search('hukou');
  expect(result!.text.slice(...result!.ranges[0]!)).toBe('hukou');
  const pinyin = search.search('fengbao')[0]!;
  expect(pinyin.text.slice(...pinyin.ranges[0]!)).toBe('fēngbào');
});

test.each([
  ['janury strom', 'January Storm', ['January', 'Storm']],
  ['hu kou', 'hukou', ['hukou']],
  ['戶口', '戶口', ['戶口']],
  ['workers’ aut', "Beijing Workers' Autonomous Federation", ["Workers' Aut"]],
  ['square', 'An independent union on the square.', ['square']],
])('“%s” emphasises in “%s”', (query, text, parts) => {
  const [result] = search.search(query);
  expect(result!.text).toBe(text);
  expect(result!.ranges.map(([start, end]) => text.slice(start, end))).toEqual(parts);
});

test('a word that is there keeps out what only looks like it', () => {
  const all = createConceptSearch([
    concept('may', 'May 1968', [], 'A month of strikes in France.'),
    concept('mao', 'Maoism', [], 'After Mao.'),
    concept('capital', 'Capital', [], 'A book.'),
    concept('italy', 'Biennio Rosso', [], 'Two red years in Italy.'),
  ]);
  expect(all.search('mao').map((result) => result.concept.id)).toEqual(['mao']);
  expect(all.search('italy').map((result) => result.concept.id)).toEqual(['italy']);
});

test('ranges lie within the text, in order, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (query) => {
      for (const { text, ranges } of search.search(query)) {
        for (const [start, end] of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
  );
});

test('the same query, the same answer', () => {
  for (const query of ['s', 'strom', 'commune', 'wrkers']) {
    expect(search.search(query)).toEqual(search.search(query));
  }
});

test('nothing for nothing, and nothing for noise', () => {
  expect(search.search('  ')).toEqual([]);
  expect(search.search('zzzzqqqq')).toEqual([]);
});
