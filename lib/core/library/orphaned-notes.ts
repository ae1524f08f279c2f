/** Which notes lost their place, as far as we know: a page tells when it was read, and only that page can. */
import type { OrphanedNotes } from './note-filter.ts';

/** What a page says of its notes with a passage, once it was looked for. */
export interface SeenPassages {
  lost: readonly string[];
  found: readonly string[];
}

/** What is known after a page told; the same map where that is nothing new. The first time a loss was seen stays. */
export function rememberSeen(
  known: OrphanedNotes,
  { lost, found }: SeenPassages,
  nowIso: string,
): OrphanedNotes {
  const isNew = lost.some((id) => !known.has(id)) || found.some((id) => known.has(id));
  if (!isNew) return known;
  const next = new Map(known);
  for (const id of found) next.delete(id);
  for (const id of lost) if (!next.has(id)) next.set(id, nowIso);
  return next;
}

/** Without those that are gone; the same map where none is. */
export function forgetGone(known: OrphanedNotes, present: ReadonlySet<string>): OrphanedNotes {
  const kept = [...known].filter(([id]) => present.has(id));
  return kept.length === known.size ? known : new Map(kept);
}
