import { expect, test } from 'vitest';
import { expansionOf, isAbbreviation } from './abbreviation.ts';

function spelt(marked: string): string | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const span = expansionOf(text, start, end);
  return span && text.slice(span.start, span.end);
}

test.each([
  ['the Community College of Philadelphia ([CCP]) said', 'Community College of Philadelphia'],
  ['the Chinese Communist Party (“[CCP]”) said', 'Chinese Communist Party'],
  ['the Front de Libération Nationale ([FLN]) won', 'Front de Libération Nationale'],
  ['the [IMF] (International Monetary Fund) said', 'International Monetary Fund'],
  ['the [FLN] (founded in Cairo) said', null],
  ['three leaders ([CCP]) said', null],
  ['the [PLA] said', null],
  ['made of Polylactic Acid Plastic ([PLA]), which', null],
  ['made of Pure Lactic Acid ([PLA]), which', 'Pure Lactic Acid'],
])('%s', (text, expansion) => {
  expect(spelt(text)).toBe(expansion);
});

test.each([
  ['CCP', true],
  ['GPT4', true],
  ['C', false],
  ['Ccp', false],
  ['LONGNAMES', false],
])('%s is an abbreviation: %s', (surface, expected) => {
  expect(isAbbreviation(surface)).toBe(expected);
});
