import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createJudge, type Judge, type Occurrence, type JudgedPassage } from './judge.ts';
import { buildIndex, type IndexForm } from '../spotter/build-index.ts';
import type { ConceptCues } from '../spotter/concept-cues.ts';
import { openIndex, packIndex } from '../spotter/index-format.ts';
import { createSpotter } from '../spotter/spotter.ts';
import { applyDecisions } from './apply-decisions.ts';
import { UNDECIDED } from './term-decision.ts';

const CONCEPTS: ConceptCues[] = [
  { id: 'cadre', context: ['party', 'village', 'official'], subject: 'china', related: [1, 2] },
  { id: 'work-unit', context: ['工厂', '职工'], against: ['test', 'module'], subject: 'china' },
  { id: 'hukou', context: ['migrant', 'urban'], against: ['waterfall', 'gorge'], subject: 'china' },
  { id: 'eduard-bernstein', context: ['Luxemburg', 'revisionism'], against: ['conductor'], person: true },
  { id: 'soviet', context: ['workers', 'delegates', 'Petrograd'], years: [1905, 1921], subject: 'councils' },
  { id: 'soviet-union', context: ['Moscow', 'missiles'], years: [1922, 1991], subject: 'states' },
  { id: 'peoples-liberation-army', context: ['Beijing', 'troops'], against: ['filament', 'printer'] },
  { id: 'paris-commune', context: ['1871', 'barricades'], years: [1871, 1871], subject: 'councils' },
  { id: 'shanghai-commune', context: ['Shanghai', '1967'], years: [1967, 1967], subject: 'china' },
  { id: 'strike', context: [] },
];
const at = (id: string): number => CONCEPTS.findIndex((concept) => concept.id === id);
const of = (id: string, forms: (Omit<IndexForm, 'concept'> | string)[]): IndexForm[] =>
  forms.map((form) => ({ ...(typeof form === 'string' ? { text: form } : form), concept: at(id) }));
const open = (text: string, exact = false): Omit<IndexForm, 'concept'> => ({ text, context: true, exact });

const FORMS: IndexForm[] = [
  ...of('cadre', [open('cadre'), open('cadres'), '干部']),
  ...of('work-unit', [open('work unit'), open('单位'), 'danwei']),
  ...of('hukou', ['hukou', '户口']),
  ...of('eduard-bernstein', ['Eduard Bernstein', open('Bernstein', true)]),
  ...of('soviet', [open('soviet', true), open('soviets', true), open('Soviet', true), open('Soviets', true)]),
  ...of('soviet-union', [{ text: 'Soviet Union', exact: true }, open('Soviets', true)]),
  ...of('peoples-liberation-army', ["People's Liberation Army", open('PLA', true)]),
  ...of('paris-commune', ['Paris Commune', open('Commune', true)]),
  ...of('shanghai-commune', [
    "Shanghai People's Commune",
    open('Commune', true),
    open('Paris Commune', true),
  ]),
  ...of('strike', ['general strike', '工会']),
];
const FIELDS = { china: ['China', 'Chinese', 'Mao'], councils: ['revolution', 'uprising'] };
const spotter = createSpotter(openIndex(packIndex(buildIndex(FORMS, CONCEPTS, FIELDS))));
const passage = (text: string, lang = ''): JudgedPassage => ({ text, hits: spotter.spot(text), lang });

function judged(flows: readonly string[], lang?: string): Occurrence[] {
  const judge = createJudge(spotter, lang);
  const passages = flows.map((text) => passage(text));
  const first = passages.map((own, i) => judge.judge(own, passages[i - 1] ?? null, passages[i + 1] ?? null));
  return judge.review(first.flat());
}
const said = ({ verdict, concepts, reasons }: Occurrence): string =>
  `${verdict} ${concepts.map((concept) => CONCEPTS[concept]!.id).join('+')}: ${reasons
    .map((reason) => Object.values(reason).flat().join(' '))
    .join('; ')}`;
const summary = (text: string): string => judged([text]).map(said).join(' | ');

