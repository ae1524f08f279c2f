import type { PageOutline } from '../../core/notes/page-notes-outline.ts';
import type { PageNotes } from './page-notes.ts';

/** This page's notes in the order of their passages, then those whose passage is not found. */
export function outlineOf(notes: PageNotes): PageOutline {
  const { locator } = notes;
  const firstNode = (id: string): Node | undefined => locator.piecesOf(id)[0]?.node;
  const sorted = [...notes.ofPage()].sort((a, b) => {
    const [nodeA, nodeB] = [firstNode(a._id), firstNode(b._id)];
    if (!nodeA || !nodeB) return Number(!nodeA) - Number(!nodeB);
    if (nodeA === nodeB) return locator.piecesOf(a._id)[0]!.start - locator.piecesOf(b._id)[0]!.start;
    return notes.order(nodeA, nodeB);
  });
  return {
    page: notes.address(),
    title: notes.title(),
    notes: sorted.map(({ _id: id }) => ({ id, state: locator.stateOf(id), score: locator.scoreOf(id) })),
  };
}
