/** Readers of the parts of an entry; parse-concept.ts reads the whole. */
import type { Concept, Dates, Form, Localized, Place, Script, Sentence, Source } from '../concept.ts';
import { ENTRY_KEYS, LIMITS } from './concept-fields.ts';
import {
  ID,
  isAbsent,
  nameOf,
  readChoice,
  readLanguage,
  readLanguages,
  readList,
  readObject,
  readOptionalText,
  readPattern,
  readText,
  refuseRepeats,
  wrong,
  type Field,
} from './field-reader.ts';
import { daySpan } from './iso-date.ts';

const DATE_WORDS =
  'is no date; write a year "1958", a month "1958-01", a day "1958-01-09" or a decade "1840s".';
const SENTENCE_END = /[.!?…。！？]["'’”»）)\]]*$/u;
const ADDRESS = /^https?:\/\/[^\s/?#@]+\.[^\s]+$/u;

export function readLocalized<T>(field: Field, read: (field: Field) => T): Localized<T> {
  const languages = readLanguages(field) ?? new Map<string, Field>();
  return Object.fromEntries([...languages].map(([lang, inner]) => [lang, read(inner)])) as Localized<T>;
}

export function readScript(field: Field): Script | null {
  const fields = readObject(field, ENTRY_KEYS.script);
  if (!fields) return null;
  const text = readText(fields.text);
  const lang = readLanguage(fields.lang);
  const variant = readOptionalText(fields.variant);
  const other = /^zh-Hans\b/.test(lang) ? 'zh-Hant' : /^zh-Hant\b/.test(lang) ? 'zh-Hans' : null;
  if (variant !== null && other === null) {
    wrong(
      fields.variant,
      '“variant” is for the other Chinese script, so “lang” has to be zh-Hans or zh-Hant.',
    );
  } else if (variant !== null && variant === text) {
    wrong(fields.variant, '“variant” says the same as “text”; leave it out where both scripts agree.');
  }
  return {
    text,
    lang,
    variant: variant !== null && other !== null ? { text: variant, lang: other } : null,
    romanization: readOptionalText(fields.romanization),
  };
}

function readDate(field: Field): string {
  const text = readText(field);
  if (text !== '' && daySpan(text) === null) wrong(field, `“${text}” ${DATE_WORDS}`);
  return text;
}

export function readDates(field: Field): Dates | null {
  const fields = readObject(field, ENTRY_KEYS.dates);
  if (!fields) return null;
  const start = readDate(fields.start);
  if (fields.end.value === undefined) {
    wrong(
      fields.end,
      '“end” is missing; say the same as “start” for a moment, or “end: null” for what still goes on.',
    );
  }
  const end = isAbsent(fields.end) ? null : readDate(fields.end);
  const [from, to] = [daySpan(start), daySpan(end ?? '')];
  if (from && to && to.last < from.first) wrong(fields.end, `“end” (${end}) lies before “start” (${start}).`);
  return { start, end };
}

export function readPlace(field: Field): Place | null {
  const fields = readObject(field, ENTRY_KEYS.place);
  if (!fields) return null;
  if (isAbsent(fields.lat) !== isAbsent(fields.lon)) {
    wrong(field, '“lat” and “lon” belong together; give both or neither.');
  }
  return {
    name: readText(fields.name),
    lat: isAbsent(fields.lat) ? null : readDegrees(fields.lat, 90),
    lon: isAbsent(fields.lon) ? null : readDegrees(fields.lon, 180),
  };
}

function readDegrees(field: Field, max: number): number {
  const { value } = field;
  // Turns -0 into 0: they are equal on a map and written alike in YAML.
  if (typeof value === 'number' && Math.abs(value) <= max) return value === 0 ? 0 : value;
  wrong(field, `${nameOf(field)} has to be a number of degrees from -${max} to ${max}, without quotes.`);
  return 0;
}

/** A text to be found on pages. */
export function readForText(field: Field): string {
  const text = readText(field, LIMITS.form);
  if (text !== '' && !/[\p{L}\p{N}\p{S}]/u.test(text)) {
    wrong(field, `“${text}” needs at least one letter, digit or symbol to be found on a page.`);
  }
  return text;
}

export function readForm(field: Field): Form | null {
  const fields = readObject(field, ENTRY_KEYS.form);
  return (
    fields && {
      text: readForText(fields.text),
      lang: isAbsent(fields.lang) ? 'en' : readLanguage(fields.lang),
      case: isAbsent(fields.case) ? 'any' : readChoice(fields.case, ['any', 'exact']),
      context: readOptionalText(fields.context),
      plural: isAbsent(fields.plural) ? 'auto' : readForText(fields.plural),
      only: isAbsent(fields.only) ? null : readChoice(fields.only, ['essay'] as const),
    }
  );
}

export function readSentence(field: Field): Sentence | null {
  const fields = readObject(field, ENTRY_KEYS.sentence);
  if (!fields) return null;
  const text = readText(fields.text, LIMITS.sentence);
  if (text !== '' && !SENTENCE_END.test(text)) {
    wrong(fields.text, 'A sentence has to end with a full stop (or ? or !).');
  }
  const sources = readList(fields.sources, (item) => readText(item), { of: 'keys of sources' });
  refuseRepeats(fields.sources, sources, (key) => key);
  return { text, sources };
}

export function readEssay(field: Field): Concept['essay'] {
  const fields = readObject(field, ENTRY_KEYS.essay);
  if (!fields) return null;
  const sections = readList(fields.sections, (item) => readText(item), {
    needed: true,
    of: 'headings of the essay',
  });
  refuseRepeats(fields.sections, sections, (section) => section);
  return { sections, use: readText(fields.use, LIMITS.use) };
}

export function readSource(field: Field): Source | null {
  const fields = readObject(field, ENTRY_KEYS.source);
  if (!fields) return null;
  const url = readOptionalText(fields.url);
  if (url !== null && url !== '' && !ADDRESS.test(url)) {
    wrong(fields.url, '“url” has to be a whole address that begins with https:// or http://.');
  }
  const checked = readOptionalText(fields.checked);
  if (checked !== null && checked !== '' && (daySpan(checked) === null || !/^\d{4}-/.test(checked))) {
    wrong(
      fields.checked,
      '“checked” is the month or day on which some of it was read, like "2026-11"; or leave it out.',
    );
  }
  return {
    key: readPattern(fields.key, ID, 'has to be small letters and digits joined by hyphens, like chan-2009.'),
    title: readText(fields.title),
    author: readOptionalText(fields.author),
    year: readOptionalText(fields.year),
    publisher: readOptionalText(fields.publisher),
    url,
    checked,
    note: readOptionalText(fields.note, LIMITS.use),
  };
}
