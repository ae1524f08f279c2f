/** npm run glossary -- check | format [ID…] | new ID --subject SUBJECT [--kind KIND] : for whoever writes entries. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KINDS } from '../lib/core/concept.ts';
import { toCanonicalYaml } from './glossary/canonical.ts';
import { readGlossary } from './glossary/read-glossary.ts';
import { templateOf } from './glossary/template.ts';

const FOLDER = fileURLToPath(new URL('../glossary', import.meta.url));
const USAGE = `npm run glossary -- check                        read every entry and say what is wrong
npm run glossary -- format [ID…]                 lay entries out as all the others
npm run glossary -- new ID --subject SUBJECT     begin an entry that explains itself`;

function check(): number {
  const { concepts, files, problems } = readGlossary(FOLDER);
  for (const { file, line, message } of problems)
    console.error(`${relative(process.cwd(), file)}:${line}  ${message}`);
  const untidy = files.filter(({ text, concept }) => toCanonicalYaml(concept) !== text);
  for (const { file } of untidy)
    console.error(
      `${relative(process.cwd(), file)}:1  Not in the common layout: run npm run glossary -- format.`,
    );
  const count = problems.length + untidy.length;
  if (count > 0) console.error(`\n${count} ${count === 1 ? 'place needs' : 'places need'} a look.`);
  else console.log(`${concepts.length} entries, nothing wrong.`);
  return count > 0 ? 1 : 0;
}

function format(ids: string[]): number {
  const { files, problems } = readGlossary(FOLDER);
  const unknown = ids.filter((id) => !files.some(({ concept }) => concept.id === id));
  for (const id of unknown) console.error(`There is no readable entry “${id}”.`);
  let changed = 0;
  for (const { file, text, concept } of files) {
    const canonical = toCanonicalYaml(concept);
    if ((ids.length > 0 && !ids.includes(concept.id)) || canonical === text) continue;
    writeFileSync(file, canonical);
    changed++;
    console.log(`laid out ${relative(process.cwd(), file)}`);
  }
  console.log(`${changed} of ${files.length} entries changed.`);
  if (problems.length > 0) console.error('Some entries cannot be read: npm run glossary -- check says why.');
  return unknown.length > 0 ? 1 : 0;
}

function begin(id: string | undefined, subject: string | undefined, kind: string): number {
  const { subjects } = readGlossary(FOLDER);
  const names = subjects.map((each) => each.id);
  if (!id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    console.error(
      'Name the entry by an id of small letters, digits and hyphens: npm run glossary -- new january-storm --subject china',
    );
    return 2;
  }
  if (!subject || !names.includes(subject)) {
    console.error(`Say which subject it belongs to, with --subject and one of: ${names.join(', ')}.`);
    return 2;
  }
  if (!(KINDS as readonly string[]).includes(kind)) {
    console.error(`The kind is one of: ${KINDS.join(', ')}.`);
    return 2;
  }
  const file = join(FOLDER, subject, `${id}.yaml`);
  if (existsSync(file)) {
    console.error(`${relative(process.cwd(), file)} is there already.`);
    return 1;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, templateOf(id, kind));
  console.log(`Begun: ${relative(process.cwd(), file)}. Fill it in, then run npm run glossary -- check.`);
  return 0;
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { subject: { type: 'string' }, kind: { type: 'string', default: 'concept' } },
  });
  const [command, ...rest] = positionals;
  if (command === 'check') return check();
  if (command === 'format') return format(rest);
  if (command === 'new') return begin(rest[0], values.subject, values.kind);
  console.error(USAGE);
  return 2;
}

process.exitCode = main();
