import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Concept } from '../../lib/core/glossary/concept.ts';
import { parseConcept } from '../../lib/core/glossary/build/parse-concept.ts';
import { ok } from '../../lib/core/base/result.ts';
import { conceptArbitrary } from '../../lib/testing/concept-arbitrary.ts';
import { toCanonicalYaml } from './canonical.ts';

const read = (yaml: string): ReturnType<typeof parseConcept> =>
  parseConcept(parse(yaml), { subject: 'china' });

const concept: Concept = {
  id: 'work-unit',
  subject: 'china',
  kind: 'institution',
  term: { en: 'work unit', 'zh-Hant': '單位', 'zh-Hans': '单位' },
  script: {
    text: '单位',
    lang: 'zh-Hans',
    variant: { text: '單位', lang: 'zh-Hant' },
    romanization: 'dānwèi',
  },
  dates: { start: '1949', end: null },
  place: { name: 'China', lat: null, lon: null },
  forms: [
    { text: 'work unit', lang: 'en', case: 'any', context: null, plural: 'auto', only: null },
    { text: 'DW', lang: 'en', case: 'exact', context: 'Also: other things.', plural: 'none', only: null },
    { text: '单位', lang: 'zh-Hans', case: 'any', context: null, plural: 'auto', only: null },
  ],
  never: [],
  context: ['no', 'urban'],
  against: ['lawn'],
  definition: {
    en: [
      {
        text: 'The place of work in a city, which also housed its people, fed them, looked after the sick and kept the files.',
        sources: ['a-1'],
      },
    ],
  },
  essay: null,
  contested: [],
  related: ['hukou'],
  sources: [
    {
      key: 'a-1',
      title: 'Units: a study',
      author: null,
      year: '1997',
      publisher: null,
      url: null,
      checked: '2026-11',
      note: null,
    },
  ],
};

describe('toCanonicalYaml', () => {
  test('leaves out what is usual, folds what is long, quotes what looks like something else', () => {
    expect(toCanonicalYaml(concept)).toBe(`id: work-unit
kind: institution
term:
  en: work unit
  zh-Hans: 单位
  zh-Hant: 單位
script:
  text: 单位
  lang: zh-Hans
  variant: 單位
  romanization: dānwèi
dates:
  start: "1949"
  end: null
place:
  name: China
forms:
  - text: work unit
  - text: DW
    case: exact
    plural: none
    context: "Also: other things."
  - text: 单位
    lang: zh-Hans
context: ["no", urban]
against: [lawn]
definition:
  en:
    - text: >-
        The place of work in a city, which also housed its people, fed them, looked after the sick
        and kept the files.
      sources: [a-1]
related: [hukou]
sources:
  - key: a-1
    title: "Units: a study"
    year: "1997"
    checked: "2026-11"
`);
  });

  test('puts a list that is too long for its line one item a line', () => {
    const context = Array.from({ length: 20 }, (_, i) => `word ${i}`);
    expect(toCanonicalYaml({ ...concept, context })).toContain('context:\n  - word 0\n  - word 1\n');
  });

  // A line of 100 and one more: the library counts the line's end differently.
  test('keeps to its width wherever there is a blank to break at', () => {
    fc.assert(
      fc.property(conceptArbitrary, (any) => {
        const long = toCanonicalYaml(any)
          .split('\n')
          .filter((line) => line.length > 101 && /[^ ] [^ ]/.test(line.replace(/^ *(- )?(\w+: )?/, '')));
        // Quotation marks doubled or escaped inside a short text may push it over by as many.
        expect(long.filter((line) => !/["'\\]/.test(line))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('reads back as the same concept, and is laid out the same again', () => {
    fc.assert(
      fc.property(conceptArbitrary, (any) => {
        const yaml = toCanonicalYaml(any);
        const back = read(yaml);
        expect(back).toEqual(ok(any));
        expect(back.ok && toCanonicalYaml(back.value)).toBe(yaml);
      }),
      { numRuns: 150 },
    );
  });
});
