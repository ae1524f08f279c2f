import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceSpot } from '../../testing/reference-spotter.ts';
import { buildIndex, type IndexForm } from './build-index.ts';
import { openIndex, packIndex } from './index-format.ts';
import { createSpotter } from './spotter.ts';

type Spec = string | (Partial<IndexForm> & { text: string });

const formsOf = (specs: Spec[]): IndexForm[] =>
  specs.map((spec, concept) => (typeof spec === 'string' ? { text: spec, concept } : { concept, ...spec }));

function fastSpot(text: string, forms: IndexForm[]) {
  const concepts = Array.from({ length: 1 + Math.max(0, ...forms.map((f) => f.concept)) }, (_, i) => ({
    id: `c${i}`,
    context: [],
  }));
  const spotter = createSpotter(openIndex(packIndex(buildIndex(forms, concepts))));
  return spotter.spot(text).map(({ start, end, forms: found }) => ({
    start,
    end,
    concepts: [...new Set(found.map((form) => spotter.conceptOf(form)))].sort((a, b) => a - b),
  }));
}

/** Both spotters must agree; answers the pieces of text found. */
function pieces(text: string, ...specs: Spec[]): string[] {
  const forms = formsOf(specs);
  const hits = fastSpot(text, forms);
  expect(hits).toEqual(referenceSpot(text, forms));
  return hits.map(({ start, end }) => text.slice(start, end));
}

describe('words', () => {
  const cases: [why: string, text: string, forms: Spec[], expected: string[]][] = [
    ['every occurrence, any case', 'Hukou, hukou and HUKOU', ['hukou'], ['Hukou', 'hukou', 'HUKOU']],
    ['whole words only', 'a hukoulike thing, prehukou, hukou.', ['hukou'], ['hukou']],
    ['digits and underscores join a word', 'hukou2 x_hukou 2hukou', ['hukou'], []],
    ['at both ends of the text', 'hukou', ['hukou'], ['hukou']],
    [
      'the longest form wins',
      'urban hukou status',
      ['hukou', 'urban hukou', 'urban hukou status'],
      ['urban hukou status'],
    ],
    ['a longer form that fails falls back', 'urban hukou system', ['hukou', 'urban hukou status'], ['hukou']],
    ['the leftmost wins over a longer one to its right', 'a b c d', ['a b', 'b c d'], ['a b']],
    [
      'forms side by side',
      'Paris Commune Commune',
      ['Paris Commune', 'Commune'],
      ['Paris Commune', 'Commune'],
    ],
    ['an empty form finds nothing', 'hukou', ['', '  ', 'hukou'], ['hukou']],
    ['duplicates count once', 'hukou', ['hukou', 'hukou'], ['hukou']],
    [
      'three words',
      'the general strike committee met',
      ['general strike committee'],
      ['general strike committee'],
    ],
    [
      'a repeated word',
      'Whither China? whither whither china',
      ['whither china'],
      ['Whither China', 'whither china'],
    ],
  ];
  test.each(cases)('%s', (_, text, forms, expected) => expect(pieces(text, ...forms)).toEqual(expected));
});

