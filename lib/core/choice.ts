/** What the reader decided about terms on one site: the last word over the judge. */
import { lazily } from './lazily.ts';
import { fail, ok, type Problem, type Result } from './result.ts';
import { createCharacters } from './spotter/characters.ts';
import { foldForm } from './spotter/folded-form.ts';

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

const characters = lazily(() => createCharacters());

/** What is one form to the spotter is one to the reader: case, accents, width, dashes and soft hyphens aside. */
export const foldSurface = (surface: string): string =>
  String.fromCharCode(...foldForm(surface, false, characters())).replaceAll('-', ' ');

const isAbout = (a: Choice, b: Pick<Choice, 'concept' | 'form'>): boolean =>
  a.concept === b.concept && a.form === b.form;
const isSame = (a: Choice, b: Choice): boolean => isAbout(a, b) && a.instead === b.instead;

/**
 * The last word counts: a later choice about the same concept and form takes the place of the earlier, and what it
 * contradicts goes. Where a sense was named that is now refused, the new one is meant there too.
 */
export function addChoice(choices: Choices, choice: Choice): Choices {
  const { concept, form, instead } = choice;
  const kept = choices.flatMap((other): Choice[] => {
    if (isAbout(other, choice)) return [];
    if (form === null || other.form !== form) return [other];
    if (other.concept === instead) return [];
    return [other.instead === concept ? { ...other, instead } : other];
  });
  return [...kept, choice];
}

export const removeChoice = (choices: Choices, choice: Pick<Choice, 'concept' | 'form'>): Choices =>
  choices.filter((other) => !isAbout(other, choice));

/** A step that may be taken back: what there was before it and after it. */
export interface Step {
  before: Choices;
  after: Choices;
}

/** The choices as they were before the step; what was decided since, elsewhere, stays. */
export function takeBack(choices: Choices, { before, after }: Step): Choices {
  const has = (all: Choices, choice: Choice): boolean => all.some((other) => isSame(other, choice));
  if (choices.length === after.length && choices.every((choice, i) => isSame(choice, after[i]!))) {
    return before;
  }
  const left = choices.filter((choice) => has(before, choice) || !has(after, choice));
  const gone = before.filter(
    (choice) => !has(after, choice) && !left.some((other) => isAbout(other, choice)),
  );
  return [...gone, ...left];
}

/** Choices that say one thing to the reader: a form that means this and none of the others is one decision. */
export function groupChoices(choices: Choices): Choices[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const { concept, form, instead } = choice;
    const key = JSON.stringify(instead === null ? [concept, form] : [form, 'means', instead]);
    groups.set(key, [...(groups.get(key) ?? []), choice]);
  }
  return [...groups.values()];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** One stored choice; what is wrong with it else. */
export function parseChoice(input: unknown): Result<Choice> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return fail([{ path: [], message: 'A choice is an object with concept, form and instead.' }]);
  }
  const { concept, form, instead } = input as Record<string, unknown>;
  const problems: Problem[] = [];
  if (!isText(concept)) problems.push({ path: ['concept'], message: 'It has to name a concept by its id.' });
  if (form !== null && !isText(form)) {
    problems.push({ path: ['form'], message: 'It has to be the form as text, or null for all of them.' });
  }
  if (instead !== null && !isText(instead)) {
    problems.push({ path: ['instead'], message: 'It has to be the id of a concept, or null for none.' });
  }
  if (problems.length > 0) return fail(problems);
  const choice = { concept, form, instead } as Choice;
  return ok(choice.form === null ? { ...choice, instead: null } : choice);
}

/** What was stored for a site: the choices in it, and all else as it was found, so that nothing of it gets lost. */
export interface StoredChoices {
  choices: Choices;
  unread: readonly unknown[];
}

/** A list of which every part is a choice or is kept as it is; refused where there is no list. */
export function parseChoices(input: unknown): Result<StoredChoices> {
  if (!Array.isArray(input)) {
    return fail([{ path: [], message: 'The choices for a site are a list.' }]);
  }
  let choices: Choices = [];
  const unread: unknown[] = [];
  for (const item of input as unknown[]) {
    const choice = parseChoice(item);
    if (choice.ok) choices = [...removeChoice(choices, choice.value), choice.value];
    else unread.push(item);
  }
  return ok({ choices, unread });
}

/** Answers quickly what the reader said, occurrence by occurrence. */
export interface ChoiceLookup {
  /** What takes this concept away where it is written so; undefined where nothing does. */
  against(concept: string, surface: string): Choice | undefined;
  /** Id of the concept that a form was said to mean, and not refused since. */
  meantBy(surface: string): string | undefined;
}

export function createChoiceLookup(choices: Choices): ChoiceLookup {
  const everywhere = new Map<string, number>();
  const inForm = new Map<string, Map<string, number>>();
  const meant = new Map<string, number>();
  choices.forEach(({ concept, form, instead }, at) => {
    if (form === null) return void everywhere.set(concept, at);
    const own = inForm.get(form) ?? new Map<string, number>();
    inForm.set(form, own.set(concept, at));
    if (instead !== null) meant.set(form, at);
  });
  const folded = new Map<string, string>();
  const fold = (surface: string): string => {
    let form = folded.get(surface);
    if (form === undefined) folded.set(surface, (form = foldSurface(surface)));
    return form;
  };
  const latest = (concept: string, form: string): number =>
    Math.max(everywhere.get(concept) ?? -1, inForm.get(form)?.get(concept) ?? -1);
  return {
    against(concept, surface) {
      // Most sites know refusals of whole concepts alone: those need no folding.
      if (inForm.size === 0) return choices[everywhere.get(concept) ?? -1];
      return choices[latest(concept, fold(surface))];
    },
    meantBy(surface) {
      if (meant.size === 0) return undefined;
      const form = fold(surface);
      const at = meant.get(form);
      if (at === undefined) return undefined;
      const id = choices[at]!.instead!;
      return latest(id, form) > at ? undefined : id;
    },
  };
}
