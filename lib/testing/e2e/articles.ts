/** Pages for the end-to-end tests, of our own writing. */
import { SENSE_PAGES } from './senses-pages.ts';
import { TREE_PAGES } from './tree-pages.ts';

const style = `<style>body{font:18px/1.6 Georgia,serif;max-width:40em;margin:2em auto;padding:0 1em}section{margin-bottom:60vh}</style>`;

const text = `
<h1>Two cities</h1>
<section id="one"><h2>Registration</h2>
<p>Who lives where is a matter of <b>hu</b>kou, and every family knows its own. Without a city <span id="first">hukou</span> a
migrant had no claim on school or clinic. A second hukou was not to be had.</p>
<p>In Petrograd the <i>Russian</i> Revolution began with bread. Lenin came back in April.</p>
<p id="code-line">Never in code: <code>hukou</code> <button>hukou</button> <input value="hukou"> <textarea>hukou</textarea></p></section>
<section id="two"><h2>Shanghai</h2>
<p>The January Storm swept Shanghai in 1967, in the second year of the Cultural Revolution. Rebels spoke of the Paris Commune.</p>
<p lang="zh-Hans">上海的文化大革命与户口制度。</p></section>
<section id="three"><h2>Strikes</h2>
<p>A general strike is a strike of a whole city. Nobody called it one; hukou had nothing to do with it.</p></section>`;

const page = (head: string, body: string, attributes = 'lang="en"'): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Two cities</title>${head}</head><body>${body}</body></html>`;

export interface TestPage {
  html: string;
  headers?: Record<string, string>;
}

/** The least that both viewers show: one empty sheet. */
const LEAFLET: TestPage = {
  headers: { 'Content-Type': 'application/pdf' },
  html: `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
};

export const PAGES: Record<string, TestPage> = {
  ...SENSE_PAGES,
  ...TREE_PAGES,
  '/article': { html: page(style, text) },
  '/other': { html: page(style, '<h1>Elsewhere</h1><p>The hukou again, and Lenin.</p>') },
  '/headed': {
    html: page(
      style,
      '<h1>The hukou</h1><p><a href="#x">Lenin</a> came back in April. Lenin spoke; the hukou came later.</p>',
    ),
  },
  '/leaflet.pdf': LEAFLET,
  '/leaflet': LEAFLET,
  '/nothing': { html: page(style, '<h1>Bread</h1><p>Flour, water, salt and time.</p>') },
  '/councils': {
    html: page(
      style,
      `<h1>1905</h1><p>In Petrograd the workers of each factory sent delegates to the <b>soviets</b>; the soviets of 1905 grew
      out of strike committees.</p><p>Seventeen years later the Soviet Union bore their name.</p>`,
    ),
  },
  // A name that an event and a place share.
  '/square': {
    html: page(
      style,
      '<h1>1989</h1><p>What happened at Tiananmen Square between April 15, 1989 and June 4, 1989 is agreed on.</p>',
    ),
  },
  '/taiwan': {
    html: page(
      style,
      `<h1>城鄉</h1><p>在中國大陸，戶口制度把農民與城市居民分開，文化大革命也沒有改變它。</p>`,
      'lang="zh-Hant-TW"',
    ),
  },
  '/mainland': {
    html: page(
      style,
      `<h1>城乡</h1><p>户口制度把农民与城市居民分开，文化大革命也没有改变它。</p>`,
      'lang="zh-CN"',
    ),
  },
  '/strict-csp': {
    html: page('', text),
    headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'none'; sandbox allow-same-origin" },
  },
  '/trusted-types': {
    html: page(style, text),
    headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  '/rewritten': {
    html: page(
      `<style>html,body,*{background-color:#181a1b !important;color:#e8e6e3 !important;border-color:#333 !important;
      position:static !important;display:revert !important;font-size:9px !important;visibility:visible !important}
      html{font-size:40px !important}[data-margin-card]{display:none !important;opacity:0 !important}</style>`,
      text,
    ),
  },
  '/right-to-left': {
    html: page(
      style,
      `<h1>مدينتان</h1><p id="one">كان نظام hukou في الصين، ثم جاء Lenin.</p>`,
      'lang="ar" dir="rtl"',
    ),
  },
};
