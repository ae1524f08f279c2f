import type { Localized, Subject } from './concept.ts';
import { createFields, isRecord } from './fields.ts';
import { fail, ok, type Problem, type Result } from './result.ts';

/** The list of subjects that a glossary is divided into. */
export function parseSubjects(input: unknown): Result<Subject[]> {
  const problems: Problem[] = [];
  const top = createFields({ subjects: input }, [], problems);
  const subjects = top.list('subjects', (fields): Subject => {
    fields.only(['id', 'name']);
    const id = fields.text('id', /^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens');
    const given = fields.get('name');
    const name: Localized<string> = { en: '' };
    if (!isRecord(given) || !('en' in given))
      fields.wrong(['name'], 'The name is given by language, English (en) at least.');
    else for (const [lang, text] of Object.entries(given)) name[lang] = String(text);
    return { id, name };
  });
  const bare = problems.map((problem) => ({
    ...problem,
    path: problem.path.filter((step) => step !== 'subjects'),
  }));
  return bare.length > 0 ? fail(bare) : ok(subjects);
}