describe('what rules settle', () => {
  test.each([
    ['a form that means nothing else', 'The Soviet Union.', 'mark soviet-union: plain'],
    ['another first name', 'By Leonard Bernstein himself.', 'hide eduard-bernstein: name Leonard Bernstein'],
    ['his own first name', 'Eduard Bernstein said so.', 'mark eduard-bernstein: plain'],
    ['a surname behind', 'Bernstein Smith said so.', 'hide eduard-bernstein: name Bernstein Smith'],
    ['a compound', 'The Bernstein-Levy debate on revisionism', 'hide eduard-bernstein: name Bernstein-Levy'],
    [
      'another commune',
      'The Saigon Commune of 1871',
      'hide paris-commune+shanghai-commune: name Saigon Commune',
    ],
    ['an adjective', 'Soviet troops came', 'hide soviet: adjective'],
    ['French', "Dans le cadre de la réforme du parti, village d'une", 'hide cadre: language fr'],
    ['German', 'Der soviet ist nicht die delegates und workers', 'hide soviet: language de'],
    ['a word cut in two', '施工会影响交通', 'hide strike: cut 施工'],
    ['a whole word', '全国工会主席', 'mark strike: plain'],
  ])('%s', (_, text, expected) => {
    expect(summary(text)).toContain(expected);
  });

  test('capitals in a heading say nothing', () => {
    const text = 'Rosa Luxemburg Against Bernstein And His Revisionism Debate';
    expect(summary(text)).toMatch(/^mark eduard-bernstein/);
  });

  test('an abbreviation that the page spells out means that on the whole page', () => {
    const other = 'Polymers such as Pure Lactic Acid (PLA) are printed.';
    expect(judged([other, 'Beijing sent troops of the PLA.']).map(said)).toEqual([
      'hide peoples-liberation-army: other Pure Lactic Acid',
      'hide peoples-liberation-army: other Pure Lactic Acid',
    ]);
    expect(judged(["The People's Liberation Army (PLA) came.", 'A printer of the PLA.']).map(said)).toEqual([
      'mark peoples-liberation-army: plain',
      "mark peoples-liberation-army: stated People's Liberation Army",
      "mark peoples-liberation-army: stated People's Liberation Army",
    ]);
  });

  test('the language that the page names', () => {
    const judge = createJudge(spotter, 'fr-FR');
    const [occurrence] = judge.judge(passage('village cadre party official'), null, null);
    expect(occurrence).toMatchObject({ verdict: 'hide', reasons: [{ kind: 'language', lang: 'fr-FR' }] });
    const [quoted] = judge.judge(passage('village cadre party official', 'en'), null, null);
    expect(quoted!.verdict).toBe('mark');
  });
});

