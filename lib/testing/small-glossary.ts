/** A glossary of four made-up entries, as files: words that mean it, words that mean something else, two seals. */

const entry = (id: string, forms: string, more = ''): string => `id: ${id}
kind: concept
term:
  en: ${id}
forms:
${forms}${more}definition:
  en:
    - text: A sentence about it.
      sources: [a-book]
sources:
  - key: a-book
    title: A book
`;

export const SMALL_GLOSSARY: Readonly<Record<string, string>> = {
  'subjects.yaml': '- id: money\n  name:\n    en: Money\n',
  'money/mint.yaml': entry(
    'mint',
    '  - text: mint\n    context: Also a herb.\n  - text: Royal Mint\n    case: exact\n',
    'context: [coins, silver, gold, treasury, struck, assay]\nagainst: [tea, leaves, garden, herb, lamb, basil]\n',
  ),
  'money/coin-clipping.yaml': entry('coin-clipping', '  - text: coin clipping\n', 'related: [mint]\n'),
  'money/seal-of-state.yaml': entry(
    'seal-of-state',
    '  - text: seal\n    context: Also an animal.\n',
    'context: [wax, charter, chancellor, parchment]\n',
  ),
  'money/seal-fur.yaml': entry(
    'seal-fur',
    '  - text: seal\n    context: Also a stamp.\n',
    'context: [ice, hunters, pelts, harbour]\n',
  ),
};
