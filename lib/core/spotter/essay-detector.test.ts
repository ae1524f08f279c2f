import { expect, test } from 'vitest';
import { createJudge } from '../judge/judge.ts';
import { spotPlainText } from '../judge/spot-plain-text.ts';
import { buildIndex } from './build-index.ts';
import { openIndex, packIndex } from './index-format.ts';
import { createSpotter } from './spotter.ts';

const own = Array.from({ length: 24 }, (_, i) => ({
  text: `our soviet number x${i}`,
  concept: 0,
  essay: true,
}));
const index = openIndex(
  packIndex(
    buildIndex(
      [...own, { text: 'soviet', concept: 1 }],
      [
        { id: 'phrase', context: [] },
        { id: 'soviet', context: [] },
      ],
    ),
  ),
);
const TITLE = 'When Communists Crushed the International Workers’ Movement';

test.each([
  ['a page with a few of its phrases', 9, 'Something else', 'soviet'],
  ['a page with some, by chance', 12, 'Something else', 'soviet'],
  ['a page that names it', 9, TITLE, 'soviet'],
  ['the essay, by its title', 12, TITLE, 'phrase'],
  ['the essay, by its author', 12, 'An essay by Mia Wong', 'phrase'],
  ['a copy without a head', 22, '', 'phrase'],
])('%s', (_, count, heading, expected) => {
  const text = own
    .slice(0, count)
    .map((form) => `So, ${form.text}.`)
    .join('\n\n');
  const spotter = createSpotter(index);
  const all = spotPlainText(text, { spotter, judge: createJudge(spotter), heading });
  expect(all).toHaveLength(count);
  expect(new Set(all.map(({ concepts }) => index.idOf(concepts[0]!)))).toEqual(new Set([expected]));
});
