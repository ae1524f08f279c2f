import type { Problem } from './result.ts';

/** Reads the fields of an untrusted object and gathers what is wrong with them; a bad field reads as empty. */
export interface Shape {
  readonly problems: Problem[];
  get(field: string): unknown;
  wrong(field: string, message: string, ...deeper: (string | number)[]): void;
  /** A text of at most so many UTF-16 units. */
  text(field: string, most: number): string;
  /** A time in ISO 8601, answered in UTC with milliseconds, so that texts compare as times. */
  time(field: string): string;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Null where the input is no object at all. `name` begins the sentences: "A note". */
export function createShape(input: unknown, name: string): Shape | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const fields = new Map<string, unknown>(Object.entries(input));
  const problems: Problem[] = [];
  const wrong: Shape['wrong'] = (field, message, ...deeper) => {
    problems.push({ path: [field, ...deeper], message });
  };
  return {
    problems,
    get: (field) => fields.get(field),
    wrong,
    text(field, most) {
      const value = fields.get(field);
      if (typeof value !== 'string') {
        wrong(field, `${name} needs the text “${field}”.`);
        return '';
      }
      if (value.length <= most) return value;
      wrong(field, `“${field}” has ${value.length} characters; at most ${most} fit.`);
      return '';
    },
    time(field) {
      const value = fields.get(field);
      const ms = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : NaN;
      if (!Number.isNaN(ms)) return new Date(ms).toISOString();
      wrong(field, `“${field}” has to be a time like 2026-01-31T09:30:00.000Z.`);
      return '';
    },
  };
}
