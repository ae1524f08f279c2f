import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { buildIndex, type IndexForm } from '../../lib/core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../lib/core/spotter/index-format.ts';
import { createSpotter, type Spotter } from '../../lib/core/spotter/spotter.ts';
import { inTurn, type Measured } from './measure.ts';
import { megabyte, packForms } from './texts.ts';

/** The floor under every spotter: reading each unit once. */
function sumOfUnits(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

const spotterOf = (forms: IndexForm[]): Spotter => createSpotter(openIndex(packIndex(buildIndex(forms, []))));

const LIMIT = 'a charCodeAt sum over the same megabyte';

/** How much of the limit's speed the spotter reaches, and how it stands beside its peers. */
export async function benchSpotter(
  bundled: IndexForm[],
  wants: (name: string) => boolean,
): Promise<Measured[]> {
  const text = megabyte();
  const results: Measured[] = [];
  let sink = 0;
  const limit = (): void => void (sink += sumOfUnits(text));

  if (wants('spot.bundled')) {
    const spotter = spotterOf(bundled);
    const [floor, ours] = inTurn([limit, () => (sink += spotter.spot(text).length)]);
    results.push({ name: 'spot.bundled', value: floor! / ours!, unit: 'ratio', against: LIMIT });
  }
  if (wants('spot.100k')) {
    const spotter = spotterOf((await packForms(100_000)).map((form, concept) => ({ text: form, concept })));
    const [floor, ours] = inTurn([limit, () => (sink += spotter.spot(text).length)]);
    results.push({ name: 'spot.100k', value: floor! / ours!, unit: 'ratio', against: LIMIT });
  }
  const texts = [...new Set(bundled.filter((form) => !form.never).map((form) => form.text))];
  if (wants('spot.bundled/regexp')) {
    const spotter = spotterOf(bundled);
    const escaped = texts
      .sort((a, b) => b.length - a.length)
      .map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const pattern = new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'gi');
    const [theirs, ours] = inTurn(
      [
        () => {
          for (const found of text.matchAll(pattern)) sink += found.index;
        },
        () => (sink += spotter.spot(text).length),
      ],
      9,
    );
    results.push({
      name: 'spot.bundled/regexp',
      value: theirs! / ours!,
      unit: 'times faster',
      against: 'one big RegExp of the same forms',
    });
  }
  if (wants('spot.bundled/aho-corasick')) {
    const spotter = spotterOf(bundled);
    const automaton = new AhoCorasick(texts.map((form) => form.toLowerCase()));
    const [theirs, ours] = inTurn(
      [
        () => {
          const lower = text.toLowerCase();
          const isWord = (at: number): boolean => /[\p{L}\p{N}_]/u.test(lower[at] ?? ' ');
          for (const { begin, end } of automaton.matchInText(lower)) {
            if (!isWord(begin - 1) && !isWord(end)) sink++;
          }
        },
        () => (sink += spotter.spot(text).length),
      ],
      9,
    );
    results.push({
      name: 'spot.bundled/aho-corasick',
      value: theirs! / ours!,
      unit: 'times faster',
      against: '@monyone/aho-corasick/fast with word boundaries',
    });
  }
  if (!Number.isFinite(sink)) throw new Error('unreachable');
  return results;
}
