/**
 * Kinds of text that a browser shows just as it is written, and that people write to be read. Program code is shown the
 * same way, and is left alone as it is in other pages.
 */
const PROSE = new Set(
  'plain markdown gfm rst org tex latex asciidoc adoc textile readme changelog log vtt srt'.split(' '),
);

/** By the type that the browser gives the document: `text/plain`, `text/x-markdown`. */
export const isProse = (contentType: string): boolean => {
  const [, kind] = /^text\/(?:x-|vnd\.)?([a-z]+)$/.exec(contentType) ?? [];
  return kind !== undefined && PROSE.has(kind);
};
