/** Reads what frames send each other about a card. A page's process may be taken over: nothing is believed unread. */
import type { CardModel } from '../card/card-model.ts';
import { DRAFT_STATES } from '../notes/draft.ts';
import { isFields, type Fields } from '../base/untrusted-fields.ts';
import type { Point, Rect } from '../pointing/geometry.ts';
import { parseDraft, parseNote } from '../notes/note-schema.ts';
import type { NoteDraft } from '../notes/note-editor-model.ts';
import { readDraftFields } from './parse-frame-card-event.ts';
import { FAR, MAX_LINES, type FrameRect, type SentCard } from './frame-card.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { TEXT_SIZES } from '../settings/settings.ts';

const LIMITS = { list: 300, text: 20_000, notes: 5000 };

interface Range {
  least: number;
  most: number;
  whole?: boolean;
}
const PLACE: Range = { least: -FAR, most: FAR };
const LENGTH: Range = { least: 0, most: FAR };
const LINE: Range = { least: 0, most: MAX_LINES - 1, whole: true };
const NUMBER: Range = { least: 1, most: 10_000_000, whole: true };
const TURN: Range = { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true };
const TEXT_SIZE: Range = { least: Math.min(...TEXT_SIZES), most: Math.max(...TEXT_SIZES) };

/** Said by throwing inside of this file alone: one wrong field, and nothing is shown. */
class Wrong extends Error {}
const refuse = (field: string, why = 'is not what a card needs'): never => {
  throw new Wrong(`“${field}” ${why}.`);
};

const object = (value: unknown, field: string): Fields => (isFields(value) ? value : refuse(field));
function text(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' && value.length <= LIMITS.text ? value : refuse(field);
}
const optional = <T>(fields: Fields, field: string, read: (fields: Fields, field: string) => T): T | null =>
  fields[field] === null ? null : read(fields, field);
function number(fields: Fields, field: string, { least, most, whole = false }: Range): number {
  const value = fields[field];
  const fits = typeof value === 'number' && value >= least && value <= most;
  return fits && (!whole || Number.isInteger(value))
    ? value
    : refuse(field, `has to be a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
}
const truth = (fields: Fields, field: string): boolean => fields[field] === true;
function list<T>(fields: Fields, field: string, read: (item: unknown) => T, most = LIMITS.list): T[] {
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
  const draftState = DRAFT_STATES.find((known) => known === fields['draftState']);
  return {
    entry: optional(fields, 'entry', text),
    lang: text(fields, 'lang'),
    position: optional(fields, 'position', (within, field): CardModel['position'] => {
      const position = object(within[field], field);
      const total = number(position, 'total', NUMBER);
      return { index: number(position, 'index', { ...NUMBER, most: total }), total };
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
    notes: list(fields, 'notes', note, LIMITS.notes),
    editor: optional(fields, 'editor', editor),
    writing: optional(fields, 'writing', text),
    draftState: draftState ?? refuse('draftState'),
    asksPrivate: truth(fields, 'asksPrivate'),
    unfinished: list(fields, 'unfinished', draft),
    deleted: optional(fields, 'deleted', (within, field) => note(within[field])),
    discarded: optional(fields, 'discarded', (within, field) => draft(within[field])),
    problem: optional(fields, 'problem', text),
  };
}

const readPoint = (value: unknown, field: string): Point => {
  const fields = object(value, field);
  return { x: number(fields, 'x', PLACE), y: number(fields, 'y', PLACE) };
};
const readRect = (value: unknown): Rect => {
  const fields = object(value, 'anchor');
  return {
    ...readPoint(fields, 'anchor'),
    width: number(fields, 'width', LENGTH),
    height: number(fields, 'height', LENGTH),
  };
};

function readPlace(within: Fields, field: string): FrameRect {
  const fields = object(within[field], field);
  return {
    pointer: readPoint(fields['pointer'], 'pointer'),
    anchor: list(fields, 'anchor', readRect, MAX_LINES),
    line: number(fields, 'line', LINE),
    direction: fields['direction'] === 'rtl' ? 'rtl' : 'ltr',
  };
}

export function parseSentCard(input: unknown): Result<SentCard> {
  try {
    const fields = object(input, 'card');
    return ok({
      opening: text(fields, 'opening'),
      model: readModel(fields['model']),
      textSize: number(fields, 'textSize', TEXT_SIZE),
      place: optional(fields, 'place', readPlace),
      focus: truth(fields, 'focus'),
      byTouch: truth(fields, 'byTouch'),
      heard: number(fields, 'heard', TURN),
    });
  } catch (error) {
    if (error instanceof Wrong) return fail([{ path: [], message: error.message }]);
    throw error;
  }
}
