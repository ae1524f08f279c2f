/** The entries that a card names, loaded once each. */
import type { Concept } from '../glossary/concept.ts';
import { localized } from '../glossary/localized.ts';

export interface EntrySource {
  get(id: string): Concept | undefined;
  load(ids: readonly string[]): Promise<void>;
}

export interface CardEntries {
  get(id: string): Concept | undefined;
  /** Null until the entry is loaded: an id is never shown to a reader. */
  nameOf(id: string): string | null;
  /** These concepts by name; those not loaded yet are left out. */
  named(ids: readonly string[]): { id: string; term: string }[];
  /** Loads `first`, then what else the card names, and the concepts related to `first`. */
  load(first: readonly string[], named?: readonly string[]): void;
}

export interface CardEntriesOptions {
  entries: EntrySource;
  lang: string;
  onChanged(): void;
  onFailed(error: unknown): void;
}

export function createCardEntries({ entries, lang, onChanged, onFailed }: CardEntriesOptions): CardEntries {
  const nameOf = (id: string): string | null => {
    const entry = entries.get(id);
    return entry ? localized(entry.term, lang).value : null;
  };

  async function loadMissing(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !entries.get(id));
    if (missing.length === 0) return;
    await entries.load(missing);
    onChanged();
  }

  async function loadAll(first: readonly string[], named: readonly string[]): Promise<void> {
    await loadMissing(first);
    const related = first.flatMap((id) => entries.get(id)?.related ?? []);
    // Without these names the card only offers less.
    await loadMissing([...named, ...related]).catch(() => undefined);
  }

  return {
    get: (id) => entries.get(id),
    nameOf,
    named: (ids) =>
      ids.flatMap((id) => {
        const term = nameOf(id);
        return term === null ? [] : [{ id, term }];
      }),
    load: (first, named = []) => void loadAll(first, named).catch(onFailed),
  };
}
