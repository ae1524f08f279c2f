import { KINDS } from './concept.ts';
import type { Concept, Dates, Form, Localized, Place, Script, Sentence, Source, Subject } from './concept.ts';
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
} from './field.ts';
import { daySpan } from './iso-date.ts';
import { didYouMean } from './nearest-word.ts';
import { fail, ok, type Problem, type Result } from './result.ts';

/** The keys of every group of fields of an entry, in the order of the canonical layout. */
export const ENTRY_KEYS = {
  concept: [
    ...(['id', 'kind', 'term', 'script', 'dates', 'place', 'forms', 'never', 'context'] as const),
    ...(['definition', 'essay', 'contested', 'related', 'sources'] as const),
  ],
  script: ['text', 'lang', 'variant', 'romanization'],
  dates: ['start', 'end'],
  place: ['name', 'lat', 'lon'],
  form: ['text', 'lang', 'case', 'plural', 'context'],
  sentence: ['text', 'sources'],
  essay: ['sections', 'use'],
  source: ['key', 'title', 'author', 'year', 'publisher', 'url', 'checked', 'note'],
  subject: ['id', 'name'],
} as const;

/** In characters, but `sentences`: how many a definition may have. */
export const LIMITS = { sentence: 320, form: 120, use: 640, sentences: 6 } as const;

const ID_WORDS = 'has to be small letters and digits joined by hyphens, like work-unit.';
const DATE_WORDS =
  'is no date; write a year "1958", a month "1958-01", a day "1958-01-09" or a decade "1840s".';
