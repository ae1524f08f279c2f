/** Checks across entries, for the command `check` and the glossary's test. The build does not need them. */
import type { Form } from '../../lib/core/glossary/concept.ts';
import { toCanonicalYaml } from './canonical.ts';
import type { ConceptFile } from './read-glossary.ts';
import type { FileProblem } from './read-yaml.ts';

/** Without case and accents, as the spotter compares. */
const foldOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** Two forms that both keep their case differ by it. */
const areToldApart = (a: Form, b: Form): boolean =>
  a.case === 'exact' && b.case === 'exact' && a.text !== b.text;

/** Files that the command `format` would change. */
export function untidyFiles(files: readonly ConceptFile[]): FileProblem[] {
  return files
    .filter(({ text, concept }) => text !== toCanonicalYaml(concept))
    .map(({ file, text, concept }) => {
      const wanted = toCanonicalYaml(concept).split('\n');
      const line = text.split('\n').findIndex((given, i) => given !== wanted[i]) + 1;
      const message = 'From here on not in the common layout: run “npm run glossary -- format”.';
      return { file, line: Math.max(1, line), message };
    });
}

/** A form of two concepts is a homograph: all but one of them, the usual sense, need a `context`. */
export function sharedForms(files: readonly ConceptFile[]): FileProblem[] {
  const owners = new Map<string, { entry: ConceptFile; form: Form; at: number }[]>();
  for (const entry of files) {
    entry.concept.forms.forEach((form, at) => {
      const key = foldOf(form.text);
      owners.set(key, [...(owners.get(key) ?? []), { entry, form, at }]);
    });
  }
  return [...owners.values()].flatMap((shared) =>
    shared.flatMap(({ entry, form, at }) => {
      const others = new Set(
        shared
          .filter((other) => other.entry !== entry && !areToldApart(other.form, form))
          .map((other) => other.entry.concept.id),
      );
      const trusted = shared.filter(
        (other) => other.form.context === null && !areToldApart(other.form, form),
      );
      if (others.size === 0 || form.context !== null || trusted.length === 1) return [];
      const message = `“${form.text}” is also a form of ${[...others].join(', ')}: leave it to one of them, or say under “context” what it depends on, in all but the one that is usually meant.`;
      return [{ file: entry.file, line: entry.lineOf(['forms', at, 'text']), message }];
    }),
  );
}

/** Phrases under “never” that contain no form of their entry, and so block nothing. */
export function idlePhrases(files: readonly ConceptFile[]): FileProblem[] {
  return files.flatMap(({ file, concept, lineOf }) => {
    const forms = concept.forms.map((form) => foldOf(form.text));
    return concept.never.flatMap((text, at) => {
      const phrase = foldOf(text);
      if (forms.some((form) => phrase !== form && phrase.includes(form))) return [];
      const message = `“${text}” holds no form of this entry, so it blocks nothing; take it out.`;
      return [{ file, line: lineOf(['never', at]), message }];
    });
  });
}

/** Entries that no chain of “related”, in either direction, connects to the first one. */
export function unconnected(files: readonly ConceptFile[]): FileProblem[] {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string): void => void neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { concept } of files) {
    for (const id of concept.related) {
      join(concept.id, id);
      join(id, concept.id);
    }
  }
  const reached = new Set<string>();
  const ahead = files.slice(0, 1).map(({ concept }) => concept.id);
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    ahead.push(...(neighbours.get(id) ?? []));
  }
  return files
    .filter(({ concept }) => !reached.has(concept.id))
    .map(({ file, lineOf }) => ({
      file,
      line: lineOf(['related']),
      message: 'No “related” leads from here to the other entries, nor back; name at least one.',
    }));
}
