import { expect, test } from 'vitest';
import type { Form, Kind } from './concept.ts';
import { expandForm, pluralOf } from './inflect.ts';

const form = (text: string, more: Partial<Form> = {}): Form => ({
  text,
  lang: 'en',
  case: 'any',
  context: null,
  plural: 'auto',
  ...more,
});

test.each([
  ['soviet', 'soviets'],
  ['strike', 'strikes'],
  ['party', 'parties'],
  ['boy', 'boys'],
  ['class', 'classes'],
  ['church', 'churches'],
  ['box', 'boxes'],
])('%s, %s', (one, many) => expect(pluralOf(one)).toBe(many));

test.each<[string, Form, Kind, string[]]>([
  [
    'a common noun',
    form('soviet'),
    'institution',
    ['soviet', "soviet's", 'soviets', "soviets'", "soviets's"],
  ],
  ['a name has no plural', form('Lenin'), 'person', ['Lenin', "Lenin's"]],
  ['none wanted', form('autogestion', { plural: 'none' }), 'concept', ['autogestion', "autogestion's"]],
  ['a plural of its own', form('man', { plural: 'men' }), 'concept', ['man', "man's", 'men', "men's"]],
  [
    'plural already',
    form('mass assemblies'),
    'concept',
    ['mass assemblies', "mass assemblies'", "mass assemblies's"],
  ],
  [
    'an abbreviation of a thing',
    form('SOE', { case: 'exact' }),
    'concept',
    ['SOE', "SOE's", 'SOEs', "SOEs'", "SOEs's"],
  ],
  ['an abbreviation of a body', form('PLA', { case: 'exact' }), 'organization', ['PLA', "PLA's"]],
  ['another language', form('советы', { lang: 'ru' }), 'institution', ['советы']],
  [
    'two spellings',
    form('labour organisation', { plural: 'none' }),
    'concept',
    ['labour organisation', "labour organisation's", 'labor organization', "labor organization's"],
  ],
  ['no false z', form('exercise', { plural: 'none' }), 'concept', ['exercise', "exercise's"]],
  ['ends with an apostrophe', form("workers'", { plural: 'none' }), 'concept', ["workers'"]],
])('%s', (_, given, kind, expected) => expect(expandForm(given, kind)).toEqual(expected));
