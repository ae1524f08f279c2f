/** npm run glossary -- check | format [ID…] | new ID --subject SUBJECT [--kind KIND] : for authors of entries. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KINDS } from '../lib/core/glossary/concept.ts';
import { ID } from '../lib/core/glossary/build/field-reader.ts';
import { didYouMean } from '../lib/core/glossary/build/did-you-mean.ts';
import { idlePhrases, sharedForms, unconnected, untidyFiles } from './glossary/audit.ts';
import { toCanonicalYaml } from './glossary/canonical.ts';
import { readGlossary } from './glossary/read-glossary.ts';
import type { FileProblem } from './glossary/read-yaml.ts';
import { templateOf } from './glossary/template.ts';

const FOLDER = fileURLToPath(new URL('../glossary', import.meta.url));
const USAGE = `npm run glossary -- check                                     read every entry and say what to mend
npm run glossary -- format [ID…]                              lay entries out like all the others
npm run glossary -- new ID --subject SUBJECT [--kind KIND]    begin an entry that explains itself`;

const shown = (file: string): string => relative(process.cwd(), file);

function report(problems: readonly FileProblem[]): void {
  const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  for (const { file, line, message } of sorted) console.error(`${shown(file)}:${line}: ${message}`);
}

function check(): number {
  const { concepts, subjects, files, problems } = readGlossary(FOLDER);
  const all = [problems, sharedForms(files), idlePhrases(files), untidyFiles(files)].flat();
  // Links between entries are known only when all of them can be read.
  if (problems.length === 0) all.push(...unconnected(files));
  report(all);
  if (all.length === 0) {
    console.log(`${concepts.length} entries in ${subjects.length} subjects, all in order.`);
  } else console.error(`\n${all.length} to mend; ${concepts.length} entries can be read.`);
  return all.length === 0 ? 0 : 1;
}

function format(ids: readonly string[]): number {
  const { files, problems } = readGlossary(FOLDER);
  const known = files.map(({ concept }) => concept.id);
  const unknown = ids.filter((id) => !known.includes(id));
  let changed = 0;
  for (const { file, text, comments, concept } of files) {
    const canonical = toCanonicalYaml(concept);
    if ((ids.length > 0 && !ids.includes(concept.id)) || canonical === text) continue;
    writeFileSync(file, canonical);
    changed++;
    console.log(`Laid out ${shown(file)}.`);
    for (const comment of comments) {
      // An unquoted text with “ #” in it loses its end this way, so name what was dropped.
      console.log(`  Took out what stood after #: ${comment.replaceAll('\n', ' / ')}`);
    }
  }
  console.log(`${changed} of ${files.length} entries changed.`);
  for (const id of unknown) {
    console.error(`No readable entry has the id “${id}”.${didYouMean(id, known)}`);
  }
  if (problems.length > 0) console.error('Something is not as it should be: npm run glossary -- check');
  return unknown.length > 0 ? 1 : 0;
}

function createEntry(id: string | undefined, subject: string | undefined, kind: string): number {
  const subjects = readGlossary(FOLDER).subjects.map((each) => each.id);
  const fail = (message: string): number => {
    console.error(message);
    return 2;
  };
  if (id === undefined || !ID.test(id)) {
    return fail(
      'Name the entry by small letters, digits and hyphens: new great-leap-forward --subject china-revolution',
    );
  }
  if (subject === undefined || !subjects.includes(subject)) {
    return fail(`Say its subject, --subject and one of: ${subjects.join(', ')}.`);
  }
  if (!(KINDS as readonly string[]).includes(kind)) {
    return fail(`--kind is one of ${KINDS.join(', ')}.${didYouMean(kind, KINDS)}`);
  }
  const taken = subjects.map((each) => join(FOLDER, each, `${id}.yaml`)).find((path) => existsSync(path));
  if (taken !== undefined) return fail(`${shown(taken)} is there already.`);
  const file = join(FOLDER, subject, `${id}.yaml`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, templateOf(id, kind));
  console.log(`Begun: ${shown(file)}. Fill it in, then: npm run glossary -- check`);
  return 0;
}

function main(): number {
  let args;
  try {
    args = parseArgs({
      allowPositionals: true,
      options: { subject: { type: 'string' }, kind: { type: 'string', default: 'concept' } },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const [command, ...ids] = args.positionals;
  if (command === 'check') return check();
  if (command === 'format') return format(ids);
  if (command === 'new') return createEntry(ids[0], args.values.subject, args.values.kind);
  console.error(USAGE);
  return 2;
}

process.exitCode = main();
