import { describe, expect, test } from 'vitest';
import { createNote } from '../notes/note.ts';
import { validate } from '../base/validate.ts';
import { frameCardEventSchema } from './frame-card-event-schema.ts';
import { sentCardSchema } from './frame-card-schema.ts';
import { isTooSmallForCard, linesAround, type SentCard } from './frame-card.ts';

const parseSentCard = (input: unknown) => validate(sentCardSchema, input);
const parseFrameCardEvent = (input: unknown) => validate(frameCardEventSchema, input);

const note = createNote({
  id: 'n',
  nowIso: '2026-01-01T00:00:00.000Z',
  page: 'https://example.org/',
  text: 'x',
});
const draft = {
  note: 'd',
  isNew: true,
  page: null,
  title: '',
  selectors: [],
  concept: 'lenin',
  text: 'half',
  tags: '',
  changed: '2026-01-01T00:00:00.000Z',
};
const card: SentCard = {
  opening: '1-2-3-4',
  model: {
    entry: 'lenin',
    lang: 'en',
    position: { index: 1, total: 2 },
    reasons: ['The word stands alone.'],
    senses: [{ id: 'a', term: 'A', gloss: 'About a.' }],
    site: 'example.org',
    offersKnown: true,
    surface: 'Lenin',
    others: [{ id: 'b', term: 'B' }],
    decided: null,
    offersAlways: false,
    related: [{ id: 'c', term: 'C' }],
    back: null,
    notes: [note],
    readOnlyNotes: ['n'],
    editor: { id: null, quote: '', text: 'half', tags: '#a' },
    writing: 'd',
    draftState: 'stored',
    saveState: 'idle',
    asksPrivate: false,
    unfinished: [draft],
    deleted: note,
    discarded: draft,
    problem: null,
  },
  textSize: 100,
  place: {
    pointer: { x: 1, y: 2 },
    anchor: [{ x: 0, y: 0, width: 30, height: 10 }],
    line: 0,
    direction: 'rtl',
  },
  focus: false,
  byTouch: false,
  heard: 3,
};

describe('a card that a frame sends', () => {
  test('is read as it was sent, and what does not belong to it is left out', () => {
    expect(parseSentCard(structuredClone(card))).toEqual({ ok: true, value: card });
    expect(parseSentCard({ ...card, model: { ...card.model, html: '<b>' }, more: 1 })).toEqual({
      ok: true,
      value: card,
    });
    const sheet = { ...card, place: null, model: { ...card.model, entry: null, editor: null } };
    expect(parseSentCard(sheet)).toEqual({ ok: true, value: sheet });
  });

  test.each<[what: string, input: unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no model', { ...card, model: null }],
    [
      'an entry of its own',
      { ...card, model: { ...card.model, entry: { id: 'lenin', term: { en: 'Other' } } } },
    ],
    ['a broken note', { ...card, model: { ...card.model, notes: [{ ...note, v: 2 }] } }],
    ['a broken draft', { ...card, model: { ...card.model, unfinished: [{ ...draft, changed: 'now' }] } }],
    ['notes that are none', { ...card, model: { ...card.model, notes: 'many' } }],
    ['an unknown state', { ...card, model: { ...card.model, draftState: 'perhaps' } }],
    ['a sense without a gloss', { ...card, model: { ...card.model, senses: [{ id: 'a', term: 'A' }] } }],
    [
      'an editor without a text',
      { ...card, model: { ...card.model, editor: { id: null, quote: '', tags: '' } } },
    ],
    ['a place that is none', { ...card, place: { ...card.place, pointer: { x: NaN, y: 0 } } }],
    ['an endless opening', { ...card, opening: 'x'.repeat(30_000) }],
  ])('is refused with %s', (_, input) => {
    expect(parseSentCard(input).ok).toBe(false);
  });
});

