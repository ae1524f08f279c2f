/** Reading what is not known to have any shape: what others wrote, stored or sent. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of an untrusted value; none where it is no object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const isText = (value: unknown): value is string => typeof value === 'string';