describe('folding', () => {
  const cases: [why: string, text: string, forms: Spec[], expected: string[]][] = [
    ['accents in the text', 'hùkǒu and hukou', ['hukou'], ['hùkǒu', 'hukou']],
    ['accents in the form', 'hukou and hùkǒu', ['hùkǒu'], ['hukou', 'hùkǒu']],
    ['combining accents belong to the hit', 'hu\u0300kou\u0300, so', ['hukou'], ['hu\u0300kou\u0300']],
    ['Vietnamese', 'Đổi Mới began', ['doi moi'], ['Đổi Mới']],
    [
      'ligatures and sharp s, both ways',
      'ﬁnance Straße Strasse',
      ['finance', 'strasse', 'Straße'],
      ['ﬁnance', 'Straße', 'Strasse'],
    ],
    ['curly apostrophes', 'workers’ council', ["workers' council"], ['workers’ council']],
    [
      'apostrophe of any kind inside a word',
      'Tian’anmen Tianʼanmen',
      ["Tian'anmen"],
      ['Tian’anmen', 'Tianʼanmen'],
    ],
    [
      'dashes of any kind',
      'one-man one‑man one–man one—man',
      ['one-man'],
      ['one-man', 'one‑man', 'one–man', 'one—man'],
    ],
    ['a space in the form may be a hyphen', 'work-unit', ['work unit'], ['work-unit']],
    ['a hyphen in the form may be a space', 'self management', ['self-management'], ['self management']],
    ['but not a dash between clauses', 'he went to work — unit pay fell; at work—unit', ['work unit'], []],
    ['runs of blanks and line breaks', 'general \n\t strike', ['general strike'], ['general \n\t strike']],
    ['blanks in the form', 'general strike', ['  general \n strike '], ['general strike']],
    ['no-break space', 'general\u00a0strike', ['general strike'], ['general\u00a0strike']],
    [
      'soft hyphens and zero-width characters',
      'hu\u00adkou h\u200bukou\u200d x',
      ['hukou'],
      ['hu\u00adkou', 'h\u200bukou'],
    ],
    [
      'full width',
      'ＢＷＡＦ ｈｕｋｏｕ',
      [{ text: 'BWAF', exact: true }, 'hukou'],
      ['ＢＷＡＦ', 'ｈｕｋｏｕ'],
    ],
    ['Turkish capital dotted i', 'İstanbul', ['istanbul'], ['İstanbul']],
    ['Cyrillic case, and й is no и', 'Советы советы мои мой', ['советы', 'мой'], ['Советы', 'советы', 'мой']],
  ];
  test.each(cases)('%s', (_, text, forms, expected) => expect(pieces(text, ...forms)).toEqual(expected));
});

describe('boundaries', () => {
  const cases: [why: string, text: string, forms: Spec[], expected: string[]][] = [
    ['punctuation ends a word', '(hukou) "hukou", hukou; hukou/hukou', ['hukou'], Array(5).fill('hukou')],
    ['possessive', "Lenin’s and Lenin's", ['Lenin'], ['Lenin', 'Lenin']],
    ['no contraction', 'Don’t ask Don', ['Don'], ['Don']],
    [
      'French elision before',
      'l’autogestion, d’autogestion, qu’autogestion',
      ['autogestion'],
      Array(3).fill('autogestion'),
    ],
    ['but not in a name', 'O’Brien', ['Brien'], []],
    ['superscript marks a footnote', 'CCP² and CCP¹', [{ text: 'CCP', exact: true }], ['CCP', 'CCP']],
    ['Chinese beside Latin', '在hukou中', ['hukou'], ['hukou']],
    ['Chinese has none', '农村户口制度', ['户口'], ['户口']],
    ['one character', '闯关', ['闯'], ['闯']],
    ['longest in Chinese', '上海人民公社', ['公社', '人民公社', '上海人民公社'], ['上海人民公社']],
    [
      'digits before Chinese',
      '在1989年春夏之交的政治风波',
      ['1989年春夏之交的政治风波'],
      ['1989年春夏之交的政治风波'],
    ],
    ['Japanese kana keeps its voicing marks', 'ストライキ ガ カ', ['カ', 'ストライキ'], ['ストライキ', 'カ']],
    ['Korean with a particle, not inside a word', '평의회는 노동평의회', ['평의회'], ['평의회']],
    ['surrogate pairs stay whole', '𠮷野家 😀 x', ['𠮷野家', '😀'], ['𠮷野家', '😀']],
    ['Devanagari', 'हड़ताल और', ['हड़ताल'], ['हड़ताल']],
  ];
  test.each(cases)('%s', (_, text, forms, expected) => expect(pieces(text, ...forms)).toEqual(expected));
});

