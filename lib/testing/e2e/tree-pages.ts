/** Pages made of shadow trees, of our own writing. */
import type { TestPage } from './articles.ts';

const style = `<style>body{font:18px/1.6 Georgia,serif;max-width:40em;margin:2em auto;padding:0 1em}</style>`;

const shadows = `
<h1>Components</h1>
<x-card id="card"><span>hukou</span> <u slot="nowhere">Cultural Revolution</u></x-card>
<x-order id="order"><b slot="second">Commune</b><b slot="first">Paris </b></x-order>
<x-outer id="outer"></x-outer>
<x-shut id="shut"></x-shut>
<x-late id="late"></x-late>
<p>And hukou once more, in the document.</p>
<script>
  const define = (name, html, mode = 'open') => customElements.define(name, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode }).innerHTML = html; }
  });
  define('x-card', '<p>The system of <slot></slot> ties people to a place.</p>');
  define('x-order', '<p><slot name="first"></slot><slot name="second"></slot> of 1871.</p>');
  define('x-inner', '<p>Then a general strike began.</p>');
  define('x-outer', '<section><x-inner></x-inner></section>');
  define('x-shut', '<p>January Storm</p>', 'closed');
  window.define = () => define('x-late', '<p>At last came <i>Lenin</i>.</p>');
</script>`;

export const TREE_PAGES: Record<string, TestPage> = {
  '/shadows': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Components</title>${style}</head><body>${shadows}</body></html>`,
  },
};
