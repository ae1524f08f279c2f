import { KINDS, type Concept, type Form, type Sentence, type Subject } from './concept.ts';
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
import { fail, ok, type Problem, type Result } from '../base/result.ts';

const ID_WORDS = 'has to be small letters and digits joined by hyphens, like work-unit.';

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
  const subjects = readList(root, readSubject, { needed: true, of: 'subjects' });
  refuseRepeats(root, subjects, ({ id }) => id);
  return problems.length === 0 ? ok(subjects) : fail(problems);
}

function readSubject(field: Field): Subject | null {
  const at = readObject(field, ENTRY_KEYS.subject);
  return (
    at && {
      id: readPattern(at.id, ID, ID_WORDS),
      name: readLocalized(at.name, readText),
      context: readList(at.context, readForText, { of: 'words' }),
    }
  );
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
    forms: readList(at.forms, readForm, { needed: true, of: 'forms' }),
    never: readList(at.never, readForText, { of: 'phrases' }),
    context: readList(at.context, readForText, { of: 'words' }),
    against: readList(at.against, readForText, { of: 'words' }),
    definition: readLocalized(at.definition, (field) =>
      readList(field, readSentence, { needed: true, most: LIMITS.sentences, of: 'sentences' }),
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
  refuseRepeats(at.against, concept.against, (text) => text.toLowerCase());
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
  for (const [lang, sentences] of Object.entries(definition)) {
    check(sentences, [...inDefinition!.path, lang], true);
  }
  check(contested, inContested!.path, false);
  sources.forEach(({ key }, i) => {
    if (key === '' || used.has(key)) return;
    wrong(
      { ...list, path: [...list.path, i] },
      `No sentence uses the source “${key}”; use it or take it out.`,
    );
  });
}
