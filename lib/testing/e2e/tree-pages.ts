/** Pages made of shadow trees, of our own writing; they fill them as pages do, by `innerHTML`. */
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

const frames = `
<h1>Frames</h1><p>A page with hukou.</p>
<iframe width="600" height="200" srcdoc="<p>Then came the Soviet Union.</p>"></iframe>
<iframe width="600" height="200" sandbox srcdoc="<p>The Paris Commune.</p>"></iframe>
<iframe width="600" height="200" id="blank"></iframe>
<iframe width="600" height="200" id="far"></iframe>
<iframe width="600" height="60" srcdoc="<p>The Cultural Revolution.</p>"></iframe>
<script>
  document.querySelector('#far').src = 'http://localhost:' + location.port + '/elsewhere';
  document.querySelector('#blank').contentDocument.body.textContent = 'A general strike.';
</script>`;

/** One small frame of another origin. */
const corner = `
<h1>A corner</h1><p>Flour, water, salt and time.</p><p><button>Bread</button></p>
<iframe width="300" height="150" id="far" sandbox="allow-scripts" style="margin: 40px 0 0 200px; border: 2px solid"></iframe>
<p style="margin-bottom: 200vh">The Paris Commune.</p>
<script>
  const asked = new URLSearchParams(location.search);
  const host = asked.get('host') ?? location.hostname;
  document.querySelector('#far').src = 'http://' + host + ':' + location.port + (asked.get('shows') ?? '/elsewhere');
</script>`;

/** A small frame in a frame, which scrolls; each of another origin. */
const nested = `
<h1>Nested</h1><p>Flour, water, salt and time.</p>
<iframe width="700" height="330" id="middle" style="margin-left: 60px; border: 3px solid"></iframe>
<p style="margin-bottom: 200vh">The end.</p>
<script>
  const host = new URLSearchParams(location.search).get('host') ?? location.hostname;
  document.querySelector('#middle').src = 'http://' + host + ':' + location.port + '/middle?host=' + location.hostname;
</script>`;

const middle = `
<iframe width="300" height="150" sandbox="allow-scripts" style="position: absolute; left: 40px; top: 60px; border: 2px solid"></iframe>
<p style="margin-bottom: 200vh">Salt.</p>
<script>
  const host = new URLSearchParams(location.search).get('host');
  document.querySelector('iframe').src = 'http://' + host + ':' + location.port + '/elsewhere';
</script>`;

const layers = `
<h1>Layers</h1>
<p><button id="dialog">Dialog</button> <button popovertarget="popover">Popover</button> <button id="full">Fullscreen</button></p>
<x-dialog><p>Then came <b>Lenin</b> by train.</p></x-dialog>
<div popover id="popover"><p>The hukou ties people to a place.</p></div>
<x-stage></x-stage>
<script>
  const define = (name, html) => customElements.define(name, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = html; }
  });
  define('x-dialog', '<dialog style="width: 500px; height: 300px"><slot></slot><button>Close</button></dialog>');
  define('x-stage', '<div style="background: white; padding: 90px"><p>The Paris Commune of 1871.</p></div>');
  const within = (name, selector) => document.querySelector(name).shadowRoot.querySelector(selector);
  document.querySelector('#dialog').onclick = () => within('x-dialog', 'dialog').showModal();
  document.querySelector('#full').onclick = () => within('x-stage', 'div').requestFullscreen();
</script>`;

export const TREE_PAGES: Record<string, TestPage> = {
  '/frames': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Frames</title>${style}</head><body>${frames}</body></html>`,
  },
  '/corner': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Corner</title>${style}</head><body>${corner}</body></html>`,
  },
  '/nested': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nested</title></head><body>${nested}</body></html>`,
  },
  '/middle': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Middle</title></head><body>${middle}</body></html>`,
  },
  '/layers': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Layers</title>${style}</head><body>${layers}</body></html>`,
  },
  '/elsewhere': {
    html: '<!doctype html><html lang="en"><head><title>Elsewhere</title></head><body><p>Then came Lenin.</p></body></html>',
  },
  '/shadows': {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Components</title>${style}</head><body>${shadows}</body></html>`,
  },
};
