/** Notes as a CSV table for spreadsheets, and back. The only file that uses Papa Parse. */
import Papa from 'papaparse';
import type { Note } from '../notes/note.ts';
import type { Selector } from '../anchoring/selector.ts';
import { faultOf } from '../base/result.ts';
import { normalizeTags } from '../notes/tags.ts';
import type { ImportContext, RowProblem } from './import-export.ts';
import { gather, pageOf, quoteSelector } from './foreign-annotation.ts';

const COLUMNS = [
  ...['id', 'page', 'title', 'quote', 'text', 'tags', 'concept', 'created', 'changed'],
  ...['prefix', 'suffix', 'start', 'end'],
] as const;
type Column = (typeof COLUMNS)[number];

/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Cells that a spreadsheet would run as a formula get an apostrophe in front, which makes them text. Cells that already
 * have one get another, so that removing one restores every cell (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const RUNS = /^'*\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const guard = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell);

export function toCsv(notes: readonly Note[]): string {
  const rows = notes.map((note) => {
    const cells = cellsOf(note);
    return COLUMNS.map((column) => guard(cells[column]));
  });
  return BYTE_ORDER_MARK + Papa.unparse([[...COLUMNS], ...rows], { quotes: true, newline: '\r\n' }) + '\r\n';
}

function cellsOf(note: Note): Record<Column, string> {
  const quote = note.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = note.selectors.find((selector) => selector.type === 'TextPositionSelector');
  return {
    id: note._id,
    page: note.page ?? '',
    title: note.title,
    quote: quote?.exact ?? '',
    text: note.text,
    tags: note.tags.join(', '),
    concept: note.concept ?? '',
    created: note.created,
    changed: note.changed,
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    start: position ? String(position.start) : '',
    end: position ? String(position.end) : '',
  };
}

/** The first line: its first column name, the delimiter, and the line break. */
const HEADER = /^"?(\w+)"?([,;\t])[^\r\n]*(\r\n|\n|\r|$)/;

export const isLikelyCsv = (text: string): boolean => {
  const [line = '', first = '', delimiter = ','] = HEADER.exec(text) ?? [];
  return isColumn(first) && namesIn(line, delimiter).some((name) => name === 'text' || name === 'quote');
};

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);
const namesIn = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());

/**
 * Accepts text for which `isLikelyCsv()`, also if a spreadsheet saved it with another delimiter, fewer columns or
 * another order. A missing id is made; missing times are that of the import.
 */
export function fromCsv(
  text: string,
  { nowIso, newId }: ImportContext,
): { notes: Note[]; problems: RowProblem[] } {
  const [line = '', , delimiter = ',', newline] = HEADER.exec(text) ?? [];
  const names = namesIn(line.trimEnd(), delimiter);
  const { data, errors } = Papa.parse<string[]>(text.slice(line.length), {
    delimiter,
    newline: newline === '\r\n' || newline === '\r' ? newline : '\n',
    skipEmptyLines: false,
  });
  const broken = errors.map(({ row, type }) => ({
    row: (row ?? 0) + 2,
    fault: faultOf(type === 'Quotes' ? 'quotes' : 'table'),
  }));
  const isBroken = new Set(broken.map(({ row }) => row));
  const rows = data.flatMap((cells, at): [number, unknown][] => {
    const row = at + 2;
    if (isBroken.has(row) || cells.every((cell) => cell.trim() === '')) return [];
    const given = new Map(names.map((name, column) => [name, unguard(cells[column] ?? '')]));
    return [[row, noteFrom((column) => given.get(column) ?? '', nowIso, newId)]];
  });
  const { notes, problems } = gather(rows);
  return { notes, problems: [...broken, ...problems].sort((a, b) => a.row - b.row) };
}

function noteFrom(cell: (column: Column) => string, nowIso: string, newId: () => string): unknown {
  const page = cell('page');
  const created = cell('created') || nowIso;
  const isKnown = /^(https?|file):\/\/[^#]+$/.test(page);
  return {
    _id: cell('id') || newId(),
    v: 1,
    page: page === '' ? null : isKnown ? page : (pageOf(page) ?? page),
    title: cell('title'),
    selectors: selectorsFrom(cell),
    concept: cell('concept') || null,
    text: cell('text'),
    tags: normalizeTags(cell('tags')),
    created,
    changed: cell('changed') || created,
    binned: null,
  };
}

function selectorsFrom(cell: (column: Column) => string): Selector[] {
  const quote = quoteSelector(cell('quote'), cell('prefix'), cell('suffix'));
  const [start, end] = [cell('start'), cell('end')];
  const position = /^\d+$/.test(start) && /^\d+$/.test(end) && Number(start) < Number(end);
  return [
    ...(quote ? [quote] : []),
    ...(position ? [{ type: 'TextPositionSelector' as const, start: Number(start), end: Number(end) }] : []),
  ];
}
