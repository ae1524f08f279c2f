/** Reads what frames send each other about a card. A page's process may be taken over: nothing is believed unread. */
import type { CardModel } from './card-model.ts';
import { parseDraft, type Keeping } from './draft.ts';
import { isFields, type Fields } from './fields.ts';
import type { Point, Rect } from './geometry.ts';
import { parseNote } from './note.ts';
import type { NoteDraft } from './note-desk-model.ts';
import { readDraftFields } from './parse-remote-event.ts';
import type { RemotePlace, SentCard } from './remote-card.ts';
import { fail, ok, type Result } from './result.ts';

const MOST = { list: 300, text: 20_000, notes: 5000, lines: 200 };
const KEEPING = ['empty', 'keeping', 'kept', 'unkept', 'failed'] as const satisfies readonly Keeping[];

/** Said by throwing inside of this file alone: one wrong field, and nothing is shown. */
class Wrong extends Error {}
const refuse = (field: string): never => {
  throw new Wrong(`“${field}” is not what a card needs.`);
};

const object = (value: unknown, field: string): Fields => (isFields(value) ? value : refuse(field));
function text(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' && value.length <= MOST.text ? value : refuse(field);
}
const optional = <T>(fields: Fields, field: string, read: (fields: Fields, field: string) => T): T | null =>
  fields[field] === null ? null : read(fields, field);
function number(fields: Fields, field: string): number {
  const value = fields[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(field);
}
const truth = (fields: Fields, field: string): boolean => fields[field] === true;
function list<T>(fields: Fields, field: string, read: (item: unknown) => T, most = MOST.list): T[] {
  const value = fields[field];
  return Array.isArray(value) && value.length <= most
    ? Array.from(value as unknown[], (item) => read(item))
    : refuse(field);
}
function taken<T>(result: Result<T>, field: string): T {
  return result.ok ? result.value : refuse(field);
}

const named = (item: unknown): { id: string; term: string } => {
  const fields = object(item, 'term');
  return { id: text(fields, 'id'), term: text(fields, 'term') };
};
const note = (item: unknown) => taken(parseNote(item), 'notes');
const draft = (item: unknown) => taken(parseDraft(item), 'unfinished');

function editor(fields: Fields, field: string): NoteDraft {
  return readDraftFields(fields[field]) ?? refuse(field);
}

function readModel(value: unknown): SentCard['model'] {
  const fields = object(value, 'model');
  const keeping = KEEPING.find((known) => known === fields['keeping']);
  return {
    entry: optional(fields, 'entry', text),
    lang: text(fields, 'lang'),
    position: optional(fields, 'position', (within, field): CardModel['position'] => {
      const position = object(within[field], field);
      return { index: number(position, 'index'), total: number(position, 'total') };
    }),
    reasons: list(fields, 'reasons', (item) => text({ item }, 'item')),
    senses: list(fields, 'senses', (item) => ({
      ...named(item),
      gloss: text(object(item, 'senses'), 'gloss'),
    })),
    site: optional(fields, 'site', text),
    offersKnown: truth(fields, 'offersKnown'),
    surface: optional(fields, 'surface', text),
    others: list(fields, 'others', named),
    decided: optional(fields, 'decided', text),
    offersAlways: truth(fields, 'offersAlways'),
    related: list(fields, 'related', named),
    back: optional(fields, 'back', text),
    notes: list(fields, 'notes', note, MOST.notes),
    editor: optional(fields, 'editor', editor),
    writing: optional(fields, 'writing', text),
    keeping: keeping ?? refuse('keeping'),
    asksPrivate: truth(fields, 'asksPrivate'),
    unfinished: list(fields, 'unfinished', draft),
    deleted: optional(fields, 'deleted', (within, field) => note(within[field])),
    discarded: optional(fields, 'discarded', (within, field) => draft(within[field])),
    problem: optional(fields, 'problem', text),
  };
}

const readPoint = (value: unknown, field: string): Point => {
  const fields = object(value, field);
  return { x: number(fields, 'x'), y: number(fields, 'y') };
};
const readRect = (value: unknown): Rect => {
  const fields = object(value, 'anchor');
  return { ...readPoint(fields, 'anchor'), width: number(fields, 'width'), height: number(fields, 'height') };
};

function readPlace(within: Fields, field: string): RemotePlace {
  const fields = object(within[field], field);
  return {
    pointer: readPoint(fields['pointer'], 'pointer'),
    anchor: list(fields, 'anchor', readRect, MOST.lines),
    line: number(fields, 'line'),
    direction: fields['direction'] === 'rtl' ? 'rtl' : 'ltr',
  };
}

export function parseSentCard(input: unknown): Result<SentCard> {
  try {
    const fields = object(input, 'card');
    return ok({
      opening: text(fields, 'opening'),
      model: readModel(fields['model']),
      textSize: number(fields, 'textSize'),
      place: optional(fields, 'place', readPlace),
      focus: truth(fields, 'focus'),
      byTouch: truth(fields, 'byTouch'),
      heard: number(fields, 'heard'),
    });
  } catch (error) {
    if (error instanceof Wrong) return fail([{ path: [], message: error.message }]);
    throw error;
  }
}
