import { expect, test } from 'vitest';
import { longerName } from './longer-names.ts';

const own = new Set(['Eduard', 'Algerian', 'Paris']);
function nameOf(marked: string, isAbbreviation = false): string | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  return longerName(text, start, end, { isOwn: (word) => own.has(word), isAbbreviation });
}

test.each([
  ['wrote by Leonard [Bernstein] himself', 'Leonard Bernstein'],
  ['wrote by Eduard [Bernstein] himself', null],
  ['wrote by J. [Bernstein] himself', 'J. Bernstein'],
  ['It was late. [Bernstein] wrote', null],
  ['When [Bernstein] wrote', null],
  ['Wrote [Bernstein]’s opponent', null],
  ['General [Franco] of whom one spoke', null],
  ['the new [Franco]-Ethiopian railway', 'Franco-Ethiopian'],
  ['the old Anglo-[Franco] treaty', 'Anglo-Franco'],
  ['written by [Franco] Solinas', 'Franco Solinas'],
  ['in [Mao]’s China', null],
  ["in [Mao's] China it was", null],
  ['the Saigon [Commune] rose', 'Saigon Commune'],
  ['the [Commune] of Paris rose', null],
  ['the [Commune] of Marseille rose', 'Commune of Marseille'],
  ['the [National Liberation Front] of the Corsicans', 'National Liberation Front of Corsicans'],
  ['the Algerian [National Liberation Front] won', null],
  ['the Vietnamese [National Liberation Front] won', 'Vietnamese National Liberation Front'],
  ['the [commune] of Marseille', null],
  ['Rosa Luxemburg Debates [Bernstein] Once Again', null],
])('%s', (text, name) => {
  expect(nameOf(text)).toBe(name);
});

test('abbreviations stand before names as adjectives do', () => {
  expect(nameOf('the Deputy [CCP] Secretary said', true)).toBeNull();
  expect(nameOf('the [CCP] of Nepal said', true)).toBe('CCP of Nepal');
});
