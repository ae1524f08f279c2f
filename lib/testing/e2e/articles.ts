/** Pages for the end-to-end tests, of our own writing. */

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

export const PAGES: Record<string, TestPage> = {
  '/article': { html: page(style, text) },
  '/other': { html: page(style, '<h1>Elsewhere</h1><p>The hukou again, and Lenin.</p>') },
  '/nothing': { html: page(style, '<h1>Bread</h1><p>Flour, water, salt and time.</p>') },
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
      html{font-size:40px !important}manicule-card{display:none !important;opacity:0 !important}</style>`,
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
