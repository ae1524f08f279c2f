/** Subtypes of plain text that hold prose. Browsers show program code the same way, which is not marked. */
const PROSE = new Set(
  'plain markdown gfm rst org tex latex asciidoc adoc textile readme changelog log vtt srt'.split(' '),
);

/** @param contentType of the document: `text/plain`, `text/x-markdown`. */
export const isProse = (contentType: string): boolean => {
  const [, kind] = /^text\/(?:x-|vnd\.)?([a-z]+)$/.exec(contentType) ?? [];
  return kind !== undefined && PROSE.has(kind);
};
