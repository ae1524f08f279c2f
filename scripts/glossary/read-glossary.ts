import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Concept, Subject } from '../../lib/core/concept.ts';
import { parseConcept } from '../../lib/core/parse-concept.ts';
import { parseSubjects } from '../../lib/core/parse-subjects.ts';
import type { Problem, Result } from '../../lib/core/result.ts';

export interface FileProblem {
  file: string;
  line: number;
  message: string;
}

export interface ConceptFile {
  file: string;
  text: string;
  concept: Concept;
}

export interface Glossary {
  subjects: Subject[];
  /** In the order of their ids. */
  concepts: Concept[];
  files: ConceptFile[];
  problems: FileProblem[];
}

/** Reads a folder of entries, one file a concept, in one folder a subject. Never throws for what a file says. */
export function readGlossary(folder: string): Glossary {
  const problems: FileProblem[] = [];
  const subjectsFile = join(folder, 'subjects.yaml');
  const subjects = readYaml(subjectsFile, parseSubjects, problems)?.value ?? [];
  const files: ConceptFile[] = [];
  const lines = new Map<ConceptFile, (path: Problem['path']) => number>();
  for (const subject of readdirSync(folder, { withFileTypes: true })) {
    if (!subject.isDirectory()) continue;
    for (const name of readdirSync(join(folder, subject.name)).sort()) {
      const file = join(folder, subject.name, name);
      if (!name.endsWith('.yaml')) {
        problems.push({ file, line: 1, message: 'An entry is a file whose name ends in .yaml.' });
        continue;
      }
      const read = readYaml(file, (input) => parseConcept(input, { subject: subject.name }), problems);
      if (!read) continue;
      const entry: ConceptFile = { file, text: read.text, concept: read.value };
      files.push(entry);
      lines.set(entry, read.lineOf);
      const at = (path: Problem['path'], message: string): void =>
        void problems.push({ file, line: read.lineOf(path), message });
      if (`${entry.concept.id}.yaml` !== name)
        at(['id'], `The file of “${entry.concept.id}” is named ${entry.concept.id}.yaml, not ${name}.`);
      if (!subjects.some(({ id }) => id === subject.name))
        at([], `There is no subject “${subject.name}” in subjects.yaml.`);
    }
  }
  files.sort((a, b) => (a.concept.id < b.concept.id ? -1 : 1));
  checkTogether(files, (entry, path, message) => {
    problems.push({ file: entry.file, line: lines.get(entry)!(path), message });
  });
  return { subjects, concepts: files.map(({ concept }) => concept), files, problems };
}

/** What only the whole glossary can know. */
function checkTogether(
  files: ConceptFile[],
  wrong: (entry: ConceptFile, path: Problem['path'], message: string) => void,
): void {
  const byId = new Map<string, ConceptFile>();
  const owners = new Map<string, [ConceptFile, number][]>();
  for (const entry of files) {
    const other = byId.get(entry.concept.id);
    if (other) wrong(entry, ['id'], `The id “${entry.concept.id}” is taken by ${other.file}.`);
    byId.set(entry.concept.id, entry);
    entry.concept.forms.forEach((form, i) => {
      const key = form.text.toLowerCase();
      owners.set(key, [...(owners.get(key) ?? []), [entry, i]]);
    });
  }
  for (const entry of files) {
    entry.concept.related.forEach((id, i) => {
      if (!byId.has(id)) wrong(entry, ['related', i], `There is no entry with the id “${id}”.`);
    });
  }
  // A form of two concepts is a homograph: each must say that it needs context.
  for (const shared of owners.values()) {
    if (new Set(shared.map(([entry]) => entry)).size < 2) continue;
    for (const [entry, i] of shared) {
      const form = entry.concept.forms[i]!;
      if (form.context !== null) continue;
      const others = shared.filter(([other]) => other !== entry).map(([other]) => other.concept.id);
      wrong(
        entry,
        ['forms', i, 'text'],
        `“${form.text}” is also a form of ${others.join(', ')}: give it to one, or say under “context” in both how they differ.`,
      );
    }
  }
}

interface Read<T> {
  value: T;
  text: string;
  lineOf(path: Problem['path']): number;
}

function readYaml<T>(
  file: string,
  parse: (input: unknown) => Result<T>,
  problems: FileProblem[],
): Read<T> | null {
  if (!existsSync(file)) {
    problems.push({ file, line: 1, message: 'The file is missing.' });
    return null;
  }
  const text = readFileSync(file, 'utf8');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({
        file,
        line: error.linePos?.[0].line ?? 1,
        message: `This is not YAML: ${error.message.split('\n')[0]}`,
      });
    }
    return null;
  }
  const lineOf = (path: Problem['path']): number => lineIn(document, counter, path);
  const result = parse(document.toJS());
  if (!result.ok) {
    for (const { path, message } of result.problems) {
      problems.push({
        file,
        line: lineOf(path),
        message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
      });
    }
    return null;
  }
  return { value: result.value, text, lineOf };
}

/** The line of a field, or of the nearest thing around it that is there. */
function lineIn(document: Document, counter: LineCounter, path: Problem['path']): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
