import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptArbitrary } from '../../../testing/concept-arbitrary.ts';
import { daySpan } from './iso-date.ts';
import { nearestWord } from './did-you-mean.ts';
import { parseConcept, parseSubjects } from './parse-concept.ts';

type Plain = Record<string, unknown>;

const source = (key: string, more: Plain = {}): Plain => ({ key, title: 'A book', ...more });
const sentence = (text = 'A sentence.', sources: string[] = ['a-1']): Plain => ({ text, sources });
const entry = (more: Plain = {}): Plain => ({
  id: 'hukou',
  kind: 'institution',
  term: { en: 'hukou' },
  forms: [{ text: 'hukou' }],
  definition: { en: [sentence()] },
  sources: [source('a-1')],
  ...more,
});
const parse = (input: unknown): ReturnType<typeof parseConcept> => parseConcept(input, { subject: 'china' });
/** Problems as `path: message`. */
const wrongs = (input: unknown): string[] => {
  const result = parse(input);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('parseConcept', () => {
  test('fills in what a short entry leaves out', () => {
    expect(parse(entry())).toEqual({
      ok: true,
      value: {
        id: 'hukou',
        subject: 'china',
        kind: 'institution',
        term: { en: 'hukou' },
        script: null,
        dates: null,
        place: null,
        forms: [{ text: 'hukou', lang: 'en', case: 'any', context: null, plural: 'auto', only: null }],
        never: [],
        context: [],
        against: [],
        definition: { en: [{ text: 'A sentence.', sources: ['a-1'] }] },
        essay: null,
        contested: [],
        related: [],
        sources: [
          {
            ...{ key: 'a-1', title: 'A book', author: null, year: null, publisher: null },
            ...{ url: null, checked: null, note: null },
          },
        ],
      },
    });
  });

  test('knows the language of the other Chinese script', () => {
    const variant = (lang: string): unknown => {
      const result = parse(entry({ script: { text: '户口', lang, variant: '戶口' } }));
      return result.ok && result.value.script?.variant;
    };
    expect(variant('zh-Hans')).toEqual({ text: '戶口', lang: 'zh-Hant' });
    expect(variant('zh-Hant-TW')).toEqual({ text: '戶口', lang: 'zh-Hans' });
  });

  test.each<[string, Plain, string]>([
    ['an unknown field', { form: [] }, 'form: “form” is no field here. Did you mean “forms”?'],
    ['a deep unknown field', { forms: [{ text: 'x', contxt: 'y' }] }, 'forms.0.contxt: “contxt” is no field'],
    ['an id in capitals', { id: 'Hukou' }, 'id: “Hukou” has to be small letters'],
    ['a missing id', { id: undefined }, 'id: “id” is missing'],
    ['a mistyped kind', { kind: 'instituton' }, 'Did you mean “institution”?'],
    ['no English term', { term: { 'zh-Hans': '户口' } }, 'term: “term” needs English'],
    ['a bad language', { term: { en: 'x', ZH: '户口' } }, 'term.ZH: “ZH” is no language tag'],
    ['a number for a text', { term: { en: 1968 } }, 'put quotes around it: "1968"'],
    ['a list for a text', { term: { en: ['x'] } }, 'term.en: “en” has to be a text.'],
    ['blanks around', { term: { en: ' hukou' } }, 'blanks at its beginning or end'],
    ['two blanks', { term: { en: 'a  b' } }, 'two blanks in a row'],
    ['a line break', { term: { en: 'a\nb' } }, 'line break'],
    ['an invisible character', { term: { en: 'a\u200bb' } }, 'invisible character (U+200B) after “a”'],
    ['half a character', { term: { en: 'a\ud800b' } }, 'invisible character (U+D800)'],
    ['an accent apart', { term: { en: 'e\u0301' } }, 'letters in pieces'],
    ['a text left open', { term: { en: '…' } }, 'still to be filled in'],
    ['an empty text', { term: { en: '  ' } }, 'is empty'],
    ['no forms', { forms: [] }, 'forms: “forms” lists no forms; at least one is needed.'],
    ['forms of no list', { forms: 'hukou' }, 'forms: “forms” has to be a list of forms.'],
    ['a form of signs alone', { forms: [{ text: '...' }] }, 'forms.0.text: “...” needs at least one letter'],
    ['a form twice', { forms: [{ text: 'a' }, { text: 'A' }] }, 'forms.1: “forms” says this twice'],
    ['a form too long', { forms: [{ text: 'a'.repeat(121) }] }, '121 characters; at most 120'],
    ['a case unknown', { forms: [{ text: 'x', case: 'exactly' }] }, '“case” is one of any, exact.'],
    ['a form that is a text', { forms: ['x'] }, 'forms.0: “forms” has to be a group of fields: text'],
    ['a bare never', { never: ['—'] }, 'never.0: “—” needs at least one letter'],
    ['a context word twice', { context: ['urban', 'Urban'] }, 'context.1'],
    ['a date of no shape', { dates: { start: 'May 1968', end: null } }, 'dates.start: “May 1968” is no date'],
    ['a day that is not', { dates: { start: '1900-02-29', end: null } }, '“1900-02-29” is no date'],
    [
      'an end before',
      { dates: { start: '1968-05', end: '1968-04-30' } },
      'dates.end: “end” (1968-04-30) lies',
    ],
    ['an open end unsaid', { dates: { start: '1958' } }, 'dates.end: “end” is missing'],
    ['half a place', { place: { name: 'x', lat: 1 } }, 'place: “lat” and “lon” belong together'],
    [
      'a place off the globe',
      { place: { name: 'x', lat: 91, lon: 0 } },
      'place.lat: “lat” has to be a number',
    ],
    ['a variant elsewhere', { script: { text: 'x', lang: 'ru', variant: 'y' } }, 'other Chinese script'],
    ['the same variant', { script: { text: '工人', lang: 'zh-Hans', variant: '工人' } }, 'says the same'],
    ['no sentence', { definition: { en: [] } }, 'definition.en: “en” lists no sentences'],
    ['many sentences', { definition: { en: Array(7).fill(sentence()) } }, '7 sentences; at most 6 fit'],
    ['no source', { definition: { en: [sentence('One.'), sentence('X.', [])] } }, 'definition.en.1: Every'],
    [
      'a sentence too long',
      { definition: { en: [sentence(`${'a'.repeat(320)}.`)] } },
      'definition.en.0.text: “text” has 321 characters; at most 320 fit.',
    ],
    ['a sentence without end', { definition: { en: [sentence('A')] } }, 'has to end with a full stop'],
    ['a source that is not', { contested: [sentence('One.', ['a-2'])] }, 'Did you mean “a-1”?'],
    [
      'an idle source',
      { sources: [source('a-1'), source('b-2')] },
      'sources.1: No sentence uses the source “b-2”',
    ],
    ['a source twice', { sources: [source('a-1'), source('a-1')] }, 'sources.1: “sources” says this twice'],
    ['an address of another kind', { sources: [source('a-1', { url: 'ftp://a.org' })] }, 'sources.0.url'],
    [
      'a script for an address',
      { sources: [source('a-1', { url: 'javascript:alert(1)' })] },
      'sources.0.url',
    ],
    ['a year as the check', { sources: [source('a-1', { checked: '2026' })] }, 'sources.0.checked'],
    ['related to itself', { related: ['hukou'] }, 'related: An entry is not related to itself'],
    ['no section', { essay: { sections: [], use: 'Uses.' } }, 'essay.sections: “sections” lists no headings'],
  ])('tells of %s', (_, change, expected) => {
    expect(wrongs(entry(change)).join('\n')).toContain(expected);
  });

  test.each<[string, Plain]>([
    ['the same form in two languages', { forms: [{ text: '工会' }, { text: '工会', lang: 'zh-Hans' }] }],
    ['a form in two cases', { forms: [{ text: 'Soviet', case: 'exact' }, { text: 'soviet' }] }],
    ['a symbol', { forms: [{ text: '☭' }] }],
    ['a decade', { dates: { start: '1840s', end: '1848' } }],
    ['a moment', { dates: { start: '1871-05-28', end: '1871-05-28' } }],
    ['nulls for what is left out', { script: null, essay: null, contested: null, place: null }],
    ['contested without sources', { contested: [{ text: 'Some doubt it.' }] }],
    ['a sentence of 320 astral characters', { definition: { en: [sentence(`${'𠀀'.repeat(319)}。`)] } }],
    ['joiners and emoji', { term: { en: '👩‍🏭 नमस्‍ते' } }],
  ])('accepts %s', (_, change) => {
    expect(wrongs(entry(change))).toEqual([]);
  });

  test('tells of everything at once', () => {
    const input = { kind: 'thing', term: {}, forms: [{ text: '' }, 3], extra: 1, sources: [{ key: 'A' }] };
    const paths = wrongs(input).map((line) => line.split(':')[0]);
    const wanted = ['extra', 'id', 'kind', 'term', 'forms.0.text', 'forms.1', 'definition', 'sources.0.key'];
    expect(paths).toEqual(expect.arrayContaining([...wanted, 'sources.0.title']));
  });

  test('answers anything at all with a result', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withSparseArray: true, withMap: true });
    const near = fc.oneof(
      anything,
      fc.dictionary(fc.constantFrom(...Object.keys(entry()), 'dates', 'place', 'script'), anything),
    );
    fc.assert(
      fc.property(near, (input) => {
        const result = parse(input);
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('one field gone bad is told with its path', () => {
    fc.assert(
      fc.property(conceptArbitrary, fc.constantFrom('id', 'kind', 'term', 'forms'), (concept, key) => {
        const input = { ...concept, subject: undefined, script: null };
        Reflect.deleteProperty(input, 'subject');
        expect(wrongs(input)).toEqual([]);
        expect(wrongs({ ...input, [key]: Symbol('bad') }).some((line) => line.startsWith(key))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('a list that only claims to be long is refused, not walked', () => {
    expect(wrongs(entry({ forms: new Array(4_000_000_000) })).join()).toContain('at most 300 fit');
  });
});

describe('parseSubjects', () => {
  test('takes names by language', () => {
    const subjects = [{ id: 'china', name: { en: 'China', 'zh-Hans': '中国' }, context: ['Beijing'] }];
    expect(parseSubjects(subjects)).toEqual({ ok: true, value: subjects });
  });

  test.each<[string, unknown, (string | number)[]]>([
    ['nothing', null, []],
    ['a name in Chinese only', [{ id: 'china', name: { 'zh-Hans': '中国' } }], [0, 'name']],
    ['a name that is no text', [{ id: 'china', name: { en: 3 } }], [0, 'name', 'en']],
    ['an id twice', ['a', 'a'].map((id) => ({ id, name: { en: 'A' } })), [1]],
  ])('refuses %s', (_, input, path) => {
    const result = parseSubjects(input);
    expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toEqual([path]);
  });
});

describe('daySpan', () => {
  test.each([
    ['1958', 19580101, 19581231],
    ['1958-02', 19580201, 19580228],
    ['2000-02', 20000201, 20000229],
    ['1958-04', 19580401, 19580430],
    ['1958-01-09', 19580109, 19580109],
    ['1840s', 18400101, 18491231],
  ])('%s', (text, first, last) => {
    expect(daySpan(text)).toEqual({ first, last });
  });

  test.each(['', '58', '1958-13', '1958-00', '1958-1', '1958-01-00', '1958-01-32', '1845s', '1958 '])(
    '“%s” is none',
    (text) => {
      expect(daySpan(text)).toBeNull();
    },
  );
});

describe('nearestWord', () => {
  test.each([
    ['definiton', 'definition'],
    ['Forms', 'forms'],
    ['src', null],
    ['x'.repeat(10_000), null],
  ])('%s', (typed, meant) => {
    expect(nearestWord(typed, ['forms', 'definition', 'sources'])).toBe(meant);
  });
});
