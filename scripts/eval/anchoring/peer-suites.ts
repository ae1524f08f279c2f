/** Cases of other projects' test suites, as data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPassageFinder } from '../../../lib/core/anchoring/passage-finder.ts';
import { describe, type Selector } from '../../../lib/core/anchoring/selector.ts';
import { openHtml, openFile, type Opened } from './opened.ts';
import type { Outcome } from './outcome.ts';

const read = <T>(folder: string, file: string): T | null => {
  const path = join(folder, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
};

interface RangePath {
  startContainerXPath: string;
  startOffset: number;
  endContainerXPath: string;
  endOffset: number;
}

interface AnnotatorCase {
  kind: string;
  name: string;
  html: string;
  selector?: { exact: string; prefix?: string; suffix?: string };
  range?: RangePath;
  expected: RangePath[] | { exact: string };
}

/** Text of a node by XPath, and the page's span between two such places. */
function spanOf({ document, page }: Opened, path: RangePath): { start: number; end: number } | null {
  const nodeAt = (xpath: string): Node | null =>
    document.evaluate(xpath, document, null, 9 /* the first node */, null).singleNodeValue;
  const [first, last] = [nodeAt(path.startContainerXPath), nodeAt(path.endContainerXPath)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first, path.startOffset);
  range.setEnd(last, path.endOffset);
  return page.spanOf(range);
}

/**
 * Cases of finding and of describing a quote. Left out: text in `head`, which no reader can pin; empty quotes, which
 * are no passage; other kinds of selector. A description may hold more context than theirs: it is right if it leads
 * back to its range by its words alone.
 */
export function runAnnotator(folder: string): Outcome[] {
  const file = read<{ cases: AnnotatorCase[] }>(folder, 'annotator-cases.json');
  return (file?.cases ?? []).flatMap((own): Outcome[] => {
    const { kind, name, html, selector, range, expected } = own;
    if (name.includes('<head>') || selector?.exact === '') return [];
    const opened = openHtml(html);
    const finder = createPassageFinder(opened.page.text);
    const shown = (found: { start: number; end: number } | null): string =>
      found ? `[${found.start}, ${found.end})` : 'nothing';
    if (kind === 'quote-match' && selector && Array.isArray(expected)) {
      const { exact, prefix = '', suffix = '' } = selector;
      const found = finder.find([{ type: 'TextQuoteSelector', exact, prefix, suffix }]);
      const places = expected.map((path) => spanOf(opened, path));
      const isRight = found
        ? places.some((place) => place?.start === found.start && place.end === found.end)
        : places.length === 0;
      const is = isRight ? 'right' : found ? 'wrong' : 'lost';
      return [
        {
          name,
          class: 'annotator',
          is,
          details: `expected ${places.map(shown).join() || 'nothing'}, found ${shown(found)}`,
        },
      ];
    }
    if (kind === 'quote-describe' && range && !Array.isArray(expected)) {
      const span = spanOf(opened, range)!;
      const [quote] = describe(opened.page.text, span.start, span.end);
      const found = finder.find([quote!]);
      const isRight =
        quote?.type === 'TextQuoteSelector' &&
        quote.exact === expected.exact &&
        found?.start === span.start &&
        found.end === span.end;
      return [
        {
          name,
          class: 'annotator',
          is: isRight ? 'right' : found ? 'wrong' : 'lost',
          details: `expected ${shown(span)}, found ${shown(found)}`,
        },
      ];
    }
    return [];
  });
}

interface HypothesisFile {
  texts: Record<string, string>;
  match: {
    text: string;
    quote: string;
    prefix?: string;
    suffix?: string;
    hintNear?: string;
    expected?: string | null;
    startsAt?: string;
  }[];
}

interface Baseline {
  annotations: { id: string; selectors: (Selector | { type: 'RangeSelector' })[] }[];
}

const BASELINES = ['minimal', 'wikipedia-regression-testing'];

export function runHypothesis(folder: string): Outcome[] {
  const file = read<HypothesisFile>(folder, 'hypothesis/match-quote.json');
  const matches = (file?.match ?? []).map((own, i): Outcome => {
    const textOf = (name: string): string =>
      name.startsWith('literal:') ? name.slice('literal:'.length) : (file!.texts[name] ?? '');
    const text = textOf(own.text);
    const exact = own.quote.startsWith('(the whole of ') ? textOf(own.quote.slice(14, -1)) : own.quote;
    const { prefix = '', suffix = '', hintNear } = own;
    const hint =
      hintNear === undefined ? -1 : text.indexOf(hintNear) + hintNear.indexOf(exact.split(' ').at(-1)!);
    const found = createPassageFinder(text).find([
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      ...(hint < 0 ? [] : [{ type: 'TextPositionSelector' as const, start: hint, end: hint + exact.length }]),
    ]);
    const details = `${JSON.stringify(exact)} found ${found ? JSON.stringify(text.slice(found.start, found.end)) : 'nothing'}`;
    const isRight =
      own.startsAt !== undefined
        ? found?.start === text.indexOf(own.startsAt)
        : (found ? text.slice(found.start, found.end) : null) === own.expected;
    return {
      name: `match-quote ${i}`,
      class: 'hypothesis',
      is: isRight ? 'right' : found ? 'wrong' : 'lost',
      details,
    };
  });
  const baselines = BASELINES.flatMap((name): Outcome[] => {
    const baseline = read<Baseline>(folder, `hypothesis/baselines/${name}.json`);
    if (!baseline) return [];
    const { page } = openFile(join(folder, `hypothesis/baselines/${name}.html`));
    const finder = createPassageFinder(page.text, page.flows);
    return baseline.annotations.flatMap(({ id, selectors }): Outcome[] => {
      const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
      if (!quote) return [];
      // Their positions count another text than ours.
      const found = finder.find([quote]);
      const there = found && page.text.slice(found.start, found.end);
      const letters = (text: string): string => text.replace(/\s/g, '');
      const is = there === null ? 'lost' : letters(there) === letters(quote.exact) ? 'right' : 'wrong';
      return [
        {
          name: `${name} ${id}`,
          class: 'hypothesis',
          is,
          details: `${JSON.stringify(quote.exact)} found ${JSON.stringify(there)}`,
        },
      ];
    });
  });
  return [...matches, ...baselines];
}
