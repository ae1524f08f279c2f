/** Orphans as pages report them (LIB-01). */
import type { OrphanedNotes } from './note-filter.ts';

/** Ids of the notes whose passages a page has looked for. */
export interface SeenPassages {
  lost: readonly string[];
  found: readonly string[];
}

/** Adds a report; answers the same map if nothing changed. An orphan keeps the time when it was first seen. */
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

/** Drops notes that no longer exist; answers the same map if there are none. */
export function forgetGone(known: OrphanedNotes, present: ReadonlySet<string>): OrphanedNotes {
  const remaining = [...known].filter(([id]) => present.has(id));
  return remaining.length === known.size ? known : new Map(remaining);
}
