import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_GLOSSARY } from '../../lib/testing/small-glossary.ts';
import { createTemporaryFolder } from '../../lib/testing/temporary-folder.ts';
import { loadEngine, type Engine } from '../spot/load-engine.ts';
import { judgeLabels, type JudgedWord } from './judged.ts';
import type { Label, LabelledText, LabelledWord } from './labels.ts';

const folder = createTemporaryFolder();
let engine: Engine;
beforeAll(() => {
  folder.write(SMALL_GLOSSARY);
  engine = loadEngine(folder.path);
});
afterAll(() => folder.remove());

const COINS = 'Silver coins were struck at the mint for the treasury.';
const TEA = 'Tea with leaves of mint from the herb garden.';
const BOTH = 'A seal; wax and charter, ice and hunters, stood near.';

const conceptsOf = new Map([
  ['mint', ['mint']],
  ['clipping', ['coin-clipping']],
  ['seal', ['seal-of-state']],
  ['both-seals', ['seal-of-state', 'seal-fur']],
  ['gone', ['mint-of-old']],
  ['empty', []],
]);

function wordIn(text: string, surface: string, term = 'mint', label: Label = 'same'): LabelledWord {
  const start = text.indexOf(surface);
  return {
    name: 'n',
    part: 'occurrences',
    term,
    label,
    evidence: 'read',
    article: 'a',
    start,
    end: start + surface.length,
    surface,
  };
}

const judge = (...texts: LabelledText[]): JudgedWord[] => judgeLabels({ texts, conceptsOf }, engine);
function judgeOne(text: string, ...word: [surface: string, term?: string, label?: Label]): JudgedWord {
  return judge({ text, page: null, words: [wordIn(text, ...word)] })[0]!;
}

describe('judgeLabels', () => {
  test('a word that means the concept is marked, with what was weighed', () => {
    const judged = judgeOne(COINS, 'mint');
    expect(judged).toMatchObject({ isMarked: true, isUnmapped: false, isNoForm: false, label: 'same' });
    expect(judged.verdicts).toMatch(/^mark mint → mint \(These words are nearby: /);
    expect(judged.features).toMatchObject({ plain: 0, words: 1, against: 0 });
    expect(judged.around).toBe('Silver coins were struck at the [mint] for the treasury.');
  });

  test('the label does not sway the judge', () => {
    expect(judgeOne(COINS, 'mint', 'mint', 'other').isMarked).toBe(true);
    expect(judgeOne(TEA, 'mint', 'mint', 'same').isMarked).toBe(false);
  });

  test('a word that means something else is not marked, and it is said why', () => {
    const judged = judgeOne(TEA, 'mint', 'mint', 'other');
    expect(judged).toMatchObject({ isMarked: false, isNoForm: false });
    expect(judged.verdicts).toMatch(/^hide mint → mint \(Words nearby point to another sense: /);
    expect(judged.features).toMatchObject({ words: 0, against: 1 });
  });

  test('what settles itself has nothing weighed; a label inside a longer mark is marked', () => {
    const judged = judgeOne('Coin clipping was a crime.', 'clipping', 'clipping');
    expect(judged).toMatchObject({ isMarked: true, features: null });
    expect(judged.verdicts).toContain('mark Coin clipping → coin-clipping');
  });

  test('to ask is no mark', () => {
    const judged = judgeOne(BOTH, 'seal', 'seal');
    expect(judged.verdicts).toMatch(/^ask seal → seal-/);
    expect(judged.isMarked).toBe(false);
    expect(judged.features).not.toBeNull();
  });

  test.each([
    ['The chancellor put the seal in wax on the charter.', true, false],
    ['On the ice the hunters took seal pelts.', false, true],
  ])('of two concepts with one form, the likelier is marked: %s', (text, isState, isFur) => {
    expect(judgeOne(text, 'seal', 'seal').isMarked).toBe(isState);
    // A term that stands for both is marked either way.
    expect(judgeOne(text, 'seal', 'both-seals').isMarked).toBe(isState || isFur);
  });

  test('the mark of another concept over the word is none of this one', () => {
    const text = 'They feared coin clipping.';
    expect(judgeOne(text, 'coin clipping', 'mint')).toMatchObject({ isMarked: false, isNoForm: false });
  });

  test.each([
    ['moneyer', 'The moneyer sat there.', true],
    ['MINT', 'TEA OF MINT', false],
    ['mints', 'Two mints closed.', false],
    ['mint’s', 'It was the mint’s own.', false],
  ])('%s is no form: %#', (surface, text, isNoForm) => {
    expect(judgeOne(text, surface)).toMatchObject({ isMarked: false, isNoForm });
  });

  test('a term without a concept, or whose concepts the glossary has not, is unmapped', () => {
    for (const term of ['empty', 'gone', 'unheard-of']) {
      expect(judgeOne(COINS, 'mint', term), term).toMatchObject({ isUnmapped: true, isMarked: false });
    }
  });

  test('each word of a saved page by its offset below the root, with the page as a whole in mind', () => {
    const paragraphs = [
      'The Royal Mint made coins.',
      'Its mint worked in silver.',
      'Then comes lunch.',
      'Mint leaves make tea.',
    ];
    folder.write({
      'pages/page.html': `<!doctype html><title>Money</title><p>Not of the root: mint.</p><div id="root">${paragraphs
        .map((text) => `<p>${text.replace('mint', '<b>mi</b>nt')}</p>`)
        .join('')}</div>`,
    });
    const whole = paragraphs.join('');
    const page = { file: `${folder.path}/pages/page.html`, root: '#root' };
    const words = ['Royal Mint', 'mint', 'Mint leaves'].map((surface) => wordIn(whole, surface));
    words[2]!.end = words[2]!.start + 'Mint'.length;
    const judged = judge({ text: null, page, words });
    expect(judged.map(({ isMarked }) => isMarked)).toEqual([true, true, false]);
    expect(judged[1]!.verdicts).toMatch(/^mark mint → mint /);
    expect(judged[2]!.verdicts).toMatch(/^hide Mint → mint /);
    expect(judged[0]!.around).toContain('[Royal Mint] made coins.Its mint worked');
  });

  test('every label gets one answer, in order', () => {
    const texts = [COINS, TEA, BOTH].map((text, i) => ({
      text,
      page: null,
      words: [wordIn(text, i === 2 ? 'seal' : 'mint', i === 2 ? 'seal' : 'mint')],
    }));
    expect(judge(...texts).map(({ surface }) => surface)).toEqual(['mint', 'mint', 'seal']);
  });
});