describe('what is weighed', () => {
  test.each([
    ['nothing near', 'A cadre.', 'hide cadre: alone'],
    [
      'words of the concept',
      'A village cadre of the party, an official.',
      'mark cadre: words party village official',
    ],
    [
      'related concepts and a word',
      'The danwei and its party cadre in China',
      'mark work-unit: plain | mark cadre: words party; concepts work-unit',
    ],
    [
      'words of the field too',
      'In Mao’s China a village cadre in a Chinese way',
      'mark cadre: words village',
    ],
    [
      'words of another sense',
      'Each work unit has a test and a module.',
      'hide work-unit: against test module',
    ],
    [
      'words against a plain form',
      'The Hukou Waterfall and its gorge',
      'hide hukou: against waterfall gorge',
    ],
    ['a printer', 'PLA filament for your printer', 'hide peoples-liberation-army: against filament printer'],
    ['whole words only', 'A cadre of partying villagers.', 'hide cadre: alone'],
    ['not the form itself', 'A party; party.', ''],
    [
      'councils of workers',
      'Workers elected delegates to the soviets in Petrograd.',
      'mark soviet: words workers delegates Petrograd',
    ],
    [
      'a state',
      'The Soviets sent missiles from Moscow to Cuba in 1962, as Moscow said',
      'mark soviet-union: words Moscow missiles; years 1962',
    ],
    ['Chinese words', '工厂的职工在单位', 'mark work-unit: words 工厂 职工'],
  ])('%s', (_, text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  test('the senses of one form compete', () => {
    expect(summary('In Shanghai in 1967 the Commune was proclaimed; China was in uproar.')).toMatch(
      /^mark shanghai-commune: words Shanghai 1967/,
    );
    expect(summary('In 1871, behind the barricades, the Commune fell; the revolution was over.')).toMatch(
      /^mark paris-commune: words 1871 barricades/,
    );
    // The usual sense needs no context, and wins where the other is not far ahead.
    expect(summary('The Paris Commune')).toBe('mark paris-commune: plain');
  });

  test('neighbours count, but less', () => {
    const speaking = 'An official of the party in his village in China.';
    expect(judged([speaking, 'A cadre in China.', speaking]).map(said)).toEqual([
      expect.stringMatching(/^mark cadre: words party village official/),
    ]);
    const [beside] = judged([speaking, 'A cadre in China.']);
    const [within] = judged([`${speaking} A cadre in China.`]);
    expect(beside!.score).toBeLessThan(within!.score);
  });

  test('of a flow before, the hits that stand nearest count, however many there are', () => {
    const many = 'The hukou, the Paris Commune. '.repeat(30);
    const lasting = `${many} The danwei.`;
    const leading = `The danwei. ${many}`;
    const concepts = (flows: readonly string[], index: number): unknown => {
      const found = judged(flows).filter(({ concepts: [first] }) => first === at('cadre'))[index];
      return found?.reasons.find(({ kind }) => kind === 'concepts');
    };
    const related = { kind: 'concepts', concepts: ['hukou', 'work-unit'] };
    const fromHukouAlone = { kind: 'concepts', concepts: ['hukou'] };
    const cadre = 'A village cadre of the party.';
    expect(concepts([lasting, cadre], 0)).toEqual(related);
    expect(concepts([cadre, leading], 0)).toEqual({ ...related, concepts: ['work-unit', 'hukou'] });
    expect(concepts([leading, cadre], 0)).toEqual(fromHukouAlone);
    expect(concepts([cadre, lasting], 0)).toEqual(fromHukouAlone);
  });

  test('a full name elsewhere on the page', () => {
    const flows = [
      'On Eduard Bernstein.',
      'First.',
      'Second.',
      'Third.',
      'So Bernstein wrote of revisionism.',
    ];
    expect(judged(flows).map(said).at(-1)).toMatch(/^mark eduard-bernstein: words revisionism; self/);
    expect(judged(flows.slice(4)).map(said)).toEqual(['hide eduard-bernstein: alone']);
  });

  test('scores lie between 0 and 1 and agree with the verdict', () => {
    for (const { score, verdict } of judged(['A cadre.', 'A village cadre of the party, an official.'])) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
      expect(score >= 0.5).toBe(verdict === 'mark');
    }
  });
});

describe('in general', () => {
  const WORDS =
    'the a cadre cadres village party official PLA Bernstein Soviets Commune 1871 Shanghai hukou 单位 工厂 ( ) . Leonard phrase number x1'.split(
      ' ',
    );
  const flow = fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join(' '));
  const run = (flows: readonly string[], judge: Judge): Occurrence[] => {
    const passages = flows.map((text) => passage(text));
    return passages.flatMap((own, i) => judge.judge(own, passages[i - 1] ?? null, passages[i + 1] ?? null));
  };

  test('every hit has a verdict with a reason, the same in every run', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), (flows) => {
        const hits = flows.flatMap((text) => spotter.spot(text));
        const all = judged(flows);
        expect(all.map(({ start, end }) => [start, end])).toEqual(hits.map(({ start, end }) => [start, end]));
        for (const { reasons, concepts } of all) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(concepts.length).toBeGreaterThan(0);
        }
        expect(judged(flows)).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  test('its functions work by themselves, without the object', () => {
    const { judge, review } = createJudge(spotter);
    const { review: reviewDecided } = applyDecisions(createJudge(spotter), spotter.index, () => UNDECIDED);
    const once = judge(passage('A village cadre of the party, an official.'), null, null);
    expect(review(once).map(said)).toEqual(once.map(said));
    expect(reviewDecided(once).map(said)).toEqual(once.map(said));
  });

  test('a second review changes nothing, and keeps the objects', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), (flows) => {
        const judge = createJudge(spotter);
        const once = judge.review(run(flows, judge));
        const twice = judge.review(once);
        expect(twice.every((occurrence, i) => occurrence === once[i])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
