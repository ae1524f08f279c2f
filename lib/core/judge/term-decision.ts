/** What the reader decided about terms on one site: the last word over the judge. */
export interface Choice {
  /** Id of the concept that is not to be marked, or not meant. */
  concept: string;
  /** The form, folded, that does not mean it here; null: the concept is not marked here at all. */
  form: string | null;
  /** Id of the concept that the form means instead; null: none of the glossary. */
  instead: string | null;
}

/** Choices of one site, in the order in which they were made. */
export type Choices = readonly Choice[];

/** Stands beside the sites for what holds on all of them: concepts that the reader knows and wants marked nowhere. */
export const ALL_SITES = '*';

/** All that the reader decided about terms, as it counts on one page. A change makes a new one. */
export interface Decisions {
  choices: Choices;
  /** Ids of the concepts that need no mark any more. */
  known: ReadonlySet<string>;
  /** Ids of the subjects that are switched off. */
  offSubjects: ReadonlySet<string>;
}

export const UNDECIDED: Decisions = { choices: [], known: new Set(), offSubjects: new Set() };

export const knowing = (concept: string): Choice => ({ concept, form: null, instead: null });

/** What is known, from the choices that stand for everywhere. */
export const knownIn = (choices: Choices): ReadonlySet<string> =>
  new Set(choices.filter(({ form }) => form === null).map(({ concept }) => concept));

const isAbout = (a: Choice, b: Pick<Choice, 'concept' | 'form'>): boolean =>
  a.concept === b.concept && a.form === b.form;

/** A later choice about the same concept and form takes the place of the earlier. */
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

/** What was stored; anything in it that is no choice is passed over. */
export function parseChoices(input: unknown): Choices {
  if (!Array.isArray(input)) return [];
  return input.reduce<Choices>((choices, item: unknown) => {
    const choice = parseChoice(item);
    return choice ? addChoice(choices, choice) : choices;
  }, []);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Undefined for what is no choice. */
export function parseChoice(input: unknown): Choice | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { concept, form, instead } = input as Record<string, unknown>;
  if (!isText(concept)) return undefined;
  if (form !== null && !isText(form)) return undefined;
  if (instead !== null && !isText(instead)) return undefined;
  return { concept, form, instead: form === null ? null : instead };
}

/** What the reader said of a concept where it is written so: undefined where nothing was said. */
export const choiceFor = (choices: Choices, concept: string, folded: string): Choice | undefined =>
  choices.find((choice) => choice.concept === concept && (choice.form === null || choice.form === folded));

/** The concept that the reader said this form means; undefined where none was named. */
export const chosenFor = (choices: Choices, folded: string): string | undefined =>
  choices.findLast((choice) => choice.form === folded && choice.instead !== null)?.instead ?? undefined;
