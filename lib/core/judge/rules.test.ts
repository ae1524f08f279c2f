import { describe, expect, test } from 'vitest';
import { buildIndex, type IndexForm } from '../spotter/build-index.ts';
import type { ConceptCues } from '../spotter/concept-cues.ts';
import { openIndex, packIndex } from '../spotter/index-format.ts';
import { createSpotter } from '../spotter/spotter.ts';
import type { Reason } from './judge-types.ts';
import { createPassageFacts } from './passage-facts.ts';
import { createRules, firstReason, RULE_ORDER, type RuleName, type Rules, type SenseAtHit } from './rules.ts';

const CONCEPTS: ConceptCues[] = [
  { id: 'soviet', context: ['workers'] },
  { id: 'eduard-bernstein', context: ['Luxemburg'], person: true },
  { id: 'cadre', context: [] },
  { id: 'trade-union', context: [] },
];
const inDoubt = (text: string, concept: number, exact = false): IndexForm => ({
  text,
  concept,
  context: true,
  exact,
});
const FORMS: IndexForm[] = [
  inDoubt('Soviet', 0, true),
  inDoubt('soviet', 0, true),
  inDoubt('Bernstein', 1, true),
  inDoubt('cadre', 2),
  { text: '工会', concept: 3 },
];
const spotter = createSpotter(openIndex(packIndex(buildIndex(FORMS, CONCEPTS))));

function rulesOf(lang: string): Rules {
  return createRules(spotter, createPassageFacts(spotter), lang);
}
function senseIn(text: string): SenseAtHit {
  const hits = spotter.spot(text);
  const [hit] = hits;
  return {
    concept: spotter.conceptOf(hit!.forms[0]!),
    forms: hit!.forms,
    hit: hit!,
    passage: { text, hits },
  };
}
const applying = (text: string, lang: string): RuleName[] => {
  const rules = rulesOf(lang);
  return RULE_ORDER.filter((name) => rules[name](senseIn(text)) !== null);
};
const winner = (text: string, lang: string): Reason | null => firstReason(rulesOf(lang), senseIn(text));

test('the order is stated, and holds every rule once', () => {
  expect(RULE_ORDER).toEqual(['cutWord', 'code', 'longerName', 'adjective', 'foreignWord', 'japaneseWord']);
  expect(Object.keys(rulesOf('')).sort()).toEqual([...RULE_ORDER].sort());
});

describe('of several rules that apply, the first in the order wins', () => {
  test.each<[string, string, RuleName[], Reason | null]>([
    ['A cadre of the village.', '', [], null],
    ['x = {}; 施工会影响交通; y = {};', '', ['cutWord', 'code'], { kind: 'cut', word: '施工' }],
    ['施工会影响交通', 'ja', ['cutWord', 'japaneseWord'], { kind: 'cut', word: '施工' }],
    ['x = {}; Leonard Bernstein; y', '', ['code', 'longerName'], { kind: 'code' }],
    ['x = {}; cadre; y', 'fr', ['code', 'foreignWord'], { kind: 'code' }],
    ['x = {}; 工会; y', 'ja', ['code', 'japaneseWord'], { kind: 'code' }],
    [
      'the Leningrad Soviet troops left',
      '',
      ['longerName', 'adjective'],
      { kind: 'name', name: 'Leningrad Soviet' },
    ],
    ['so Soviet troops left', '', ['adjective'], { kind: 'adjective' }],
    ['le cadre', 'fr', ['foreignWord'], { kind: 'language', lang: 'fr' }],
    ['工会', 'ja', ['japaneseWord'], { kind: 'language', lang: 'ja' }],
  ])('%s (%s)', (text, lang, names, reason) => {
    expect(applying(text, lang)).toEqual(names);
    expect(winner(text, lang)).toEqual(reason);
  });
});

test('a page that calls itself English is not believed, but for what its words do not show', () => {
  const french = 'Dans le cadre de la réforme du parti, il est pour les villages';
  expect(winner(french, 'en')).toEqual({ kind: 'language', lang: 'fr' });
  expect(winner('cadre', 'en')).toBeNull();
});
