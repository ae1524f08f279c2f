import { expect, test } from 'vitest';
import { createJudge, type Passage } from './judge.ts';
import { buildIndex } from './spotter/build-index.ts';
import { openIndex, packIndex } from './spotter/index-format.ts';
import { createSpotter } from './spotter/spotter.ts';

const spotter = createSpotter(
  openIndex(
    packIndex(
      buildIndex(
        [
          { text: 'cadre', concept: 0, context: true },
          { text: '单位', concept: 1, context: true },
          { text: 'hukou', concept: 2 },
          { text: 'storm', concept: 3, context: true },
          { text: 'storm', concept: 4, context: true },
        ],
        [
          { id: 'cadre', context: ['party', 'village', 'cadre'] },
          { id: 'work-unit', context: ['工厂', '职工'] },
          { id: 'hukou', context: [] },
          { id: 'january-storm', context: ['Shanghai', '1967'] },
          { id: 'weather', context: ['wind', 'rain'] },
        ],
      ),
    ),
  ),
);
const judge = createJudge(spotter);
const passage = (text: string): Passage => ({ text, hits: spotter.spot(text) });

const summary = (text: string, before?: string, after?: string): string =>
  judge
    .judge(
      passage(text),
      before === undefined ? null : passage(before),
      after === undefined ? null : passage(after),
    )
    .map(
      (o) =>
        `${o.verdict} ${o.concepts.map((c) => spotter.index.concepts[c]!.id).join('+')} ${reasons(o.reasons)}`,
    )
    .join('; ');

const reasons = (all: { kind: string; words?: string[]; concepts?: string[] }[]): string =>
  all
    .map(
      (r) => `${r.kind}${r.words ? `(${r.words.join()})` : ''}${r.concepts ? `(${r.concepts.join()})` : ''}`,
    )
    .join();

test.each<
  [why: string, flow: string, before: string | undefined, after: string | undefined, expected: string]
>([
  ['a plain form needs nothing', 'The hukou.', undefined, undefined, 'mark hukou plain'],
  ['one word is not enough', 'A village cadre.', undefined, undefined, 'hide cadre alone'],
  ['two are', 'A village cadre of the Party.', undefined, undefined, 'mark cadre words(party,village)'],
  ['also in the neighbours', 'A cadre.', 'The Party', 'the village', 'mark cadre words(party,village)'],
  ['whole words only', 'A cadre of parties and villagers.', undefined, undefined, 'hide cadre alone'],
  [
    'the occurrence is no witness for itself',
    'A cadre of the village.',
    undefined,
    undefined,
    'hide cadre alone',
  ],
  [
    'but a second one is',
    'A village cadre, a cadre.',
    undefined,
    undefined,
    'mark cadre words(village,cadre); mark cadre words(village,cadre)',
  ],
  ['a plain concept near', 'A cadre.', undefined, 'hukou', 'mark cadre concepts(hukou)'],
  ['Chinese without spaces', '工厂的职工在单位', undefined, undefined, 'mark work-unit words(工厂,职工)'],
  [
    'two senses, one fits',
    'A storm in Shanghai, 1967',
    undefined,
    undefined,
    'mark january-storm words(Shanghai,1967)',
  ],
  [
    'two senses, both fit',
    'Wind, rain, storm: Shanghai 1967',
    undefined,
    undefined,
    'ask january-storm+weather words(Shanghai,1967),words(wind,rain)',
  ],
  ['two senses, none fits', 'A storm.', undefined, undefined, 'hide january-storm+weather alone'],
])('%s', (_, flow, before, after, expected) => expect(summary(flow, before, after)).toBe(expected));
