import { expect, test } from 'vitest';
import { isInCode } from './code-context.ts';

test.each([
  ['type Row = { age: int; [hukou]: string; house: string; }', true],
  ['let [unit] = ""; if (n >= 10) { unit = "k"; }', true],
  ['list.add(new Item("a","[PLA]","b"));', true],
  ["event: { id: 'e-1', title: '[January Storm]' }, route: { id: 'r' }", true],
  ['In 1958 the [hukou] became law; it ties each person (and her children) to one place.', false],
  ['He said: “The [soviets]; nothing but the soviets!” (Lenin, 1917; see below.)', false],
  ['Workers elected delegates [soviets] (councils), 1905; 1917.', false],
])('%s', (marked, expected) => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  expect(isInCode(marked.replace(/[[\]]/g, ''), start, end)).toBe(expected);
});
