/** Reasons why we differ from the tests of other projects, by the name of the case. */
interface Difference {
  why: string;
  /** The pieces that we find instead of theirs. */
  ours?: readonly string[];
}

const PARTS =
  'They mark the whole word that a term is a part of, or parts of words; a term is a word of its own.';
const EXACT =
  'They can ask for the case and let the accents go. A form of ours is either folded in both or exact in both, as an ' +
  'abbreviation is written; there is no third kind, since no entry of the glossary needs one.';
const STOPS =
  'There only blanks end a word unless other signs are named in the call, so that a word before a full stop is none. ' +
  'Here a full stop ends a word always: terms stand at the end of sentences.';
const CLASSES =
  'The names of what is excluded are an option of the call there; we know only what pages say themselves.';
const LAYOUT =
  'Reading never asks for style or layout. Where a find is not seen, it is neither painted nor counted.';
const LINES = 'Blocks end a flow, once; how many lines lie between two is no matter to a term.';
const WALLS = 'A field in the line is a wall: no term reaches across it.';

export const PEER_DIFFERENCES: Readonly<Record<string, Difference>> = {
  "basic/accuracy-complementary-limiters.html .basic-accuracy-complementary-limiters ['test']": {
    why: PARTS,
    ours: ['test', 'test', 'test', 'test', 'test'],
  },
  "basic/accuracy-complementary.html .basic-accuracy-complementary > div:first-child ['lorem', 'ipsumx']": {
    why: PARTS,
    ours: ['ipsumx', 'ipsumx'],
  },
  "basic/accuracy-exactly.html .basic-accuracy-exactly > div:nth-child(1) ['ipsu']": {
    why: STOPS,
    ours: ['ipsu', 'ipsu'],
  },
  "basic/accuracy-exactly.html .basic-accuracy-exactly > div:nth-child(2) ['ipsu dolo']": {
    why: 'The case asks for each word of the phrase by itself (separateWordSearch); a term of two words is both, one after the other.',
    ours: [],
  },
  "across-elements/basic/accuracy-exactly.html .across-elements-accuracy-exactly > div:nth-child(1) ['ipsu']":
    {
      why: STOPS,
      ours: ['ipsu', 'ipsu'],
    },
  "basic/case-sensitive-diacritics.html .basic-case-sensitive-diacritics ['Dolor', 'Amet']": {
    why: EXACT,
    ours: [],
  },
  "basic/diacritics-vietnamese.html .basic-diacritics-vietnamese ['truong', 'am']": {
    why: PARTS,
    ours: ['Trường', 'trường', 'ầm'],
  },
  "basic/exclude.html .basic-exclude ['lorem ipsum']": {
    why: CLASSES,
    ours: Array.from({ length: 6 }, () => 'Lorem ipsum'),
  },
  "basic/ignore-joiners-diacritics.html .basic-ignore-joiners-diacritics ['Dolor', 'Lorem ipsum']": {
    why: PARTS,
    ours: [
      ...['Lorè\u200bm ipsum', 'dolor', 'lorem ipsum', 'đolor', 'Lôrëm\n        i\u200cpsům', 'dolor'],
      ...['łorem ipsum', 'dołoř', 'łorem ipsum', 'Lorem ipśum', 'dølor'],
    ],
  },
  "basic/synonyms-diacritics.html .basic-synonyms-diacritics > div:nth-child(1) ['dolor', 'amet']": {
    why: PARTS,
    ours: ['dolòr', 'ameț', 'justo', 'dolor', 'amět', 'dolor', 'ảmet', 'justò', 'dolor', 'amet'],
  },
  "basic/synonyms-merge-blanks.html .basic-synonyms-merge-blanks ['dolor', 'amet']": {
    why: PARTS,
    ours: ['Lorem ipsum', 'dolor', 'amet'],
  },
  "across-elements/nested/main.html .across-elements-nested ['lorem ipsum']": {
    why: 'A paragraph ends between the two words. Over the border of a block there is no term.',
    ours: ['Lorem ips', 'um', 'Lorem ipsum', 'Lorem ', 'ipsum'],
  },
  'Lingo latin': {
    why: 'Case counts there; here only where a form says so.',
    ours: [
      ...['ipsum', 'ius', 'omnes', 'Vel', 'vel', 'ius', 'modus', 'omnes', 'mandamus', 'ius', 'vel', 'ius'],
      ...['ius', 'ius', 'Has', 'ius', 'Ius', 'has'],
    ],
  },
  'Lingo simple': {
    why: 'Case does not count, and a Chinese term is found in running text.',
    ours: ['lorem', 'Lorem', 'ipsüm <&>', 'dolor sit', 'हीकम', '保持', 'd4 t3xt', 'prefix'],
  },
  'Yomitan Newline expected due to white-space:pre.': {
    why: 'A line of preformatted text is often broken in the middle of a phrase.',
  },
  'Yomitan Two newlines expected due to position:absolute causing a significant layout change.': {
    why: LINES,
  },
  'Yomitan Two newlines expected due to position:fixed causing a significant layout change.': { why: LINES },
  'Yomitan Two newlines expected due to position:sticky being able to cause a significant layout change.': {
    why: LINES,
  },
  'Yomitan Skip <textarea> content.': { why: WALLS },
  'Yomitan Skip <input> content.': { why: WALLS },
  'Yomitan Skip <button> content.': { why: WALLS },
  'Yomitan Skip content with font-size:0.': { why: LAYOUT },
  'Yomitan Skip content with opacity:0.': { why: LAYOUT },
  'Yomitan Skip content with visibility:hidden.': { why: LAYOUT },
  'Yomitan Skip content with display:none.': { why: LAYOUT },
  'Yomitan Skip content with user-select:none and a transparent color.': { why: LAYOUT },
};
