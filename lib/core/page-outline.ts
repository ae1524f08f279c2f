/** What a page knows of its notes, told to the panel. The notes themselves come from the background. */
export interface PageOutline {
  /** The address that its notes are kept under; null where nothing can be pinned. */
  page: string | null;
  /** In the order of the page; those without a place last. */
  notes: OutlinedNote[];
}

export interface OutlinedNote {
  id: string;
  /** `whole`: on the page, not on a passage. `orphan`: its passage is not there. */
  state: 'placed' | 'whole' | 'looking' | 'orphan';
  /** 1: the very words; less: how like they are. Null without a place. */
  score: number | null;
}
