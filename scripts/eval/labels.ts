/** Reads a folder of labelled occurrences, laid out as the corpus of senses is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Label = 'same' | 'other' | 'instance';
export type Part = 'occurrences' | 'documents' | 'cjk';

/** A word in a text, and whether it means what the glossary means. */
export interface LabelledWord {
  /** Its source, for a person to find it. */
  name: string;
  part: Part;
  term: string;
  label: Label;
  evidence: string;
  /** Words of one article lie in one fold. */
  article: string;
  start: number;
  end: number;
  surface: string;
}

/** A text or a saved page with the labelled words in it. */
export interface LabelledText {
  /** Plain text; null for a saved page. */
  text: string | null;
  /** File and root of a saved page; offsets count the text content of the root. */
  page: { file: string; root: string } | null;
  words: LabelledWord[];
}

export interface Labels {
  texts: LabelledText[];
  /** Ids of the concepts that count as a term's sense; empty: the glossary has no such concept. */
  conceptsOf: ReadonlyMap<string, readonly string[]>;
}

const ROOT = '#mw-content-text';
const LABELS: readonly string[] = ['same', 'other', 'instance'];

type Row = Record<string, unknown>;

function rowsOf(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as Row];
      } catch {
        throw new Error(`${file}:${i + 1} is no JSON; each line has to be one object.`);
      }
    });
}

function wordOf(row: Row, part: Part, place: { name: string; article: string }, where: string): LabelledWord {
  const { term, label, start, end, surface } = row;
  const fits =
    typeof term === 'string' &&
    typeof label === 'string' &&
    LABELS.includes(label) &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof surface === 'string';
  if (!fits) {
    throw new Error(`${where}: a label needs term, label (same, other, instance), start, end, surface.`);
  }
  const evidence = typeof row['evidence'] === 'string' ? row['evidence'] : 'document';
  return { ...place, part, term, label: label as Label, evidence, start, end, surface };
}

const textOf = (value: unknown, other = ''): string => (typeof value === 'string' ? value : other);

/** Throws with a message that names the file if the folder, or a line in it, is malformed. */
export function readLabels(folder: string): Labels {
  const map = join(folder, 'concept-ids.json');
  if (!existsSync(map)) throw new Error(`${map} is missing: it says which concepts a term stands for.`);
  const ids = JSON.parse(readFileSync(map, 'utf8')) as Record<string, string[]>;
  const texts: LabelledText[] = [];
  for (const [file, part] of [
    ['occurrences.jsonl', 'occurrences'],
    ['cjk-occurrences.jsonl', 'cjk'],
  ] as const) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    rowsOf(path).forEach((row, i) => {
      const text = textOf(row['text']);
      const article = textOf(row['article'], textOf(row['page'], `${file}:${i + 1}`));
      const word = wordOf(row, part, { name: textOf(row['id'], `${i + 1}`), article }, `${path}:${i + 1}`);
      texts.push({ text, page: null, words: [word] });
    });
  }
  const documents = join(folder, 'documents.jsonl');
  if (existsSync(documents)) {
    rowsOf(documents).forEach((row, i) => {
      const file = textOf(row['file']);
      const words = ((row['labels'] ?? []) as Row[]).map((label) =>
        wordOf(label, 'documents', { name: file, article: file }, `${documents}:${i + 1}`),
      );
      texts.push({ text: null, page: { file: join(folder, '..', 'pages', file), root: ROOT }, words });
    });
  }
  if (texts.length === 0) {
    throw new Error(
      `${folder} has no labels: neither occurrences.jsonl, documents.jsonl nor cjk-occurrences.jsonl.`,
    );
  }
  return { texts, conceptsOf: new Map(Object.entries(ids)) };
}
