/** Strings about keeping notes; `strings.ts` takes them into the one table. */
export const keeping = {
  privateTitle: 'This is a private window',
  privateText:
    'What you pin stays on this machine when you leave: the address of this page, the passage, and what you write.',
  privateYes: 'Pin it all the same',
  privateNo: 'Do not pin',
} as const;
