/**
 * Tags from what a reader typed (`#hukou, land reform`) or from a list: without the number sign, white space
 * collapsed, each once. Case stays as typed first; `Soviet` and `soviet` are one tag.
 */
export function normalizeTags(input: string | readonly string[]): string[] {
  const pieces = typeof input === 'string' ? [input] : input;
  const tags = new Map<string, string>();
  for (const piece of pieces) {
    // Commas of Chinese and Japanese too; `#a #b` needs none.
    for (const part of piece.normalize('NFC').split(/[,，、;\n]|(?=\s[#＃])/)) {
      const tag = part
        .trim()
        .replace(/^[#＃\s]+/, '')
        .replace(/\s+/g, ' ')
        .trimEnd();
      const key = tag.toLowerCase();
      if (tag !== '' && !tags.has(key)) tags.set(key, tag);
    }
  }
  return [...tags.values()];
}

/** The tag at the caret; offsets into the text of the field. */
export interface TypedTag {
  start: number;
  end: number;
  /** Its part before the caret, without the number sign. */
  typed: string;
}

const BORDER = /[,，、;\n]|\s(?=[#＃])/g;

export function tagAt(text: string, caret: number): TypedTag {
  let start = 0;
  let end = text.length;
  for (const { index } of text.matchAll(BORDER)) {
    if (index < caret) start = index + 1;
    else if (index < end) end = index;
  }
  return { start, end, typed: text.slice(start, caret).replace(/^[\s#＃]+/, '') };
}

/** Completes the tag; the text, and the caret after it. */
export function putTag(text: string, { start, end }: TypedTag, tag: string): { text: string; caret: number } {
  const after = text.slice(end);
  const before = `${text.slice(0, start).trimEnd()}${start > 0 ? ' ' : ''}#${tag}`;
  return after.trim() === ''
    ? { text: `${before}, `, caret: before.length + 2 }
    : { text: before + after, caret: before.length };
}

const MAX_COMPLETIONS = 8;

/** Tags that begin with `typed`, then those with a word that does; of equals the most used first. */
export function completeTag(notes: readonly { tags: readonly string[] }[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  const known = new Map<string, { tag: string; uses: number }>();
  for (const { tags } of notes) {
    for (const tag of tags) {
      const key = tag.toLowerCase();
      const one = known.get(key);
      if (one) one.uses++;
      else known.set(key, { tag, uses: 1 });
    }
  }
  const rank = (key: string): number =>
    key.startsWith(wanted) ? 0 : key.split(/[\s_-]+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  return [...known]
    .map(([key, one]) => ({ ...one, key, rank: rank(key) }))
    .filter((one) => one.rank < 2 && one.key !== wanted)
    .sort((a, b) => a.rank - b.rank || b.uses - a.uses || (a.key < b.key ? -1 : 1))
    .slice(0, MAX_COMPLETIONS)
    .map(({ tag }) => tag);
}
