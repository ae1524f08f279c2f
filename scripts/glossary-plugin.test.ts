import { fileURLToPath } from 'node:url';
import base64 from 'virtual:manicule/index';
import entries from 'virtual:manicule/entries';
import { expect, test } from 'vitest';
import { bytesOf } from '../lib/core/spotter/base64.ts';
import { openIndex } from '../lib/core/spotter/index-format.ts';
import { glossaryModule } from './glossary-plugin.ts';
import { readGlossary } from './glossary/read-glossary.ts';

const glossary = readGlossary(fileURLToPath(new URL('../glossary', import.meta.url)));

test('the bundler gets the entries, and an index that counts them alike', () => {
  expect(entries).toEqual(glossary.concepts);
  expect(openIndex(bytesOf(base64)).ids).toEqual(entries.map(({ id }) => id));
});

test('a bad entry fails the build by file and line', () => {
  const problems = [{ file: 'glossary/china/a.yaml', line: 7, message: '“form” is no field here.' }];
  const load = (): unknown => glossaryModule('\0virtual:manicule/entries', { ...glossary, problems });
  expect(load).toThrow(/glossary\/china\/a\.yaml:7: “form” is no field here\./);
});

test('other modules are left to others', () => {
  expect(glossaryModule('\0virtual:manicule/other', glossary)).toBeNull();
});
