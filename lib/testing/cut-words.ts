/** Finds in Chinese text and the word that cuts through each, or null: what any dictionary of a segmenter has to know. */
export const CUT: readonly [text: string, word: string, cutBy: string | null][] = [
  ['施工会影响交通', '工会', '施工'],
  ['产品差异化经营', '异化', '差异'],
  ['中华全国总工会', '工会', null],
  ['领导干部们开会', '干部', null],
  ['无产阶级文化大革命中', '文化大革命', null],
  ['办理户口登记', '户口', null],
];
