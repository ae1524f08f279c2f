import { KINDS, type Concept, type Form, type Sentence, type Subject } from '../concept.ts';
import { ENTRY_KEYS, LIMITS } from './concept-fields.ts';
import {
  readDates,
  readEssay,
  readForm,
  readForText,
  readLocalized,
  readPlace,
  readScript,
  readSentence,
  readSource,
} from './parse-concept-parts.ts';
import {
  ID,
  isAbsent,
  readChoice,
  readList,
  readObject,
  readPattern,
  readText,
  refuseRepeats,
  wrong,
  type Field,
} from './field-reader.ts';
import { didYouMean } from './did-you-mean.ts';
import { fail, ok, type Problem, type Result } from '../../base/result.ts';

const ID_WORDS = 'has to be small letters and digits joined by hyphens, like work-unit.';

/** Checks an entry completely. Never throws. */
export function parseConcept(input: unknown, { subject }: { subject: string }): Result<Concept> {
  const problems: Problem[] = [];
  const concept = readConcept({ value: input, path: [], problems }, subject);
  return concept && problems.length === 0 ? ok(concept) : fail(problems);
}

/** Checks `glossary/subjects.yaml`. Never throws. */
export function parseSubjects(input: unknown): Result<Subject[]> {
  const problems: Problem[] = [];
  const root: Field = { value: input, path: [], problems };
  const subjects = readList(root, readSubject, { needed: true, of: 'subjects' });
  refuseRepeats(root, subjects, ({ id }) => id);
  return problems.length === 0 ? ok(subjects) : fail(problems);
}

function readSubject(field: Field): Subject | null {
  const fields = readObject(field, ENTRY_KEYS.subject);
  return (
    fields && {
      id: readPattern(fields.id, ID, ID_WORDS),
      name: readLocalized(fields.name, readText),
      context: readList(fields.context, readForText, { of: 'words' }),
    }
  );
}

function readConcept(root: Field, subject: string): Concept | null {
  const fields = readObject(root, ENTRY_KEYS.concept);
  if (!fields) return null;
  const concept: Concept = {
    id: readPattern(fields.id, ID, ID_WORDS),
    subject,
    kind: readChoice(fields.kind, KINDS),
    term: readLocalized(fields.term, readText),
    script: isAbsent(fields.script) ? null : readScript(fields.script),
    dates: isAbsent(fields.dates) ? null : readDates(fields.dates),
    place: isAbsent(fields.place) ? null : readPlace(fields.place),
    forms: readList(fields.forms, readForm, { needed: true, of: 'forms' }),
    never: readList(fields.never, readForText, { of: 'phrases' }),
    context: readList(fields.context, readForText, { of: 'words' }),
    against: readList(fields.against, readForText, { of: 'words' }),
    definition: readLocalized(fields.definition, (field) =>
      readList(field, readSentence, { needed: true, max: LIMITS.sentences, of: 'sentences' }),
    ),
    essay: isAbsent(fields.essay) ? null : readEssay(fields.essay),
    contested: readList(fields.contested, readSentence, { max: 12, of: 'sentences' }),
    related: readList(fields.related, (field) => readPattern(field, ID, ID_WORDS), {
      of: 'ids of other entries',
    }),
    sources: readList(fields.sources, readSource, { of: 'sources' }),
  };
  refuseRepeats(
    fields.forms,
    concept.forms,
    (form) => form.text && `${form.lang} ${form.case} ${keyOf(form)}`,
  );
  refuseRepeats(fields.never, concept.never, (text) => text.toLowerCase());
  refuseRepeats(fields.context, concept.context, (text) => text.toLowerCase());
  refuseRepeats(fields.against, concept.against, (text) => text.toLowerCase());
  refuseRepeats(fields.related, concept.related, (id) => id);
  refuseRepeats(fields.sources, concept.sources, ({ key }) => key);
  if (concept.id !== '' && concept.related.includes(concept.id)) {
    wrong(fields.related, 'An entry is not related to itself; take its own id out.');
  }
  checkSources(concept, fields.sources, fields.definition, fields.contested);
  return concept;
}

const keyOf = (form: Form): string => (form.case === 'exact' ? form.text : form.text.toLowerCase());

/** Every sentence of a definition has a source, every key exists, and every source is used. */
function checkSources(
  { sources, definition, contested }: Concept,
  sourcesField: Field,
  definitionField: Field,
  contestedField: Field,
): void {
  const keys = new Set(sources.map(({ key }) => key));
  const used = new Set<string>();
  const fieldAt = (path: Field['path']): Field => ({ ...sourcesField, path });
  const check = (sentences: readonly Sentence[], path: Field['path'], isSourceNeeded: boolean): void => {
    sentences.forEach((sentence, i) => {
      if (isSourceNeeded && sentence.sources.length === 0) {
        wrong(
          fieldAt([...path, i]),
          'Every sentence of a definition needs at least one source; add “sources: [key]”.',
        );
      }
      sentence.sources.forEach((key, j) => {
        used.add(key);
        if (key === '' || keys.has(key)) return;
        wrong(
          fieldAt([...path, i, 'sources', j]),
          `No source below has the key “${key}”.${didYouMean(key, keys)}`,
        );
      });
    });
  };
  for (const [lang, sentences] of Object.entries(definition)) {
    check(sentences, [...definitionField.path, lang], true);
  }
  check(contested, contestedField.path, false);
  sources.forEach(({ key }, i) => {
    if (key === '' || used.has(key)) return;
    wrong(fieldAt([...sourcesField.path, i]), `No sentence uses the source “${key}”; use it or take it out.`);
  });
}
