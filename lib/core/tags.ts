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
