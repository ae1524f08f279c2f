import { faultOf, type FaultCode, type Problem } from './result.ts';

interface WrongMore {
  /** Where in the field. */
  at?: number;
  count?: number;
  most?: number;
}

/** Reads the fields of an untrusted object and gathers what is wrong with them; a bad field reads as empty. */
export interface ObjectReader {
  readonly problems: Problem[];
  get(field: string): unknown;
  wrong(field: string, code: FaultCode, message: string, more?: WrongMore): void;
  /** A text of at most so many UTF-16 units. */
  text(field: string, most: number): string;
  /** A time in ISO 8601, answered in UTC with milliseconds, so that texts compare as times. */
  time(field: string): string;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Null where the input is no object at all. `name` begins the sentences: "A note". */
export function createObjectReader(input: unknown, name: string): ObjectReader | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const fields = new Map<string, unknown>(Object.entries(input));
  const problems: Problem[] = [];
  const wrong: ObjectReader['wrong'] = (field, code, message, { at, ...numbers } = {}) => {
    const path = at === undefined ? [field] : [field, at];
    problems.push({ path, message, fault: faultOf(code, { field, ...numbers }) });
  };
  return {
    problems,
    get: (field) => fields.get(field),
    wrong,
    text(field, most) {
      const value = fields.get(field);
      if (typeof value !== 'string') {
        wrong(field, 'text', `${name} needs the text “${field}”.`);
        return '';
      }
      if (value.length <= most) return value;
      const count = value.length;
      wrong(field, 'long', `“${field}” has ${count} characters; at most ${most} fit.`, { count, most });
      return '';
    },
    time(field) {
      const value = fields.get(field);
      const ms = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : NaN;
      if (!Number.isNaN(ms)) return new Date(ms).toISOString();
      wrong(field, 'time', `“${field}” has to be a time like 2026-01-31T09:30:00.000Z.`);
      return '';
    },
  };
}