describe('exact forms, symbols, never-phrases, homographs', () => {
  const exact = (text: string): Spec => ({ text, exact: true });
  const cases: [why: string, text: string, forms: Spec[], expected: string[]][] = [
    ['abbreviations by exact case', 'PLA pla Pla', [exact('PLA')], ['PLA']],
    ['exact accents', 'café cafe', [exact('café')], ['café']],
    [
      'signs of regular expressions are literal',
      'Unk?nown Unknown 39,00 € Some+>thing C:\\',
      ['Unk?nown', '39,00 €', 'Some+>thing', 'C:\\'],
      ['Unk?nown', '39,00 €', 'Some+>thing', 'C:\\'],
    ],
    ['a form that begins with a sign', 'the ’89 Movement, 89 Movement', ["'89 Movement"], ['’89 Movement']],
    ['a form of signs alone', 'a © and ☭', ['©', '☭'], ['©', '☭']],
    ['dots inside', 'the U.S.S.R. fell', ['U.S.S.R.'], ['U.S.S.R.']],
    [
      'a never-phrase blocks',
      'Soviet Union and Soviet rule',
      ['Soviet', { text: 'Soviet Union', concept: 0, never: true }],
      ['Soviet'],
    ],
    [
      'a never-phrase before the form',
      'Leonard Bernstein, Bernstein',
      ['Bernstein', { text: 'Leonard Bernstein', concept: 0, never: true }],
      ['Bernstein'],
    ],
    [
      'a form as long as the never-phrase stays',
      'Soviet Union',
      ['Soviet Union', { text: 'Soviet Union', concept: 0, never: true }],
      ['Soviet Union'],
    ],
    [
      'a never-phrase of another concept does not block',
      'Soviet Union',
      ['Soviet', { text: 'Soviet Union', concept: 1, never: true }],
      ['Soviet'],
    ],
    [
      'a blocked long form gives way to a form of another concept',
      'Red Soviet Union',
      [
        { text: 'Red Soviet', concept: 0 },
        { text: 'Red Soviet Union', concept: 0, never: true },
        { text: 'Soviet', concept: 1 },
      ],
      ['Soviet'],
    ],
  ];
  test.each(cases)('%s', (_, text, forms, expected) => expect(pieces(text, ...forms)).toEqual(expected));

  test('homographs answer with every concept', () => {
    const forms = formsOf(['white terror', { text: 'White Terror', concept: 1 }]);
    expect(fastSpot('the white terror', forms)).toEqual([{ start: 4, end: 16, concepts: [0, 1] }]);
  });

  test('ten thousand hits in one text', () => {
    expect(fastSpot('hukou '.repeat(10_000), formsOf(['hukou']))).toHaveLength(10_000);
  });
});

describe('agreement with the reference', () => {
  const alphabet = [
    'a',
    'b',
    'A',
    'é',
    'e\u0301',
    'ß',
    's',
    ' ',
    ' ',
    '-',
    '–',
    '—',
    '’',
    "'",
    '.',
    '\u00ad',
    '\u200b',
    '1',
    '户',
    '口',
    '가',
    'ｂ',
    '\n',
    'ﬁ',
    'ж',
    'l',
    'o',
  ];
  const text = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map((parts) => parts.join(''));
  const form = fc.record({
    text: fc
      .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('')),
    concept: fc.nat(3),
    exact: fc.boolean(),
    never: fc.boolean(),
  });
  // A form of separators alone is no form, and one that begins with a sign is found by its first letter.
  const isForm = ({ text: t }: { text: string }): boolean =>
    /^[\p{L}\p{N}]/u.test(t) && !/[\u00ad\u200b]/.test(t);

  test('on random text and forms', () => {
    fc.assert(
      fc.property(text, fc.array(form, { maxLength: 8 }), (t, all) => {
        const forms = all.filter(isForm);
        expect(fastSpot(t, forms)).toEqual(referenceSpot(t, forms));
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  test('on texts longer than a chunk, cut anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2030, max: 2060 }), fc.constantFrom('x ', 'é ', '户'), (pad, filler) => {
        const t = filler.repeat(pad).slice(0, pad) + ' general strike 户口 ';
        expect(pieces(t, 'general strike', '户口')).toEqual(['general strike', '户口']);
      }),
    );
  });
});
