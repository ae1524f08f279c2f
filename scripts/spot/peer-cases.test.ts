/**
 * Cases of other projects' tests of finding words and reading pages: mark.js, MediaWiki's Lingo and Yomitan. Their
 * cases are read where they lie beside the project; PEER_DIFFERENCES names those where we differ, and why.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createJudge } from '../../lib/core/judge/judge.ts';
import { buildIndex } from '../../lib/core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../lib/core/spotter/index-format.ts';
import { createSpotter } from '../../lib/core/spotter/spotter.ts';
import { createSafeDom } from '../../lib/dom/tree/safe-dom.ts';
import { spotDocument } from '../../lib/dom/reading/spot-document.ts';
import { createFlowReader } from '../../lib/dom/reading/text-flow.ts';
import { PEER_DIFFERENCES } from './peer-differences.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/anchoring/', import.meta.url));
const text = (file: string): string => (existsSync(FOLDER + file) ? readFileSync(FOLDER + file, 'utf8') : '');
const casesOf = <T>(file: string): T[] => (JSON.parse(text(file) || '{"cases":[]}') as { cases: T[] }).cases;

const viewOf = (window: unknown): Parameters<typeof createSafeDom>[0] =>
  window as Parameters<typeof createSafeDom>[0];

/** The text of each marked piece, in the order of the page, one a text node. */
function piecesOf(html: string, selector: string, terms: readonly string[], exact = false): string[] {
  const { window } = new JSDOM(html);
  const dom = createSafeDom(viewOf(window));
  const forms = [...new Set(terms)]
    .filter((term) => term !== '')
    .map((form, concept) => ({ text: form, concept, exact }));
  const concepts = forms.map(({ text: id }) => ({ id, context: [] }));
  const spotter = createSpotter(openIndex(packIndex(buildIndex(forms, concepts))));
  return [...window.document.querySelectorAll(selector)].flatMap((root) => {
    const places = spotDocument(root, dom, { spotter, judge: createJudge(spotter, '') });
    const walker = window.document.createTreeWalker(root, 4);
    const nodes: { from: number; data: string }[] = [];
    for (let from = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      nodes.push({ from, data });
      from += data.length;
    }
    return places.flatMap(({ start, end }) =>
      nodes
        .map(({ from, data }) => data.slice(Math.max(0, start - from), Math.max(0, end - from)))
        .filter((piece) => piece !== ''),
    );
  });
}

interface MarkCase {
  name: string;
  fixture: string;
  selector: string;
  terms: string[];
  options: { synonyms?: Record<string, string>; caseSensitive?: boolean };
  pieces: string[];
}
interface LingoCase {
  name: string;
  text: string;
  glossary: { term: string }[];
  expectedMarked: string[];
}

const sorted = (pieces: readonly string[]): string[] => [...pieces].sort();
/** The expected terms: theirs, or those of the table here. */
const wanted = (name: string, theirs: readonly string[]): string[] =>
  sorted(PEER_DIFFERENCES[name]?.ours ?? theirs);

const markCases = casesOf<MarkCase>('mark-cases.json').map((own): [string, MarkCase] => [own.name, own]);
const lingoCases = casesOf<LingoCase>('lingo-cases.json').map((own): [string, LingoCase] => [own.name, own]);

describe('words', () => {
  test.each([
    [
      'a phrase over tags is one, in pieces',
      '<p>Lorem <b>ip</b>sum.</p>',
      ['lorem ipsum'],
      ['Lorem ', 'ip', 'sum'],
    ],
    ['over blocks it is none', '<p>Lorem</p><p>ipsum.</p>', ['lorem ipsum'], []],
    ['whole words, accents folded', '<p>ipsu ipsü ipsum loremipsu</p>', ['ipsu'], ['ipsu', 'ipsü']],
    [
      'the longest, and the shorter where that fails',
      '<p>d4 t3xt, d4 text</p>',
      ['d4', 'd4 t3xt'],
      ['d4 t3xt', 'd4'],
    ],
    [
      'signs are themselves',
      '<p>Some+>thing for 39,00 €</p>',
      ['Some+>thing', '39,00 €'],
      ['Some+>thing', '39,00 €'],
    ],
    ['a term inside running Chinese', '<p>請保持導言的中立性</p>', ['保持'], ['保持']],
    ['an empty term marks nothing', '<p>Lorem</p>', [''], []],
  ] as [string, string, string[], string[]][])('%s', (_, html, terms, pieces) => {
    expect(piecesOf(html, 'body', terms)).toEqual(pieces);
  });

  test.each([...markCases, ['none', null]] as [string, MarkCase | null][])('mark.js: %s', (name, own) => {
    if (!own) return;
    const { fixture, selector, terms, options } = own;
    const all = [...terms, ...Object.values(options.synonyms ?? {})];
    const ours = piecesOf(text(`mark-fixtures/${fixture}`), selector, all, options.caseSensitive);
    expect(sorted(ours)).toEqual(wanted(name, own.pieces));
  });

  test.each([...lingoCases, ['none', null]] as [string, LingoCase | null][])('Lingo: %s', (name, own) => {
    if (!own) return;
    const { document } = new JSDOM('<p>').window;
    document.querySelector('p')!.textContent = own.text;
    const ours = piecesOf(
      document.body.innerHTML,
      'p',
      own.glossary.map(({ term }) => term),
    );
    expect(sorted(ours)).toEqual(wanted(`Lingo ${name}`, own.expectedMarked));
  });
});

const oneLine = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** Flows as lines. */
function linesOf(root: Element, dom: ReturnType<typeof createSafeDom>): string {
  const batch = createFlowReader(root, dom, { preformatted: true, uncut: true }).read(Infinity);
  return (batch?.flows ?? []).map(({ start, end }) => oneLine(batch!.text.slice(start, end))).join('\n');
}

test('Yomitan: which text is read, and where lines end', () => {
  const { window } = new JSDOM(text('yomitan/dom-text-scanner.html'));
  const dom = createSafeDom(viewOf(window));
  const others: string[] = [];
  for (const part of window.document.querySelectorAll('test-case')) {
    const about = part.querySelector('test-description')!;
    const { expected } = JSON.parse(part.getAttribute('data-test-data')!) as {
      expected: { content: string };
    };
    const theirs = expected.content.split('\n').map(oneLine).join('\n').trim();
    const says = oneLine(about.textContent);
    about.remove();
    if (!linesOf(part, dom).includes(theirs)) others.push(says);
  }
  const known = Object.keys(PEER_DIFFERENCES).filter((name) => name.startsWith('Yomitan '));
  expect(others.filter((says) => !known.includes(`Yomitan ${says}`))).toEqual([]);
});
