/** The side panel. */
export const en = {
  panelTitle: 'Manicule: this page',
  panelTerms: 'Terms',
  panelNoTerms: 'No term of the glossary has been found here.',
  panelNotes: 'Notes',
  panelPlaced: 'In the order of the page',
  panelWrite: 'Write a note on the whole page',
  panelNoNotes:
    'Nothing is pinned here yet. Select a passage, then choose “Pin a note here” from the context menu.',
  panelWhole: 'On the page as a whole',
  panelInFrame: 'Embedded in the page: {name}',
  panelOrphans: 'Lost passages',
  panelOrphansLead:
    'The page changed, and these passages were not found again. The notes are kept. To give one a new place, select the passage on the page and attach it.',
  panelAttach: 'Attach to the selection',
  panelAttached: 'The note has its place again.',
  panelNothingSelected: 'Nothing is selected on the page. Select the passage first, then attach it.',
  panelNoAddress:
    'What is selected is embedded in the page without an address of its own, so no note would find it again. Select the passage elsewhere on the page.',
  panelLike: 'The words changed since it was pinned',
  panelLooking: 'Looking for its passage …',
  panelGoTo: 'Go to {term}',
  panelNext: 'Next place of {term}',
  panelPrevious: 'Previous place of {term}',
  panelCount: '{count} ×',
  panelTimes_one: '{count} time',
  panelTimes_other: '{count} times',
} as const;
