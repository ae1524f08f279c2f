import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Concept, Subject } from '../../lib/core/glossary/concept.ts';
import { didYouMean } from '../../lib/core/glossary/build/did-you-mean.ts';
import { parseConcept, parseSubjects } from '../../lib/core/glossary/build/parse-concept.ts';
import type { Problem } from '../../lib/core/base/result.ts';
import { readYaml, type FileProblem } from './read-yaml.ts';

/** A file that was read, with its entry. */
export interface ConceptFile {
  /** Absolute path. */
  file: string;
  text: string;
  comments: string[];
  concept: Concept;
  lineOf: (path: Problem['path']) => number;
}

export interface Glossary {
  subjects: Subject[];
  /** In the order of their ids. */
  concepts: Concept[];
  files: ConceptFile[];
  problems: FileProblem[];
  /** Paths of all files that were read or failed to be. */
  looked: string[];
}

/** Files of the folder that are not entries. */
const COMPANIONS = new Set(['subjects.yaml', 'schema.json', 'README.md', 'glossary.test.ts']);

/** Reads a folder of entries: one file a concept, in one folder a subject. Never throws for what a file says. */
export function readGlossary(folder: string): Glossary {
  const problems: FileProblem[] = [];
  const list = join(folder, 'subjects.yaml');
  const looked = [list];
  const subjects = readYaml(list, parseSubjects, problems)?.value ?? [];
  const files: ConceptFile[] = [];
  /** By file names, as an entry that cannot be read exists all the same. */
  const ids = new Set<string>();
  for (const { name, file, subject, isEntry } of entriesIn(folder, problems)) {
    looked.push(file);
    if (!isEntry) {
      problems.push({ file, line: 1, message: 'Only entries lie here: files whose names end in .yaml.' });
      continue;
    }
    const id = basename(name, '.yaml');
    ids.add(id);
    const read = readYaml(file, (input) => parseConcept(input, { subject }), problems);
    if (!read) continue;
    const { value: concept, ...rest } = read;
    files.push({ file, concept, ...rest });
    if (concept.id !== id) {
      const message = `The id is “${concept.id}”, so the file has to be named ${concept.id}.yaml, not ${name}.`;
      problems.push({ file, line: read.lineOf(['id']), message });
    }
    if (subjects.length > 0 && !subjects.some((known) => known.id === subject)) {
      problems.push({ file, line: 1, message: `The folder “${subject}” is no subject of subjects.yaml.` });
    }
  }
  files.sort((a, b) => (a.concept.id < b.concept.id ? -1 : 1));
  problems.push(...repeatedIds(files), ...danglingIds(files, ids));
  return { subjects, concepts: files.map(({ concept }) => concept), files, problems, looked };
}

interface Found {
  name: string;
  file: string;
  subject: string;
  isEntry: boolean;
}

function entriesIn(folder: string, problems: FileProblem[]): Found[] {
  const byName = <T extends { name: string }>(a: T, b: T): number => (a.name < b.name ? -1 : 1);
  return readdirSync(folder, { withFileTypes: true })
    .sort(byName)
    .filter(({ name }) => !name.startsWith('.') && !COMPANIONS.has(name))
    .flatMap((top): Found[] => {
      if (!top.isDirectory()) {
        const message = 'Entries lie in the folder of their subject, glossary/<subject>/<id>.yaml.';
        problems.push({ file: join(folder, top.name), line: 1, message });
        return [];
      }
      return readdirSync(join(folder, top.name), { withFileTypes: true })
        .sort(byName)
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry) => ({
          name: entry.name,
          file: join(folder, top.name, entry.name),
          subject: top.name,
          isEntry: entry.isFile() && entry.name.endsWith('.yaml'),
        }));
    });
}

function repeatedIds(files: readonly ConceptFile[]): FileProblem[] {
  return files.flatMap(({ file, concept, lineOf }, i) => {
    const before = files[i - 1];
    if (before?.concept.id !== concept.id) return [];
    return [
      { file, line: lineOf(['id']), message: `The id “${concept.id}” is taken already, by ${before.file}.` },
    ];
  });
}

function danglingIds(files: readonly ConceptFile[], ids: ReadonlySet<string>): FileProblem[] {
  return files.flatMap(({ file, concept, lineOf }) =>
    concept.related.flatMap((id, i) =>
      ids.has(id)
        ? []
        : [
            {
              file,
              line: lineOf(['related', i]),
              message: `There is no entry with the id “${id}”.${didYouMean(id, ids)}`,
            },
          ],
    ),
  );
}
