/** The audit of all entries: what a reader may rely on, whoever wrote them. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { expandForm } from '../lib/core/glossary/build/expand-forms.ts';
import { idlePhrases, sharedForms, unconnected, untidyFiles } from '../scripts/glossary/audit.ts';
import { misfits, type Schema } from '../scripts/glossary/fits-schema.ts';
import { readGlossary } from '../scripts/glossary/read-glossary.ts';
import type { FileProblem } from '../scripts/glossary/read-yaml.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const ESSAY = fileURLToPath(new URL('../../shared/corpus/essay.txt', import.meta.url));
const SECTIONS = [
  ...['Introduction', 'The meaning of Tiananmen', 'Democracy in the factory'],
  ...['The instinct of the workers’ movement', 'The road to Tiananmen'],
  ...['The death of the workers’ movement', 'Notes'],
].map(straight);
/** Works named in sentences, whose titles are as long as a quotation. */
const WORKS = ['The Immediate Tasks of the Soviet Government'];
/** So many words in a row may stand in the essay too by chance; more are a quotation. */
const WORDS_BY_CHANCE = 6;

const { concepts, files, problems } = readGlossary(FOLDER);
const shown = (found: readonly FileProblem[]): string[] =>
  found.map(({ file, line, message }) => `${relative(FOLDER, file)}:${line}: ${message}`);

function straight(text: string): string {
  return text.replaceAll('’', "'");
}
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  const length = WORDS_BY_CHANCE + 1;
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, i) => words.slice(i, i + length).join(' '));
};

describe('the glossary', () => {
  test('is there, and every file can be read', () => {
    expect(shown(problems)).toEqual([]);
    expect(concepts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
  });

  test('is laid out one way (npm run glossary -- format)', () => {
    expect(shown(untidyFiles(files))).toEqual([]);
  });

  test('fits the schema for editors', () => {
    const schema = JSON.parse(readFileSync(new URL('schema.json', import.meta.url), 'utf8')) as Schema;
    const found = files.flatMap(({ concept, text }) =>
      misfits(parse(text), schema).map((misfit) => `${concept.id} ${misfit}`),
    );
    expect(found).toEqual([]);
  });

  test('lets no two entries claim a form unless all but one need context', () => {
    expect(shown(sharedForms(files))).toEqual([]);
  });

  test('says what each thing is in two to five sentences', () => {
    const found = concepts.filter(({ definition: { en } }) => en.length < 2 || en.length > 5);
    expect(found.map(({ id, definition }) => `${id}: ${definition.en.length}`)).toEqual([]);
  });

  test('blocks no phrase in vain', () => {
    expect(shown(idlePhrases(files))).toEqual([]);
  });

  test('is one connected network', () => {
    expect(shown(unconnected(files))).toEqual([]);
  });

  test('lists no form that another form of the entry gives by rule', () => {
    const found = concepts.flatMap(({ id, kind, forms }) =>
      forms.flatMap((form) => {
        const giver = forms.find(
          (other) => other !== form && expandForm(other, kind).slice(1).includes(form.text),
        );
        const isSame = giver && form.lang === giver.lang && form.case === giver.case;
        return isSame && form.context === giver.context
          ? [`${id}: “${form.text}” follows from “${giver.text}”`]
          : [];
      }),
    );
    expect(found).toEqual([]);
  });

  test('names sections that the essay has', () => {
    const found = concepts.flatMap(({ id, essay }) =>
      (essay?.sections ?? [])
        .filter((section) => !SECTIONS.includes(straight(section)))
        .map((s) => `${id}: ${s}`),
    );
    expect(found).toEqual([]);
  });

  test('takes the essay as the source of no definition', () => {
    const found = concepts.flatMap(({ id, definition, sources }) => {
      const essays = sources.filter(({ author, year }) => /\bWong\b/.test(author ?? '') && year === '2021');
      const keys = Object.values(definition).flatMap((sentences) => sentences.flatMap((s) => s.sources));
      return essays.filter(({ key }) => keys.includes(key)).map(({ key }) => `${id}: ${key}`);
    });
    expect(found).toEqual([]);
  });

  test.skipIf(!existsSync(ESSAY))('takes no seven words in a row from the essay', () => {
    const essay = new Set(runsOf(readFileSync(ESSAY, 'utf8')));
    const found = concepts.flatMap(({ id, definition, contested, sources, essay: used }) =>
      [...definition.en, ...contested]
        .map(({ text }) => text)
        .concat(used?.use ?? [])
        .flatMap((text) => runsOf(text).filter((run) => essay.has(run)))
        .filter(
          (run) => ![...WORKS, ...sources.map(({ title }) => title)].some((t) => runsOf(t).includes(run)),
        )
        .map((run) => `${id}: ${run}`),
    );
    expect(found).toEqual([]);
  });

  test.skipIf(!existsSync(ESSAY))('seven words from the essay would be seen', () => {
    const sentence = wordsOf(readFileSync(ESSAY, 'utf8')).slice(500, 520).join(', ');
    const essay = new Set(runsOf(readFileSync(ESSAY, 'utf8')));
    expect(runsOf(`So it says: ${sentence}.`).filter((run) => essay.has(run))).toHaveLength(14);
  });
});
