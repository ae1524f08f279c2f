/**
 * Takes pictures of every state of every surface, and lays them out on sheets: .cache/gallery/*.png. With names (`light
 * dark`, `de`), only these looks.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import type { CardModel } from '../lib/core/card/card-model.ts';
import { localized } from '../lib/core/glossary/localized.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../lib/core/i18n/languages.ts';
import { openGallery } from '../lib/testing/gallery/open-gallery.ts';
import { readGlossary } from './glossary/read-glossary.ts';

const FOLDER = fileURLToPath(new URL('../.cache/gallery/', import.meta.url));
const MARGIN = 24;
/** How the sheets differ: a name, what the reader's system prefers, and the language of the interface. */
const LOOKS: Record<string, BrowserContextOptions & { lang?: string }> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  ...Object.fromEntries(
    LANGUAGES.filter((lang) => lang !== DEFAULT_LANGUAGE).map((lang) => [
      lang,
      { colorScheme: 'light', lang },
    ]),
  ),
};

mkdirSync(FOLDER, { recursive: true });
const gallery = await openGallery();

const wanted = process.argv.slice(2);
/** Real entries beside the made-up ones: what they need is what counts. */
const ENTRIES = {
  en: ['hukou', 'beijing-workers-autonomous-federation', 'soviet', 'paris-commune', 'lenin', 'alienation'],
  'zh-CN': ['hukou', 'june-fourth-crackdown', 'cadre'],
  'zh-TW': ['january-storm', 'cultural-revolution-repression', 'democracy-in-the-factory'],
};
const { concepts } = readGlossary(fileURLToPath(new URL('../glossary', import.meta.url)));
const termOf = (id: string, lang: string): string => {
  const entry = concepts.find((concept) => concept.id === id);
  return entry ? localized(entry.term, lang).value : id;
};
const wantedEntries = Object.entries(ENTRIES).flatMap(([lang, ids]) =>
  ids.map((id) => ({ lang, entry: concepts.find((concept) => concept.id === id)! })),
);
const entries = wantedEntries.map(({ lang, entry }): CardModel => ({
  entry,
  lang,
  position: { index: 1, total: 3 },
  reasons: ['The form means nothing else.'],
  senses: [],
  site: 'example.org',
  offersKnown: true,
  surface: entry.term.en,
  others: [],
  decided: null,
  offersAlways: false,
  related: entry.related.map((id) => ({ id, term: termOf(id, lang) })),
  back: null,
  notes: [],
  readOnlyNotes: [],
  editor: null,
  writing: null,
  draftState: 'empty',
  saveState: 'idle',
  unfinished: [],
  discarded: null,
  asksPrivate: false,
  deleted: null,
  problem: null,
}));

for (const [look, { lang = DEFAULT_LANGUAGE, ...preference }] of Object.entries(LOOKS)) {
  if (wanted.length > 0 && !wanted.includes(look)) continue;
  const page = await gallery.open({ ...preference, deviceScaleFactor: 2 });
  const { cards, popups } = await page.evaluate(() => globalThis.gallery);
  await page.evaluate((tag) => globalThis.gallery.speak(tag), lang);
  const shots: Record<'cards' | 'sheets' | 'popups', [name: string, png: Buffer][]> = {
    cards: [],
    sheets: [],
    popups: [],
  };
  const states = [
    ...cards.map((name) => [name, name] as const),
    ...entries.map((model) => [`${model.entry!.id} ${model.lang}`, model] as const),
  ];
  for (const [name, shown] of states) {
    for (const layout of [undefined, 'sheet'] as const) {
      const padding = layout ? 0 : MARGIN;
      await page.setViewportSize({ width: (layout ? 340 : 400) + 2 * padding, height: 900 });
      await page.evaluate(
        ([state, kind, space]) => {
          globalThis.gallery.showCard(state, kind ? { layout: kind, width: 340 } : {});
          document.body.style.cssText = `margin:${space}px;background:light-dark(#e9e6df,#4a4742);color-scheme:light dark`;
        },
        [shown, layout, padding] as const,
      );
      const height = 2 * padding + (await page.evaluate(() => document.body.offsetHeight));
      const width = (layout ? 340 : 400) + 2 * padding;
      shots[layout ? 'sheets' : 'cards'].push([
        name,
        await page.screenshot({ clip: { x: 0, y: 0, width, height } }),
      ]);
    }
  }
  await page.close();
  for (const name of popups) {
    const popup = await gallery.open({ ...preference, deviceScaleFactor: 2 });
    await popup.evaluate(
      ([tag, state]) => {
        globalThis.gallery.speak(tag);
        globalThis.gallery.showPopup(state);
      },
      [lang, name] as const,
    );
    const height = await popup.evaluate(() => document.getElementById('root')!.offsetHeight);
    shots.popups.push([name, await popup.screenshot({ clip: { x: 0, y: 0, width: 400, height } })]);
    await popup.close();
  }
  for (const [kind, pictures] of Object.entries(shots)) {
    const sheet = await gallery.browser.newPage({
      viewport: { width: kind === 'sheets' ? 1140 : 1400, height: 900 },
    });
    const figures = pictures.map(
      ([name, png]) =>
        `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
    );
    await sheet.setContent(
      `<!doctype html><style>body{margin:24px;columns:3;column-gap:24px;background:#bdb9b0;font:600 12px system-ui}
      figure{margin:0 0 24px;break-inside:avoid}img{display:block;width:100%}figcaption{margin-bottom:6px}</style>${figures.join('')}`,
    );
    await sheet.screenshot({ path: `${FOLDER}${kind}-${look}.png`, fullPage: true });
    await sheet.close();
  }
}
await gallery.close();
process.stdout.write(`Pictures: ${FOLDER}\n`);
