import { lazily } from './lazily.ts';
import type { Passage } from './judge.ts';
import type { Spotter } from './spotter/spotter.ts';

/** What a flow says about the meaning of the words in it and beside it. */
export interface Surroundings {
  /** Concepts named here by a form that means nothing else, as positions in the index. */
  plainConcepts: ReadonlySet<number>;
  /** Whether the flow has the word or phrase, whole and folded, apart from the occurrence `own` itself. */
  has(word: string, own: string): boolean;
}

const IS_ASCII = /^[\0-\x7f]*$/;
const ACCENTS = /[\u0300-\u036f]/g;
/** Scripts whose words stand unspaced. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const wordsOf = new Map<string, string>();

/** Folded words with one blank around each. By the engine's own functions: whole flows go through here. */
function spaced(text: string): string {
  const lower = text.toLowerCase();
  const words = IS_ASCII.test(lower)
    ? lower.replace(/[^a-z0-9]+/g, ' ')
    : lower
        .normalize('NFD')
        .replace(ACCENTS, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `;
}

function pattern(word: string): string {
  let folded = wordsOf.get(word);
  if (folded === undefined) {
    const hasEdges = !UNSPACED.test(word[0] ?? '');
    folded = hasEdges ? spaced(word) : spaced(word).trim();
    wordsOf.set(word, folded);
  }
  return folded;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

export function createSurroundings(passage: Passage, spotter: Spotter): Surroundings {
  const text = lazily(() => spaced(passage.text));
  const seen = new Map<string, boolean>();
  const plainConcepts = new Set<number>();
  for (const { forms } of passage.hits) {
    const concepts = new Set(forms.map((form) => spotter.conceptOf(form)));
    if (concepts.size === 1 && forms.some((form) => !spotter.needsContext(form))) {
      plainConcepts.add(spotter.conceptOf(forms[0]!));
    }
  }
  return {
    plainConcepts,
    has(word, own) {
      const key = `${word}\n${own}`;
      let answer = seen.get(key);
      if (answer === undefined) {
        const wanted = pattern(word);
        answer =
          text().includes(wanted) && (own === '' || count(text(), wanted) > count(spaced(own), wanted));
        seen.set(key, answer);
      }
      return answer;
    },
  };
}
