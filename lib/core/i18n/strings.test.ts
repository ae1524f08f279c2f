import { describe, expect, expectTypeOf, test } from 'vitest';
import { createStrings, withStrings } from './strings.ts';
import { popup } from './tables/popup/index.ts';

const { t, count } = createStrings(['en-GB'], withStrings(popup));

describe('strings', () => {
  test('parameters are filled in, and asked for by the types', () => {
    expect(t('back', { term: 'hukou' })).toBe('Back to hukou');
    expect(t('position', { index: 1, total: 3 })).toBe('1 of 3 on this page');
    expect(t('save')).toBe('Save');
    expectTypeOf(t<'back'>).parameters.toEqualTypeOf<['back', { term: string | number }]>();
    expectTypeOf(t<'save'>).parameters.toEqualTypeOf<['save']>();
    expectTypeOf(count<'sources'>).parameters.toEqualTypeOf<['sources', number]>();
  });

  test('braces in what is filled in stay as they are', () =>
    expect(t('nothingFound', { query: '{term}' })).toBe('Nothing found for “{term}”.'));

  test.each([
    [0, '0 sources'],
    [1, '1 source'],
    [2, '2 sources'],
    [1234, '1,234 sources'],
  ])('%s as %s', (number, text) => expect(count('sources', number)).toBe(text));

  test('the first language with a table, else English; its own plural forms and direction', () => {
    const polish = { sources_few: '{count} źródła', sources_other: '{count} źródeł', save: 'Zapisz' };
    const strings = createStrings(['sv', 'pl-PL', 'en'], withStrings({ pl: polish }));
    expect(strings.lang).toBe('pl');
    expect(strings.t('save')).toBe('Zapisz');
    expect(strings.count('sources', 3)).toBe('3 źródła');
    expect(strings.count('sources', 5)).toBe('5 źródeł');
    expect(strings.dir).toBe('ltr');
    expect(createStrings(['sv'], withStrings()).lang).toBe('en');
    expect(createStrings(['constructor'], withStrings()).lang).toBe('en');
    expect(createStrings(['he'], withStrings({ he: {} })).dir).toBe('rtl');
  });

  test('what a language lacks is said in English, by English plurals', () => {
    const strings = createStrings(['pl'], withStrings({ pl: { save: 'Zapisz' } }));
    expect(strings.t('edit')).toBe('Edit');
    expect(strings.count('sources', 3)).toBe('3 sources');
  });
});
