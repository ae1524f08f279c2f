/** A small reader of JSON Schema, with as much of it as glossary/schema.json uses; unknown words are refused. */
export type Schema = { readonly [word: string]: unknown };

const SILENT = new Set(['$schema', '$defs', 'title', 'description', 'properties', 'dependentRequired']);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Violations, as `path: word of the schema`. */
export function misfits(value: unknown, schema: Schema, root: Schema = schema, path = ''): string[] {
  const inner = (deeper: unknown, part: unknown, step: string): string[] =>
    misfits(deeper, part as Schema, root, `${path}/${step}`);
  const fields = typeOf(value) === 'object' ? Object.entries(value as object) : null;
  const items = Array.isArray(value) ? (value as unknown[]) : null;
  const text = typeof value === 'string' ? value : null;
  const number = typeof value === 'number' ? value : null;
  const known = (schema['properties'] ?? {}) as Schema;
  const required = Object.entries((schema['dependentRequired'] ?? {}) as Record<string, string[]>)
    .filter(([field]) => fields?.some(([name]) => name === field))
    .flatMap(([, others]) => others);
  const lacks = (names: readonly string[]): boolean =>
    fields !== null && names.some((name) => !fields.some(([field]) => field === name));

  const found = Object.entries(schema).flatMap(([word, wanted]): string[] => {
    const wrong = (isWrong: boolean): string[] => (isWrong ? [`${path}: ${word}`] : []);
    if (SILENT.has(word)) return [];
    switch (word) {
      case '$ref':
        return inner(value, definitionOf(wanted as string, root), '');
      case 'allOf':
        return (wanted as Schema[]).flatMap((part) => misfits(value, part, root, path));
      case 'type':
        return wrong(![wanted].flat().includes(typeOf(value)));
      case 'enum':
        return wrong(!(wanted as unknown[]).includes(value));
      case 'required':
        return wrong(lacks(wanted as string[]));
      case 'pattern':
        return wrong(text !== null && !new RegExp(wanted as string, 'u').test(text));
      case 'minLength':
        return wrong(text !== null && [...text].length < (wanted as number));
      case 'maxLength':
        return wrong(text !== null && [...text].length > (wanted as number));
      case 'minimum':
        return wrong(number !== null && number < (wanted as number));
      case 'maximum':
        return wrong(number !== null && number > (wanted as number));
      case 'minItems':
        return wrong(items !== null && items.length < (wanted as number));
      case 'maxItems':
        return wrong(items !== null && items.length > (wanted as number));
      case 'uniqueItems':
        return wrong(items !== null && new Set(items).size < items.length);
      case 'items':
        return (items ?? []).flatMap((item, i) => inner(item, wanted, String(i)));
      case 'propertyNames':
        return (fields ?? []).flatMap(([name]) => inner(name, wanted, name));
      case 'additionalProperties':
        return (fields ?? [])
          .filter(([name]) => !Object.hasOwn(known, name))
          .flatMap(([name, field]) => (wanted === false ? wrong(true) : inner(field, wanted, name)));
      default:
        throw new Error(`The schema says “${word}”, which its test cannot read.`);
    }
  });
  const ofFields = (fields ?? []).flatMap(([name, field]) =>
    Object.hasOwn(known, name) ? inner(field, known[name], name) : [],
  );
  return [...found, ...ofFields, ...(lacks(required) ? [`${path}: dependentRequired`] : [])];
}

/** `#/$defs/form` */
function definitionOf(reference: string, root: Schema): Schema {
  const name = reference.replace('#/$defs/', '');
  const definition = (root['$defs'] as Record<string, Schema>)[name];
  if (!definition) throw new Error(`The schema has no part “${name}”.`);
  return definition;
}
