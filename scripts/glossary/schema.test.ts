/** glossary/schema.json, which editors use, agrees with the validator. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../lib/core/glossary/concept.ts';
import { ENTRY_KEYS, LIMITS } from '../../lib/core/glossary/build/concept-fields.ts';
import { ID, LANGUAGE } from '../../lib/core/glossary/build/field-reader.ts';
import { parseConcept } from '../../lib/core/glossary/build/parse-concept.ts';
import { conceptArbitrary } from '../../lib/testing/concept-arbitrary.ts';
import { plainOf } from './canonical.ts';
import { misfits, type Schema } from './fits-schema.ts';

interface Group {
  properties: Record<string, Schema>;
  required: string[];
}
const schema = JSON.parse(
  readFileSync(new URL('../../glossary/schema.json', import.meta.url), 'utf8'),
) as Group & Schema & { $defs: Record<string, Group & Schema> };
const groups: Record<string, Group> = { concept: schema, ...schema.$defs };

describe('the schema for editors', () => {
  test.each(Object.entries(ENTRY_KEYS).filter(([name]) => name !== 'subject'))(
    '%s has the keys of the validator',
    (name, keys) => {
      expect(Object.keys(groups[name]!.properties)).toEqual([...keys]);
      expect(schema.$defs[name] ?? schema).toHaveProperty('additionalProperties', false);
    },
  );

  test('choices, patterns and limits are the validator’s', () => {
    const { form, sentence, essay, id, lang } = schema.$defs;
    expect(schema.properties['kind']).toHaveProperty('enum', [...KINDS]);
    expect(form!.properties['case']).toHaveProperty('enum', ['any', 'exact']);
    expect(form!.properties['text']).toHaveProperty('maxLength', LIMITS.form);
    expect(sentence!.properties['text']).toHaveProperty('maxLength', LIMITS.sentence);
    expect(essay!.properties['use']).toHaveProperty('maxLength', LIMITS.use);
    expect(schema.properties['definition']).toHaveProperty('additionalProperties.maxItems', LIMITS.sentences);
    expect(id).toHaveProperty('pattern', ID.source);
    expect(lang).toHaveProperty('pattern', LANGUAGE.source);
  });

  test('every entry that the validator takes fits', () => {
    fc.assert(
      fc.property(conceptArbitrary, (concept) => {
        expect(misfits(plainOf(concept), schema)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('what a group needs is needed by both', () => {
    fc.assert(
      fc.property(conceptArbitrary, fc.constantFrom(...schema.required), (concept, key) => {
        const rest = plainOf(concept);
        Reflect.deleteProperty(rest, key);
        expect(misfits(rest, schema)).toContain(': required');
        expect(parseConcept(rest, { subject: 'china' }).ok).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  const entry = {
    id: 'a',
    kind: 'event',
    term: { en: 'A' },
    forms: [{ text: 'a' }],
    definition: { en: [{ text: 'A.', sources: ['s'] }] },
    sources: [{ key: 's', title: 'S' }],
  };
  test.each<[string, object]>([
    ['id', { id: 'A b' }],
    ['kind', { kind: 'thing' }],
    ['a language', { term: { en: 'A', EN: 'A' } }],
    ['an extra field', { more: 1 }],
    ['a deep extra field', { forms: [{ text: 'a', more: 1 }] }],
    ['a bare sentence', { definition: { en: [{ text: 'A.' }] } }],
    ['no sentence', { definition: { en: [] } }],
    ['a date', { dates: { start: '58', end: null } }],
    ['half a place', { place: { name: 'A', lat: 3 } }],
    ['an address', { sources: [{ key: 's', title: 'S', url: 'a.org' }] }],
  ])('both refuse %s', (_, change) => {
    expect(misfits(entry, schema)).toEqual([]);
    expect(parseConcept(entry, { subject: 'china' }).ok).toBe(true);
    expect(misfits({ ...entry, ...change }, schema)).not.toEqual([]);
    expect(parseConcept({ ...entry, ...change }, { subject: 'china' }).ok).toBe(false);
  });
});
