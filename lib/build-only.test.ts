/** Files that compile the glossary or serve tools at a terminal reach no bundle. */
import { expect, test } from 'vitest';
import { closureOf, readSources } from './testing/house/import-graph.ts';

const BUILD_ONLY = [
  /^lib\/core\/glossary\/build\//,
  /^lib\/core\/spotter\/build-index\.ts$/,
  /^lib\/core\/judge\/spot-plain-text\.ts$/,
  /^lib\/dom\/reading\/spot-document\.ts$/,
  /^lib\/testing\//,
  /^scripts\//,
];

const sources = readSources();
const isBuildOnly = (path: string): boolean => BUILD_ONLY.some((pattern) => pattern.test(path));
const entries = sources.map(({ path }) => path).filter((path) => path.startsWith('entrypoints/'));

test('no entry reaches a build-only file by value', () => {
  const reached = entries.flatMap((entry) =>
    [...closureOf([entry], sources)].filter(isBuildOnly).map((path) => `${entry} reaches ${path}`),
  );
  expect(reached).toEqual([]);
});

test('the entries reach what ships, and each build-only file is still there', () => {
  const reached = closureOf(entries, sources);
  expect(reached).toContain('lib/core/spotter/spotter.ts');
  expect(reached).toContain('lib/core/glossary/timeline.ts');
  for (const pattern of BUILD_ONLY) expect(sources.some(({ path }) => pattern.test(path))).toBe(true);
});

test('the content script contains no schema of notes, drafts or cards, which every page would load', () => {
  const reached = closureOf(['entrypoints/page/index.ts'], sources);
  expect(reached).toContain('lib/core/protocol/page-messages.ts');
  const schemas = [
    'lib/core/notes/note-schema.ts',
    'lib/core/frame-card/frame-card-schema.ts',
    'lib/core/protocol/background-messages.ts',
  ];
  expect(schemas.filter((path) => !sources.some((source) => source.path === path))).toEqual([]);
  expect(schemas.filter((path) => reached.has(path))).toEqual([]);
});
