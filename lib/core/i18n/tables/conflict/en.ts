/** The two versions of a note in conflict, on every page of the extension that shows one. */
export const en = {
  conflictShown: 'Shown now',
  conflictOther: 'The other version',
  conflictBinned: 'in the bin',
  conflictEmpty: '(no text)',
  conflictKeepShown: 'Keep this one',
  conflictKeepOther: 'Take this one',
  conflictKeepBoth: 'Keep both as two notes',
  conflictChanged: 'changed {when}',
} as const;
