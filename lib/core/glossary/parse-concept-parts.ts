/** The readers of an entry's parts; see parse-concept.ts for the whole. */
import type { Concept, Dates, Form, Localized, Place, Script, Sentence, Source } from './concept.ts';
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
  const at = readObject(field, ENTRY_KEYS.script);
  if (!at) return null;
  const text = readText(at.text);
  const lang = readLanguage(at.lang);
  const variant = readOptionalText(at.variant);
  const other = /^zh-Hans\b/.test(lang) ? 'zh-Hant' : /^zh-Hant\b/.test(lang) ? 'zh-Hans' : null;
  if (variant !== null && other === null) {
    wrong(at.variant, '“variant” is for the other Chinese script, so “lang” has to be zh-Hans or zh-Hant.');
  } else if (variant !== null && variant === text) {
    wrong(at.variant, '“variant” says the same as “text”; leave it out where both scripts agree.');
  }
  return {
    text,
    lang,
    variant: variant !== null && other !== null ? { text: variant, lang: other } : null,
    romanization: readOptionalText(at.romanization),
  };
}

function readDate(field: Field): string {
  const text = readText(field);
  if (text !== '' && daySpan(text) === null) wrong(field, `“${text}” ${DATE_WORDS}`);
  return text;
}

export function readDates(field: Field): Dates | null {
  const at = readObject(field, ENTRY_KEYS.dates);
  if (!at) return null;
  const start = readDate(at.start);
  if (at.end.value === undefined) {
    wrong(
      at.end,
      '“end” is missing; say the same as “start” for a moment, or “end: null” for what still goes on.',
    );
  }
  const end = isAbsent(at.end) ? null : readDate(at.end);
  const [from, to] = [daySpan(start), daySpan(end ?? '')];
  if (from && to && to.last < from.first) wrong(at.end, `“end” (${end}) lies before “start” (${start}).`);
  return { start, end };
}

export function readPlace(field: Field): Place | null {
  const at = readObject(field, ENTRY_KEYS.place);
  if (!at) return null;
  if (isAbsent(at.lat) !== isAbsent(at.lon)) {
    wrong(field, '“lat” and “lon” belong together; give both or neither.');
  }
  return {
    name: readText(at.name),
    lat: isAbsent(at.lat) ? null : readDegrees(at.lat, 90),
    lon: isAbsent(at.lon) ? null : readDegrees(at.lon, 180),
  };
}

function readDegrees(field: Field, most: number): number {
  const { value } = field;
  // Minus zero is told from zero nowhere on a map, and not in YAML.
  if (typeof value === 'number' && Math.abs(value) <= most) return value === 0 ? 0 : value;
  wrong(field, `${nameOf(field)} has to be a number of degrees from -${most} to ${most}, without quotes.`);
  return 0;
}

/** A text that is looked for on pages. */
export function readForText(field: Field): string {
  const text = readText(field, LIMITS.form);
  if (text !== '' && !/[\p{L}\p{N}\p{S}]/u.test(text)) {
    wrong(field, `“${text}” needs at least one letter, digit or symbol to be found on a page.`);
  }
  return text;
}

export function readForm(field: Field): Form | null {
  const at = readObject(field, ENTRY_KEYS.form);
  return (
    at && {
      text: readForText(at.text),
      lang: isAbsent(at.lang) ? 'en' : readLanguage(at.lang),
      case: isAbsent(at.case) ? 'any' : readChoice(at.case, ['any', 'exact']),
      context: readOptionalText(at.context),
      plural: isAbsent(at.plural) ? 'auto' : readForText(at.plural),
      only: isAbsent(at.only) ? null : readChoice(at.only, ['essay'] as const),
    }
  );
}

export function readSentence(field: Field): Sentence | null {
  const at = readObject(field, ENTRY_KEYS.sentence);
  if (!at) return null;
  const text = readText(at.text, LIMITS.sentence);
  if (text !== '' && !SENTENCE_END.test(text)) {
    wrong(at.text, 'A sentence has to end with a full stop (or ? or !).');
  }
  const sources = readList(at.sources, (item) => readText(item), { of: 'keys of sources' });
  refuseRepeats(at.sources, sources, (key) => key);
  return { text, sources };
}

export function readEssay(field: Field): Concept['essay'] {
  const at = readObject(field, ENTRY_KEYS.essay);
  if (!at) return null;
  const sections = readList(at.sections, (item) => readText(item), {
    needed: true,
    of: 'headings of the essay',
  });
  refuseRepeats(at.sections, sections, (section) => section);
  return { sections, use: readText(at.use, LIMITS.use) };
}

export function readSource(field: Field): Source | null {
  const at = readObject(field, ENTRY_KEYS.source);
  if (!at) return null;
  const url = readOptionalText(at.url);
  if (url !== null && url !== '' && !ADDRESS.test(url)) {
    wrong(at.url, '“url” has to be a whole address that begins with https:// or http://.');
  }
  const checked = readOptionalText(at.checked);
  if (checked !== null && checked !== '' && (daySpan(checked) === null || !/^\d{4}-/.test(checked))) {
    wrong(
      at.checked,
      '“checked” is the month or day on which some of it was read, like "2026-11"; or leave it out.',
    );
  }
  return {
    key: readPattern(at.key, ID, 'has to be small letters and digits joined by hyphens, like chan-2009.'),
    title: readText(at.title),
    author: readOptionalText(at.author),
    year: readOptionalText(at.year),
    publisher: readOptionalText(at.publisher),
    url,
    checked,
    note: readOptionalText(at.note, LIMITS.use),
  };
}
