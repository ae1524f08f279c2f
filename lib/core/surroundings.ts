import { classOf, createCharacters, IDEOGRAPH, KIND, SPECIAL } from './spotter/characters.ts';
import { foldForm } from './spotter/folded-form.ts';
import type { Passage } from './judge.ts';
import type { Spotter } from './spotter/spotter.ts';

/** What a flow says about the meaning of the words in it and beside it. */
export interface Surroundings {
  /** Concepts named here by a form that means nothing else, as positions in the index. */
  plainConcepts: ReadonlySet<number>;
  /** Whether the flow has the word or phrase, whole and folded, apart from the occurrence `own` itself. */
  has(word: string, own: string): boolean;
}

const characters = lazily(() => createCharacters());
const wordsOf = new Map<string, string>();

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Folded words with one blank around each; a character of a script without spaces stands unspaced. */
function spaced(text: string): string {
  let result = ' ';
  for (const unit of foldForm(text, false, characters())) {
    const cls = classOf(characters(), unit);
    if (cls < 0) result += String.fromCharCode(unit);
    else if (!result.endsWith(' ')) result += ' ';
  }
  return `${result.trimEnd()} `;
}

function pattern(word: string): string {
  let folded = wordsOf.get(word);
  if (folded === undefined) {
    const cls = classOf(characters(), word.charCodeAt(0));
    const hasEdges = !(cls & SPECIAL && (cls & KIND) === IDEOGRAPH);
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
