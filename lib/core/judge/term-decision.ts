/** The reader's decision about a term, which overrules the judge. Its fields are stored, and lie in backups. */
export interface Choice {
  /** Id of the concept that is not to be marked, or not meant. */
  concept: string;
  /** The form (by `foldSurface`) that does not mean it on this site; null: the concept is not marked here at all. */
  form: string | null;
  /** Id of the concept that the form means instead; null: none of the glossary. */
  instead: string | null;
}

/** The choices of one site, in the order in which they were made. */
export type Choices = readonly Choice[];

/** In place of a site: concepts that the reader knows, and wants marked nowhere. JUDGE-11 */
export const ALL_SITES = '*';

/** All decisions that count on one page. A change makes a new object. */
export interface Decisions {
  choices: Choices;
  /** Ids of concepts that the reader knows. */
  known: ReadonlySet<string>;
  /** Ids of subjects that are switched off. */
  offSubjects: ReadonlySet<string>;
}

export const UNDECIDED: Decisions = { choices: [], known: new Set(), offSubjects: new Set() };

export const knowing = (concept: string): Choice => ({ concept, form: null, instead: null });

/** Ids of the concepts that `choices`, those of `ALL_SITES`, say are known. */
export const knownIn = (choices: Choices): ReadonlySet<string> =>
  new Set(choices.filter(({ form }) => form === null).map(({ concept }) => concept));

const isAbout = (a: Choice, b: Pick<Choice, 'concept' | 'form'>): boolean =>
  a.concept === b.concept && a.form === b.form;

/** A later choice about the same concept and form replaces the earlier. */
export const addChoice = (choices: Choices, choice: Choice): Choices => [
  ...choices.filter((other) => !isAbout(other, choice)),
  choice,
];

export const removeChoice = (choices: Choices, choice: Pick<Choice, 'concept' | 'form'>): Choices =>
  choices.filter((other) => !isAbout(other, choice));

/** The choices that `made` would replace. */
export const replacedBy = (choices: Choices, made: Choices): Choices =>
  choices.filter((choice) => made.some((other) => isAbout(choice, other)));

/** Takes back `made` and restores what it had replaced; leaves alone what was decided again since. */
export const undoChoices = (choices: Choices, made: Choices, replaced: Choices): Choices =>
  made.reduce((all, choice) => {
    if (!all.some((other) => isAbout(other, choice) && other.instead === choice.instead)) return all;
    const before = replaced.find((other) => isAbout(other, choice));
    return before ? addChoice(all, before) : removeChoice(all, choice);
  }, choices);

/** From storage or a file; whatever in it is no choice is left out. */
export function parseChoices(input: unknown): Choices {
  if (!Array.isArray(input)) return [];
  return input.reduce<Choices>((choices, item: unknown) => {
    const choice = parseChoice(item);
    return choice ? addChoice(choices, choice) : choices;
  }, []);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function parseChoice(input: unknown): Choice | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { concept, form, instead } = input as Record<string, unknown>;
  if (!isText(concept)) return undefined;
  if (form !== null && !isText(form)) return undefined;
  if (instead !== null && !isText(instead)) return undefined;
  return { concept, form, instead: form === null ? null : instead };
}

/** The choice against a concept where it is written so (`folded` by `foldSurface`). */
export const choiceFor = (choices: Choices, concept: string, folded: string): Choice | undefined =>
  choices.find((choice) => choice.concept === concept && (choice.form === null || choice.form === folded));

/** Id of the concept that the reader said this form means; the latest such choice counts. */
export const chosenFor = (choices: Choices, folded: string): string | undefined =>
  choices.findLast((choice) => choice.form === folded && choice.instead !== null)?.instead ?? undefined;
