/** The page of options. */
export const en = {
  options: 'Options',
  optionsLead: 'Everything works as it is. Nothing leaves this computer unless you switch it on here.',
  optionsSections: 'Sections',
  optionsBackup: 'Backup',
  optionsBackupLead: 'One file with all your notes, the bin and your settings, to keep somewhere safe.',
  optionsSync: 'Sync',
  optionsSyncLead:
    'Keep your notes the same on several computers, through a CouchDB database of your own. Manicule has no server: you name one that you trust.',
  conflicts: 'Notes with two versions',
  conflictsLead: 'They were changed on two computers at once. Both versions are kept until you choose.',
  optionsBrowser: 'Through your browser’s account',
  optionsBrowserLead:
    'The browser’s own sync, where you are signed in to it. It is small: settings fit in, notes do not.',
  browserSyncLook: 'How Manicule looks and how densely it marks',
  browserSyncSites: 'Sites that are switched off or paused',
  browserSyncSitesHint: 'These are addresses of sites you read. They go to your browser’s maker.',
  browserSyncFull: 'There are too many sites for the browser’s sync; they stay on this computer.',
  browserSyncFailed: 'The browser’s sync does not take it now: {problem}',
} as const;
