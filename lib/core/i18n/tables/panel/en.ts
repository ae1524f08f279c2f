/** The side panel. */
export const en = {
  panelTitle: 'Manicule: this page',
  panelTerms: 'Terms',
  panelNoTerms: 'No term of the glossary has been found here.',
  panelNotes: 'Notes',
  panelPlaced: 'In page order',
  panelWrite: 'Write a note on the whole page',
  panelNoNotes:
    'Nothing is pinned here yet. Select a passage, then choose “Pin a note here” from the context menu.',
  panelWhole: 'On the page as a whole',
  panelInFrame: 'Embedded in the page: {name}',
  panelOrphans: 'Passages not found',
  panelOrphansLead:
    'The page has changed, and these passages could not be found again. The notes are safe. To re-attach one, select its passage on the page and attach it.',
  panelAttach: 'Attach to the selection',
  panelAttached: 'The note is attached again.',
  panelNothingSelected: 'Nothing is selected on the page. Select the passage first, then attach it.',
  panelNoAddress:
    'The selection is in an embedded document without an address of its own, so no note would find it again. Select the passage elsewhere on the page.',
  panelLike: 'The words have changed since it was pinned',
  panelLooking: 'Looking for its passage …',
  panelGoTo: 'Go to {term}',
  panelNext: 'Next occurrence of {term}',
  panelPrevious: 'Previous occurrence of {term}',
  panelCount: '{count} ×',
  panelTimes_one: '{count} time',
  panelTimes_other: '{count} times',
} as const;
