import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import base64 from 'virtual:manicule/index';
import entries from 'virtual:manicule/entries';
import { expect, test } from 'vitest';
import { createTemporaryFolder } from '../lib/testing/temporary-folder.ts';
import { bytesOf } from '../lib/core/spotter/base64.ts';
import { openIndex } from '../lib/core/spotter/index-format.ts';
import { glossaryModule, glossaryPlugin, inAscii } from './glossary-plugin.ts';
import { build, type Rolldown } from 'vite';
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

// eslint-disable-next-line @typescript-eslint/no-implied-eval
const run = (body: string): unknown => (new Function(body) as () => unknown)();

test('a built script has the same index, in a comment of its own', async () => {
  const folder = createTemporaryFolder();
  folder.write({ 'entry.js': `import index from 'virtual:manicule/index'; export { index as default };` });
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [glossaryPlugin()],
    build: {
      write: false,
      minify: true,
      lib: { entry: join(folder.path, 'entry.js'), formats: ['iife'], name: 'built' },
    },
  });
  folder.remove();
  const { code } = (built as Rolldown.RolldownOutput[])[0]!.output[0];
  expect(code).toContain('/*');
  expect(run(`${code}; return built`)).toBe(base64);
});

test('in ASCII a program says the same', () => {
  const code = inAscii('[`“☞”`, /^[é中]$/u.test("中"), "😀".length, {ß: 1}.ß]');
  expect(code).toMatch(/^[\0-\x7f]+$/);
  expect(run(`return ${code}`)).toEqual(['“☞”', true, 2, 1]);
});
