/** The two finders that are compared: ours, and a package from npm. */
import { describe } from '../../../lib/core/anchoring/selector.ts';
import {
  createPassageFinder,
  findAll,
  type PassageFinder,
} from '../../../lib/core/anchoring/passage-finder.ts';
import type { Opened } from './opened.ts';
import type { Span } from './outcome.ts';
import { fromTextPosition, toTextPosition } from 'dom-anchor-text-quote';
import { lettersOf, type Letters } from './opened.ts';

export interface Found {
  span: Span;
  /** For `--wrong`. */
  details: string;
}

export interface Side {
  name: string;
  /** Pins passages of one page and finds them on another. */
  findAgain(from: Opened, pinned: readonly NonNullable<Span>[], to: Opened): Found[];
}

const finders = new WeakMap<Opened, PassageFinder>();

const finderOf = (opened: Opened): PassageFinder => {
  let finder = finders.get(opened);
  if (!finder) finders.set(opened, (finder = createPassageFinder(opened.page.text, opened.page.flows)));
  return finder;
};

export const OURS: Side = {
  name: 'Manicule',
  findAgain(from, pinned, to) {
    const found: Found[] = [];
    const passages = pinned.map(([start, end]) =>
      describe(from.page.text, from.at(start), from.at(end - 1) + 1),
    );
    const step = findAll(finderOf(to), passages, (index, passage) => {
      found[index] = passage
        ? {
            span: [to.before(passage.start), to.before(passage.end)],
            details: `(${passage.how}, ${passage.score.toFixed(2)})`,
          }
        : { span: null, details: '' };
    });
    while (step());
    return found;
  },
};

const texts = new WeakMap<Opened, Letters & { text: string }>();

/** The peer reads `textContent`; its letters are ours in another order at most where a page has scripts. */
const textOf = (opened: Opened): Letters & { text: string } => {
  let own = texts.get(opened);
  if (!own) {
    const text = opened.document.body.textContent;
    texts.set(opened, (own = { text, ...lettersOf(text) }));
  }
  return own;
};

/** Offset in letters of `a` that stands for one of `b`, by the letters around it. */
function carried(letter: number, from: string, to: string): number {
  const around = from.slice(letter, letter + 60);
  let best = -1;
  for (let at = to.indexOf(around); at >= 0; at = to.indexOf(around, at + 1)) {
    if (best < 0 || Math.abs(at - letter) < Math.abs(best - letter)) best = at;
  }
  return best < 0 ? letter : best;
}

export const PEER: Side = {
  name: 'dom-anchor-text-quote 4.0.2',
  findAgain: (from, pinned, to) => pinned.map((span) => findByPeer(from, span, to)),
};

function findByPeer(from: Opened, [start, end]: NonNullable<Span>, to: Opened): Found {
  const [old, now] = [textOf(from), textOf(to)];
  const first = carried(start, from.letters, old.letters);
  const last = first + (end - start);
  const position = { start: old.at(first), end: old.at(last - 1) + 1 };
  const selector = fromTextPosition(from.document.body, position);
  const found = toTextPosition(to.document.body, selector, { hint: position.start });
  if (!found) return { span: null, details: '' };
  const [begin, finish] = [now.before(found.start), now.before(found.end)];
  const at = carried(begin, now.letters, to.letters);
  return { span: [at, at + (finish - begin)], details: '' };
}
