/** The same words in another tree: passages pinned in a page's reader view are searched in the page, and the reverse. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile, type Opened } from './opened.ts';
import type { Outcome, Span } from './outcome.ts';
import type { Found, Side } from './sides.ts';

interface Case {
  name: string;
  page: string;
  reader: string;
  exact: string;
  prefix: string;
  suffix: string;
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** The span of a case's quote, found by its context; null if the reading leaves out any of it. */
function spanIn(opened: Opened, { exact, prefix, suffix }: Case): Span {
  const [quote, before, after] = [exact, prefix, suffix].map(withoutBlanks) as [string, string, string];
  const { letters } = opened;
  let best: Span = null;
  let most = -1;
  for (let at = letters.indexOf(quote); at >= 0; at = letters.indexOf(quote, at + 1)) {
    let run = 0;
    while (run < before.length && letters[at - 1 - run] === before[before.length - 1 - run]) run++;
    for (let i = 0; i < after.length && letters[at + quote.length + i] === after[i]; i++) run++;
    if (run > most) [best, most] = [[at, at + quote.length], run];
  }
  return best;
}

export function runReader(folder: string, side: Side): Outcome[] {
  const { cases } = JSON.parse(readFileSync(join(folder, 'reader.json'), 'utf8')) as { cases: Case[] };
  const known = new Map<string, Opened>();
  const open = (path: string): Opened => {
    let opened = known.get(path);
    if (!opened) known.set(path, (opened = openFile(path)));
    return opened;
  };
  return cases.flatMap((own) => {
    const reader = open(join(folder, own.reader));
    const page = open(join(folder, '../pages', own.page));
    const quote = withoutBlanks(own.exact);
    return (
      [
        ['reader to page', reader, page],
        ['page to reader', page, reader],
      ] as const
    ).map(([way, from, to]): Outcome => {
      const name = `${own.name}, ${way}`;
      const pinned = spanIn(from, own);
      if (!pinned) {
        return {
          name,
          class: 'reader',
          is: 'lost',
          details: `${JSON.stringify(own.exact)}\n    is not read`,
        };
      }
      const [{ span, details }] = side.findAgain(from, [pinned], to) as [Found];
      const there = span ? to.letters.slice(span[0], span[1]) : null;
      return {
        name,
        class: 'reader',
        is: there === null ? 'lost' : there === quote ? 'right' : 'wrong',
        details: `${JSON.stringify(own.exact)}\n    found ${JSON.stringify(there)} ${details}`,
      };
    });
  });
}
