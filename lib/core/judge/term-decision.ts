/** The reader's decision about a term, which overrules the judge. Its fields are stored, and lie in backups. */
export interface TermDecision {
  /** Id of the concept that is not to be marked, or not meant. */
  concept: string;
  /** The form (by `foldSurface`) that does not mean it on this site; null: the concept is not marked here at all. */
  form: string | null;
  /** Id of the concept that the form means instead; null: none of the glossary. */
  instead: string | null;
}

/** The decisions of one site, in the order in which they were made. */
export type TermDecisions = readonly TermDecision[];

/** In place of a site: concepts that the reader knows, and wants marked nowhere. JUDGE-11 */
export const ALL_SITES = '*';

/** All decisions that count on one page. A change makes a new object. */
export interface Decisions {
  onSite: TermDecisions;
  /** Ids of concepts that the reader knows. */
  known: ReadonlySet<string>;
  /** Ids of subjects that are switched off. */
  offSubjects: ReadonlySet<string>;
}

export const UNDECIDED: Decisions = { onSite: [], known: new Set(), offSubjects: new Set() };

export const knownEverywhere = (concept: string): TermDecision => ({ concept, form: null, instead: null });

/** Ids of the concepts that `decisions`, those of `ALL_SITES`, say are known. */
export const knownConcepts = (decisions: TermDecisions): ReadonlySet<string> =>
  new Set(decisions.filter(({ form }) => form === null).map(({ concept }) => concept));

const isAbout = (a: TermDecision, b: Pick<TermDecision, 'concept' | 'form'>): boolean =>
  a.concept === b.concept && a.form === b.form;

/** A later decision about the same concept and form replaces the earlier. */
export const addDecision = (decisions: TermDecisions, decision: TermDecision): TermDecisions => [
  ...decisions.filter((other) => !isAbout(other, decision)),
  decision,
];

export const removeDecision = (
  decisions: TermDecisions,
  decision: Pick<TermDecision, 'concept' | 'form'>,
): TermDecisions => decisions.filter((other) => !isAbout(other, decision));

/** The decisions that `made` would replace. */
export const replacedDecisions = (decisions: TermDecisions, made: TermDecisions): TermDecisions =>
  decisions.filter((decision) => made.some((other) => isAbout(decision, other)));

/** Takes back `made` and restores what it had replaced; leaves alone what was decided again since. */
export const undoDecisions = (
  decisions: TermDecisions,
  made: TermDecisions,
  replaced: TermDecisions,
): TermDecisions =>
  made.reduce((all, decision) => {
    if (!all.some((other) => isAbout(other, decision) && other.instead === decision.instead)) return all;
    const before = replaced.find((other) => isAbout(other, decision));
    return before ? addDecision(all, before) : removeDecision(all, decision);
  }, decisions);

/** From storage or a file; whatever in it is no decision is left out. */
export function parseDecisions(input: unknown): TermDecisions {
  if (!Array.isArray(input)) return [];
  return input.reduce<TermDecisions>((decisions, item: unknown) => {
    const decision = parseDecision(item);
    return decision ? addDecision(decisions, decision) : decisions;
  }, []);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function parseDecision(input: unknown): TermDecision | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { concept, form, instead } = input as Record<string, unknown>;
  if (!isText(concept)) return undefined;
  if (form !== null && !isText(form)) return undefined;
  if (instead !== null && !isText(instead)) return undefined;
  return { concept, form, instead: form === null ? null : instead };
}

/** The decision against a concept where it is written so (`folded` by `foldSurface`). */
export const decisionFor = (
  decisions: TermDecisions,
  concept: string,
  folded: string,
): TermDecision | undefined =>
  decisions.find(
    (decision) => decision.concept === concept && (decision.form === null || decision.form === folded),
  );

/** Id of the concept that the reader said this form means; the latest such decision counts. */
export const decidedSenseOf = (decisions: TermDecisions, folded: string): string | undefined =>
  decisions.findLast((decision) => decision.form === folded && decision.instead !== null)?.instead ??
  undefined;
