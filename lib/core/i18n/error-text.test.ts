import { expect, test } from 'vitest';
import { failureName, failureOf, errorMessageOf, type Failure } from './error-text.ts';
import { createStrings, withStrings } from './strings.ts';
import { card } from './tables/card/index.ts';

const coded = (code: unknown): Error => Object.assign(new Error('in English'), { code });

test.each<[string, unknown, Failure, string]>([
  ['one that has a code', coded('full'), { code: 'full' }, card.fr.failure_full!],
  ['of the way to the background', coded('unanswered'), { code: 'unanswered' }, card.fr.failure_unanswered!],
  ['a code of somebody else', coded('ENOENT'), { message: 'in English' }, 'in English'],
  ['a number for a code', new DOMException('No.', 'AbortError'), { message: 'No.' }, 'No.'],
  ['no error at all', 'a text', { message: 'a text' }, 'a text'],
])('%s', (_name, thrown, failure, said) => {
  expect(failureOf(thrown)).toEqual(failure);
  expect(errorMessageOf(thrown, createStrings(['fr'], withStrings(card)))).toBe(said);
});

test('a report names the code, whatever the language', () => {
  expect([failureName({ code: 'closed' }), failureName({ message: 'No.' })]).toEqual(['closed', 'No.']);
});