describe('its numbers have a range', () => {
  const { place, model } = card;
  const at = (change: object): unknown => ({ ...card, place: { ...place, ...change } });
  const line = (change: object): unknown => at({ anchor: [{ ...place!.anchor[0], ...change }] });
  const position = (index: unknown, total: unknown): unknown => ({
    ...card,
    model: { ...model, position: { index, total } },
  });
  test.each<[what: string, input: unknown]>([
    ['the smallest text', { ...card, textSize: 90 }],
    ['the largest text', { ...card, textSize: 150 }],
    ['a screen to the left of the first', at({ pointer: { x: -3840, y: -1080.5 } })],
    ['the edge of what is believed', at({ pointer: { x: 100_000, y: -100_000 } })],
    ['a line of no width', line({ width: 0, height: 0 })],
    ['the last of many lines', at({ line: 199, anchor: Array(200).fill(place!.anchor[0]) })],
    ['no line at all', at({ anchor: [] })],
    ['the only occurrence', position(1, 1)],
    ['no event yet', { ...card, heard: 0 }],
  ])('%s is taken', (_, input) => {
    expect(parseSentCard(input)).toEqual({ ok: true, value: input });
  });

  const size = 'has to be a number from 90 to 150';
  const far = 'has to be a number from -100000 to 100000';
  const long = 'has to be a number from 0 to 100000';
  test.each<[field: string, why: string, input: unknown]>([
    ['textSize', size, { ...card, textSize: 0 }],
    ['textSize', size, { ...card, textSize: -100 }],
    ['textSize', size, { ...card, textSize: 1e6 }],
    ['textSize', size, { ...card, textSize: Infinity }],
    ['textSize', size, { ...card, textSize: NaN }],
    ['textSize', size, { ...card, textSize: '100' }],
    ['x', far, at({ pointer: { x: 100_001, y: 0 } })],
    ['y', far, at({ pointer: { x: 0, y: -1e300 } })],
    ['y', far, at({ pointer: { x: 0, y: null } })],
    ['x', far, line({ x: 1e9 })],
    ['width', long, line({ width: -1 })],
    ['height', long, line({ height: 100_001 })],
    ['line', 'has to be a whole number from 0 to 199', at({ line: -1 })],
    ['line', 'has to be a whole number from 0 to 199', at({ line: 200 })],
    ['line', 'has to be a whole number from 0 to 199', at({ line: 0.5 })],
    ['anchor', 'has to be <=200', at({ anchor: Array(201).fill(place!.anchor[0]) })],
    ['position', 'has to be an index within the total', position(3, 2)],
    ['index', 'has to be a whole number from 1 to 10000000', position(0, 2)],
    ['total', 'has to be a whole number from 1 to 10000000', position(1, 1e12)],
    ['heard', 'has to be a whole number from 0 to 9007199254740991', { ...card, heard: -1 }],
    ['heard', 'has to be a whole number from 0 to 9007199254740991', { ...card, heard: '3' }],
  ])('“%s” %s: else it is refused', (field, why, input) => {
    const result = parseSentCard(input);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(({ path, message }) => [path.at(-1), message])).toEqual([
      [field, `“${problems[0]?.path.join('.')}” ${why}.`],
    ]);
  });
});

test.each([
  [3, 1, 0, 2, 1],
  [200, 199, 0, 199, 199],
  [1000, 0, 0, 199, 0],
  [1000, 500, 400, 599, 100],
  [1000, 999, 800, 999, 199],
])('of %i lines, pointed at %i, those from %i to %i are told', (count, line, first, last, told) => {
  const near = linesAround([...Array(count).keys()], line);
  expect([near.anchor[0], near.anchor.at(-1), near.line]).toEqual([first, last, told]);
});

describe('what happened to it', () => {
  const sent = (event: unknown): unknown => ({ opening: '1', turn: 1, event });
  test.each([
    { type: 'alive' },
    { type: 'pointerOff', x: -3, y: 4.5 },
    { type: 'pointerAway', x: 3, y: 0 },
    { type: 'lost' },
    { type: 'command', command: 'next-term' },
    { type: 'intent', intent: { type: 'pin' } },
    { type: 'intent', intent: { type: 'openRelated', id: 'c' } },
    { type: 'intent', intent: { type: 'resumeDraft', note: 'd' } },
    { type: 'intent', intent: { type: 'changeDraft', draft: { id: null, quote: '', text: 'a', tags: '' } } },
  ])('is read: $type', (event) => {
    expect(parseFrameCardEvent(sent(event))).toEqual({ ok: true, value: sent(event) });
  });

  test.each<unknown>([
    null,
    sent(null),
    sent({ type: 'constructor' }),
    sent({ type: 'pointerOff', x: '1', y: 2 }),
    sent({ type: 'pointerOff', x: NaN, y: 2 }),
    sent({ type: 'pointerAway', x: 1, y: 100_001 }),
    { opening: '1', turn: -1, event: { type: 'alive' } },
    { opening: '1', turn: Infinity, event: { type: 'alive' } },
    sent({ type: 'command', command: 'open-library' }),
    sent({ type: 'intent' }),
    sent({ type: 'intent', intent: { type: 'toString' } }),
    sent({ type: 'intent', intent: { type: 'deleteNote' } }),
    sent({ type: 'intent', intent: { type: 'deleteNote', id: 4 } }),
    sent({ type: 'intent', intent: { type: 'changeDraft', draft: { text: 'a' } } }),
    { opening: 1, turn: 1, event: { type: 'alive' } },
    { opening: '1', event: { type: 'alive' } },
  ])('is refused: %j', (input) => {
    expect(parseFrameCardEvent(input).ok).toBe(false);
  });
});

test.each([
  [319, 900, true],
  [900, 299, true],
  [320, 300, false],
])('a frame of %i × %i is too small: %s', (width, height, answer) => {
  expect(isTooSmallForCard({ width, height })).toBe(answer);
});
