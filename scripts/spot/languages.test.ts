/** Other languages than English: what the bundled glossary marks in them, and above all what it leaves alone. */
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import { createJudge } from '../../lib/core/judge/judge.ts';
import { createSpotter, type Spotter } from '../../lib/core/spotter/spotter.ts';
import { createSafeDom } from '../../lib/dom/tree/safe-dom.ts';
import { spotDocument } from '../../lib/dom/reading/spot-document.ts';
import { loadEngine } from './load-engine.ts';

let spotter: Spotter;
let idOf: (position: number) => string;
beforeAll(() => {
  const { index } = loadEngine();
  spotter = createSpotter(index);
  idOf = (position) => index.idOf(position);
}, 60_000);

/** Surfaces and concepts of what is marked, as `surface: concept`. */
function marksOf(html: string, lang: string): string[] {
  const { window } = new JSDOM(`<html lang="${lang}"><body>${html}</body></html>`);
  const dom = createSafeDom(window);
  return spotDocument(window.document.body, dom, { spotter, judge: createJudge(spotter, lang) })
    .filter(({ occurrence }) => occurrence.verdict !== 'hide')
    .map(({ surface, occurrence }) => `${surface}: ${idOf(occurrence.concepts[0]!)}`);
}

describe('compounds and inflection', () => {
  test.each([
    ['de', 'Die Leninstraße kreuzt die Kommunestraße; im Sowjetstern gibt es Leninisches.'],
    ['de', 'Der Kaderschmied und die Kaderakte, die Streikkassenwartin und das Alienationsgefühl.'],
    ['de', 'Die Gewerkschaftsbundesversammlung im Francobau sah einen Bismarckhering.'],
    ['ru', 'Он дал совет другу, и тот посоветовал то же самое: советы всегда полезны.'],
    ['ru', 'Ленинградская область, Ленинский проспект и кадры из фильма.'],
    ['fr', 'Le cadre du tableau, la commune de Lyon et les cadres de l’entreprise.'],
  ])('%s: %s', (lang, text) => {
    expect(marksOf(`<p>${text}</p>`, lang)).toEqual([]);
  });
});

describe('Chinese, by the forms of either script', () => {
  test.each([
    ['zh-Hans', '户口制度与文化大革命', ['户口: hukou', '文化大革命: cultural-revolution']],
    ['zh-Hant', '戶籍制度與文化大革命', ['戶籍制度: hukou', '文化大革命: cultural-revolution']],
    ['zh-Hant-HK', '巴黎公社', ['巴黎公社: paris-commune']],
    ['zh-Hans', '施工会议上的差异化', []],
  ] as const)('%s: %s', (lang, text, expected) => {
    const found = marksOf(`<p>${text}</p>`, lang).map((mark) =>
      mark.replace('户口制度', '户口').replace('戶口制度', '戶口'),
    );
    expect(found).toEqual(expected);
  });
});

describe('the language of an element', () => {
  test('counts more than that of the page', () => {
    expect(marksOf('<p lang="fr">Le cadre et la commune.</p><p>Lenin.</p>', 'en')).toEqual(['Lenin: lenin']);
  });
  test('says nothing against Latin letters where it is written in others', () => {
    const arabic = '<p>من يسكن أين مسألة hukou وكل أسرة تعرف ذلك. عاد Lenin في أبريل.</p>';
    expect(marksOf(arabic, 'ar')).toEqual(['hukou: hukou', 'Lenin: lenin']);
  });
});

describe('ruby', () => {
  test('the base is one word, readings are passed over', () => {
    const ruby =
      '<p><ruby>户<rp>(</rp><rt>hù</rt><rp>)</rp>口<rp>(</rp><rt>kǒu</rt><rp>)</rp></ruby>制度</p>';
    expect(marksOf(ruby, 'zh-Hans').join()).toMatch(/: hukou$/);
    expect(marksOf('<p><ruby>粮<rt>hukou</rt></ruby>食</p>', 'zh-Hans')).toEqual([]);
  });
});