const SENTENCE_END = /[.!?…。！？]["'’”»）)\]]*$/u;
const ADDRESS = /^https?:\/\/[^\s/?#@]+\.[^\s]+$/u;

/** The one check of an entry: for the build, the tests and imported packs alike. Never throws. */
export function parseConcept(input: unknown, { subject }: { subject: string }): Result<Concept> {
  const problems: Problem[] = [];
  const concept = readConcept({ value: input, path: [], problems }, subject);
  return concept && problems.length === 0 ? ok(concept) : fail(problems);
}

/** The list of subjects, each with its name by language. */
export function parseSubjects(input: unknown): Result<Subject[]> {
  const problems: Problem[] = [];
  const root: Field = { value: input, path: [], problems };
  const subjects = readList(root, readSubject, { least: 1, of: 'subjects' });
  refuseRepeats(root, subjects, ({ id }) => id);
  return problems.length === 0 ? ok(subjects) : fail(problems);
}

function readSubject(field: Field): Subject | null {
  const at = readObject(field, ENTRY_KEYS.subject);
  return at && { id: readPattern(at.id, ID, ID_WORDS), name: readLocalized(at.name, readText) };
}

function readConcept(root: Field, subject: string): Concept | null {
  const at = readObject(root, ENTRY_KEYS.concept);
  if (!at) return null;
  const concept: Concept = {
    id: readPattern(at.id, ID, ID_WORDS),
    subject,
    kind: readChoice(at.kind, KINDS),
    term: readLocalized(at.term, readText),
    script: isAbsent(at.script) ? null : readScript(at.script),
    dates: isAbsent(at.dates) ? null : readDates(at.dates),
    place: isAbsent(at.place) ? null : readPlace(at.place),
    forms: readList(at.forms, readForm, { least: 1, of: 'forms' }),
    never: readList(at.never, readForText, { of: 'phrases' }),
    context: readList(at.context, readForText, { of: 'words' }),
    definition: readLocalized(at.definition, (field) =>
      readList(field, readSentence, { least: 1, most: LIMITS.sentences, of: 'sentences' }),
    ),
    essay: isAbsent(at.essay) ? null : readEssay(at.essay),
    contested: readList(at.contested, readSentence, { most: 12, of: 'sentences' }),
    related: readList(at.related, (field) => readPattern(field, ID, ID_WORDS), {
      of: 'ids of other entries',
    }),
    sources: readList(at.sources, readSource, { of: 'sources' }),
  };
  refuseRepeats(
    at.forms,
    concept.forms,
    (form) => form.text && `${form.lang} ${caseOf(form)} ${keyOf(form)}`,
  );
  refuseRepeats(at.never, concept.never, (text) => text.toLowerCase());
  refuseRepeats(at.context, concept.context, (text) => text.toLowerCase());
  refuseRepeats(at.related, concept.related, (id) => id);
  refuseRepeats(at.sources, concept.sources, ({ key }) => key);
  if (concept.id !== '' && concept.related.includes(concept.id)) {
    wrong(at.related, 'An entry is not related to itself; take its own id out.');
  }
  checkSources(concept, at.sources, at.definition, at.contested);
  return concept;
}

const caseOf = (form: Form): string => form.case;
const keyOf = ({ text, case: kept }: Form): string => (kept === 'exact' ? text : text.toLowerCase());

/** Every sentence of a definition rests on a source, every key exists, and nothing is listed for show. */
function checkSources({ sources, definition, contested }: Concept, list: Field, ...places: Field[]): void {
  const keys = new Set(sources.map(({ key }) => key));
  const used = new Set<string>();
  const check = (sentences: readonly Sentence[], path: Field['path'], needed: boolean): void => {
    sentences.forEach((sentence, i) => {
      const place: Field = { ...list, path: [...path, i] };
      if (needed && sentence.sources.length === 0) {
        wrong(place, 'Every sentence of a definition needs at least one source; add “sources: [key]”.');
      }
      sentence.sources.forEach((key, j) => {
        used.add(key);
        if (key === '' || keys.has(key)) return;
        const exact: Field = { ...list, path: [...place.path, 'sources', j] };
        wrong(exact, `No source below has the key “${key}”.${didYouMean(key, keys)}`);
      });
    });
  };
  const [inDefinition, inContested] = places;
  for (const [lang, sentences] of Object.entries(definition))
    check(sentences, [...inDefinition!.path, lang], true);
  check(contested, inContested!.path, false);
  sources.forEach(({ key }, i) => {
    if (key === '' || used.has(key)) return;
    wrong(
      { ...list, path: [...list.path, i] },
      `No sentence uses the source “${key}”; use it or take it out.`,
    );
  });
}

function readLocalized<T>(field: Field, read: (field: Field) => T): Localized<T> {
  const languages = readLanguages(field) ?? new Map<string, Field>();
  return Object.fromEntries([...languages].map(([lang, inner]) => [lang, read(inner)])) as Localized<T>;
}

function readScript(field: Field): Script | null {
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

function readDates(field: Field): Dates | null {
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

function readPlace(field: Field): Place | null {
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
function readForText(field: Field): string {
  const text = readText(field, LIMITS.form);
  if (text !== '' && !/[\p{L}\p{N}\p{S}]/u.test(text)) {
    wrong(field, `“${text}” needs at least one letter, digit or symbol to be found on a page.`);
  }
  return text;
}

function readForm(field: Field): Form | null {
  const at = readObject(field, ENTRY_KEYS.form);
  return (
    at && {
      text: readForText(at.text),
      lang: isAbsent(at.lang) ? 'en' : readLanguage(at.lang),
      case: isAbsent(at.case) ? 'any' : readChoice(at.case, ['any', 'exact']),
      context: readOptionalText(at.context),
      plural: isAbsent(at.plural) ? 'auto' : readForText(at.plural),
    }
  );
}

function readSentence(field: Field): Sentence | null {
  const at = readObject(field, ENTRY_KEYS.sentence);
  if (!at) return null;
  const text = readText(at.text, LIMITS.sentence);
  if (text !== '' && !SENTENCE_END.test(text))
    wrong(at.text, 'A sentence has to end with a full stop (or ? or !).');
  const sources = readList(at.sources, (item) => readText(item), { of: 'keys of sources' });
  refuseRepeats(at.sources, sources, (key) => key);
  return { text, sources };
}

function readEssay(field: Field): Concept['essay'] {
  const at = readObject(field, ENTRY_KEYS.essay);
  if (!at) return null;
  const sections = readList(at.sections, (item) => readText(item), { least: 1, of: 'headings of the essay' });
  refuseRepeats(at.sections, sections, (section) => section);
  return { sections, use: readText(at.use, LIMITS.use) };
}

function readSource(field: Field): Source | null {
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
