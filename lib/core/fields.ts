import type { Problem } from './result.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the fields of an untrusted record, and says of each what is wrong with it and what would be right. */
export interface Fields {
  get(name: string): unknown;
  has(name: string): boolean;
  wrong(path: Problem['path'], message: string): void;
  /** Names every field that is not among these. */
  only(names: readonly string[]): void;
  /** A text that is there; empty where it is not. `shownAs` stands in the path in place of the name. */
  text(name: string, pattern?: RegExp, wanted?: string, shownAs?: string | number): string;
  /** A text, or null where the field is left out. */
  optional(name: string): string | null;
  oneOf<const T extends string>(name: string, known: readonly T[]): T | null;
  number(name: string, most: number): number | null;
  texts(name: string): string[];
  list<T>(name: string, parse: (fields: Fields) => T): T[];
  inside<T>(name: string, parse: (fields: Fields) => T): T | null;
}

/** Control characters, and the marks that turn writing around or vanish from sight. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/;

export function createFields(input: unknown, base: Problem['path'], problems: Problem[]): Fields {
  const record = isRecord(input) ? input : {};
  const wrong: Fields['wrong'] = (path, message) => void problems.push({ path: [...base, ...path], message });
  if (!isRecord(input)) wrong([], 'Fields with names stand here.');
  const has = (name: string): boolean => Object.hasOwn(record, name) && record[name] !== undefined;
  const get = (name: string): unknown => (has(name) ? record[name] : undefined);

  function checked(value: unknown, path: Problem['path']): string {
    if (typeof value !== 'string') {
      wrong(
        path,
        typeof value === 'number'
          ? `Write “${value}” in quotation marks: it is a text.`
          : 'A text stands here.',
      );
      return '';
    }
    if (value.trim() === '') wrong(path, 'The text is empty.');
    else if (value.trim() !== value) wrong(path, 'The text begins or ends with a blank.');
    else if (UNSEEN.test(value)) wrong(path, 'The text has a character that cannot be seen; type it anew.');
    else if (value.normalize('NFC') !== value)
      wrong(path, 'An accent is stored apart from its letter; type the word anew.');
    return value;
  }

  const fields: Fields = {
    get,
    has,
    wrong,
    only(names) {
      for (const name of Object.keys(record)) {
        if (names.includes(name)) continue;
        const near = names.find((known) => isNear(known, name));
        wrong(
          [name],
          `“${name}” is not a field here${near ? `; did you mean “${near}”?` : `. There are: ${names.join(', ')}.`}`,
        );
      }
    },
    text(name, pattern, wanted, shownAs = name) {
      if (!has(name)) {
        wrong([shownAs], `“${shownAs}” is missing${wanted ? `: ${wanted}` : ''}.`);
        return '';
      }
      const before = problems.length;
      const value = checked(get(name), [shownAs]);
      if (problems.length === before && pattern && !pattern.test(value))
        wrong([shownAs], `“${value}” should be ${wanted}.`);
      return value;
    },
    optional: (name) => (has(name) && get(name) !== null ? checked(get(name), [name]) : null),
    oneOf(name, known) {
      const value = get(name);
      const found = known.find((each) => each === value);
      if (found === undefined) wrong([name], `“${name}” is one of: ${known.join(', ')}.`);
      return found ?? null;
    },
    number(name, most) {
      const value = get(name);
      if (value === undefined || value === null) return null;
      if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most) return value;
      wrong([name], `A number between -${most} and ${most} stands here.`);
      return null;
    },
    texts(name) {
      const value = get(name) ?? [];
      if (!Array.isArray(value)) {
        wrong([name], `“${name}” is a list: each item on a line of its own, after a hyphen.`);
        return [];
      }
      return value.map((item: unknown, i) => checked(item, [name, i]));
    },
    list(name, parse) {
      const value = get(name) ?? [];
      if (!Array.isArray(value)) {
        wrong([name], `“${name}” is a list: each item begins with a hyphen.`);
        return [];
      }
      return value.map((item: unknown, i) => parse(createFields(item, [...base, name, i], problems)));
    },
    inside(name, parse) {
      const value = get(name);
      return value === undefined || value === null
        ? null
        : parse(createFields(value, [...base, name], problems));
    },
  };
  return fields;
}

/** One letter more, less or other; or the same in another case. */
function isNear(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y || x.startsWith(y) || y.startsWith(x)) return true;
  if (Math.abs(x.length - y.length) > 1) return false;
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  return x.slice(i + 1) === y.slice(i + 1) || x.slice(i) === y.slice(i + 1) || x.slice(i + 1) === y.slice(i);
}
