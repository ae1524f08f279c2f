/** Notes as hostile as a reader, a page or another program may make them, for properties. */
import fc from 'fast-check';
import type { Note } from '../core/notes/note.ts';
import { parseNote } from '../core/notes/note-schema.ts';

/** Text with what breaks formats: quotes, line ends, tabs, formulas, markup, lone surrogates, other scripts. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "'", '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' '],
          ...['<b>', '</p>', '&amp;', '&', '# head', '- item', '> quote', '```', '[x](y)', '\\', '|', '---'],
          ...['户口', 'ﷺ', '👩‍👩‍👧', '\uD800', '\uDC00', '\u202E', '\u0000', '\uFEFF', '\u2028', 'a', 'b\u0301'],
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  },
);

const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const page = fc.oneof(
  fc.constant(null),
  fc.webUrl({ withQueryParameters: true }).map((url) => url.replace(/#.*/, '')),
  fc.constantFrom('https://example.org/', 'file:///home/a%20b.html', 'https://例え.jp/户口?a=b&c="d"'),
);

const quote = fc.record({
  type: fc.constant('TextQuoteSelector' as const),
  exact: hostileText.filter((text) => text !== ''),
  prefix: hostileText,
  suffix: hostileText,
});
const position = fc
  .record({ start: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 5000 }) })
  .map(({ start, length }) => ({ type: 'TextPositionSelector' as const, start, end: start + length }));
const selectors = fc.oneof(
  fc.constant([]),
  quote.map((each) => [each]),
  fc.tuple(quote, position),
  position.map((each) => [each]),
);

/** As a client may send it: of the right shape, with texts that may be ill-formed. */
export const sentNoteArbitrary = fc.record({
  _id: fc.oneof(fc.uuid(), fc.constantFrom('a', '=b', '"c"', '户')),
  v: fc.constant(1),
  page,
  title: hostileText,
  selectors,
  concept: fc.option(fc.constantFrom('soviet', 'hukou', '=x')),
  text: hostileText,
  tags: fc.array(hostileText, { maxLength: 4 }),
  created: time,
  changed: time,
  binned: fc.option(time),
});

export const noteArbitrary: fc.Arbitrary<Note> = sentNoteArbitrary.map((input): Note => {
  const parsed = parseNote(input);
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.problems.map(({ message }) => message).join(' '));
});

/** No id twice. */
export const notesArbitrary = fc.uniqueArray(noteArbitrary, { selector: ({ _id }) => _id, maxLength: 8 });
