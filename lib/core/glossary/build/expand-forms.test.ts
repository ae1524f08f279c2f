import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS, type Form, type Kind } from '../concept.ts';
import { expandForm, pluralOf } from './expand-forms.ts';

const form = (text: string, more: Partial<Form> = {}): Form => ({
  text,
  lang: 'en',
  case: 'any',
  context: null,
  plural: 'auto',
  only: null,
  ...more,
});
const expand = (text: string, kind: Kind = 'concept', more: Partial<Form> = {}): string[] =>
  expandForm(form(text, more), kind);

describe('the plural by rule', () => {
  test.each([
    ['soviet', 'soviets'],
    ['general strike', 'general strikes'],
    ['factory', 'factories'],
    ['soliloquy', 'soliloquies'],
    ['key', 'keys'],
    ['class', 'classes'],
    ['tax', 'taxes'],
    ['church', 'churches'],
    ['wish', 'wishes'],
    ['census', 'censuses'],
    ['crisis', 'crises'],
    ['praxis', 'praxes'],
    ['chief', 'chiefs'],
    ['cadre', 'cadres'],
    ['SOE', 'SOEs'],
    ['SEZ', 'SEZs'],
    ['danwèi', 'danwèis'],
    ['workers’ council', 'workers’ councils'],
    ['rank-and-file body', 'rank-and-file bodies'],
  ])('%s: %s', (singular, plural) => {
    expect(pluralOf(singular)).toBe(plural);
  });

  test.each([
    'workers',
    'migrant workers',
    'petit-bourgeois',
    'councils',
    'May 1968',
    'C++',
    '户口',
    "the workers'",
  ])('%s has none', (text) => {
    expect(pluralOf(text)).toBeNull();
  });
});

describe('expandForm', () => {
  test.each<[string, Kind, Partial<Form>, string[]]>([
    ['soviet', 'institution', {}, ['soviet', 'soviets', "soviet's", "soviets'"]],
    ['Lenin', 'person', {}, ['Lenin', "Lenin's"]],
    ['Marx', 'person', {}, ['Marx', "Marx's"]],
    ['Paris', 'place', {}, ['Paris', "Paris'", "Paris's"]],
    ['Bolsheviks', 'concept', {}, ['Bolsheviks', "Bolsheviks'", "Bolsheviks's"]],
    ['PLA', 'organization', { case: 'exact' }, ['PLA', "PLA's"]],
    ['hukou', 'concept', { plural: 'none', only: null }, ['hukou', "hukou's"]],
    [
      'man of state',
      'person',
      { plural: 'men of state' },
      ['man of state', 'men of state', "man of state's", "men of state's"],
    ],
    ["workers'", 'concept', {}, ["workers'"]],
    ['labour camp', 'place', {}, ['labour camp', 'labor camp', "labour camp's", "labor camp's"]],
    ['hùkǒu', 'concept', { lang: 'zh-Latn-pinyin' }, ['hùkǒu']],
    ['户口', 'concept', { lang: 'zh-Hans' }, ['户口']],
    ['colour', 'concept', { lang: 'enm' }, ['colour']],
    ['duty', 'concept', { lang: 'en-GB' }, ['duty', 'duties', "duty's", "duties'"]],
  ])('%s as %s %j', (text, kind, more, expected) => {
    expect(expand(text, kind, more)).toEqual(expected);
  });

  test.each([
    ['World Trade Organization', 'World Trade Organisation'],
    ['Labour Party', 'Labor Party'],
    ['LABOR', 'LABOUR'],
    ['labourers', 'laborers'],
    ['programme', 'program'],
    ['center', 'centre'],
    ['Defence', 'Defense'],
    ['industrialisation', 'industrialization'],
    ['self-organized', 'self-organised'],
    ['organised crime', 'organized crime'],
  ])('%s is also written %s', (one, other) => {
    expect(expand(one, 'person')).toContain(other);
    expect(expand(other, 'person')).toContain(one);
  });

  test.each(['free enterprise', 'exercise', 'improvisation', 'elaborate', 'collaboration', 'programmer'])(
    '%s is written one way',
    (text) => {
      expect(expand(text, 'person')).toHaveLength(2);
    },
  );

  test('each word is spelled by itself, but a long text in one spelling', () => {
    expect(expand('labour organization', 'person')).toContain('labor organization');
    const long = Array.from({ length: 12 }, () => 'labour').join(' ');
    expect(expand(long, 'person')).toEqual([
      long,
      long.replaceAll('our', 'or'),
      `${long}'s`,
      `${long.replaceAll('our', 'or')}'s`,
    ]);
  });

  test('begins with the form itself, repeats nothing, stays small', () => {
    const words = fc.constantFrom(
      'labour',
      'center',
      'organisation',
      'crisis',
      'duties',
      'SOE',
      'x',
      "men's",
    );
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.array(words, { minLength: 1 }).map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...KINDS),
        fc.constantFrom('auto', 'none', 'oxen'),
        (t, kind, plural) => {
          const texts = expand(t, kind, { plural });
          expect(texts[0]).toBe(t);
          expect(new Set(texts).size).toBe(texts.length);
          expect(texts.length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });
});
