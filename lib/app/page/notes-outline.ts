import type { PageOutline } from '../../core/notes/page-notes-outline.ts';
import type { PageNotes } from './page-notes.ts';

/** This page's notes as they stand on it: those that have a place in its order, then the rest. */
export function outlineOf(notes: PageNotes): PageOutline {
  const { places } = notes;
  const firstNode = (id: string): Node | undefined => places.piecesOf(id)[0]?.node;
  const own = [...notes.ofPage()].sort((a, b) => {
    const [one, other] = [firstNode(a._id), firstNode(b._id)];
    if (!one || !other) return Number(!one) - Number(!other);
    if (one === other) return places.piecesOf(a._id)[0]!.start - places.piecesOf(b._id)[0]!.start;
    return notes.order(one, other);
  });
  return {
    page: notes.address(),
    title: notes.title(),
    notes: own.map(({ _id: id }) => ({ id, state: places.stateOf(id), score: places.scoreOf(id) })),
  };
}
