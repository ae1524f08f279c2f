import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createSafeDom } from '../tree/safe-dom.ts';
import { createFlowReader, OBJECT, type FlowReaderOptions } from './text-flow.ts';

const { window } = new JSDOM('<body></body>');
const { document } = window;
const dom = createSafeDom(window);

function flowsOf(markup: string, options: FlowReaderOptions = {}, units = Infinity): string[][] {
  document.body.innerHTML = markup;
  const reader = createFlowReader(document.body, dom, options);
  const batches: string[][] = [];
  for (let batch = reader.read(units); batch; batch = reader.read(units)) {
    const { text, flows, nodes, nodeStarts } = batch;
    nodes.forEach(({ data }, i) => expect(text.slice(nodeStarts[i])).toContain(data.slice(0, 5)));
    expect(text.split(OBJECT).length).toBeGreaterThanOrEqual(flows.length);
    batches.push(flows.map(({ start, end }) => text.slice(start, end)));
  }
  return batches;
}

describe('a flow', () => {
  test.each<[string, string, string[]]>([
    ['joins inline tags', '<p>Par<b>is</b> <i>Com</i>mune</p>', ['Paris Commune']],
    ['ends where a block begins and where it ends', '<p>one<div>two</div>three</p>', ['one', 'two', 'three']],
    ['ends where a block comes between, even one without text', '<div>one <hr> two</div>', ['one ', ' two']],
    ['has a line break as one character', 'Paris<br>Commune', ['Paris\nCommune']],
    ['ends at two line breaks', 'one<br><br>two', ['one', 'two']],
    ['ends at two line breaks with blanks between', 'one<br> <br>two', ['one\n ', 'two']],
    ['has a replaced element as a character that no form holds', 'one<img>two', [`one${OBJECT}two`]],
    ['leaves out what stands in code', 'one <code>hukou</code> two', ['one  two']],
    ['leaves out fields, which are walls too', 'one<input>two', [`one${OBJECT}two`]],
    ['leaves out what is edited', 'one <span contenteditable>two</span> three', ['one  three']],
    ['is none for blanks', '<p> </p>\n<p>one</p>\n', ['one']],
    ['keeps blanks between its texts', '<p><b>one</b> <b>two</b></p>', ['one two']],
  ])('%s', (_name, markup, expected) => {
    expect(flowsOf(markup)).toEqual([expected]);
  });

  test('holds code and preformatted text where asked', () => {
    expect(flowsOf('<p>a <code>b</code></p><pre>c</pre>', { code: true })).toEqual([['a b', 'c']]);
    expect(flowsOf('<p>a <code>b</code></p><pre>c</pre>', { preformatted: true })).toEqual([['a ', 'c']]);
  });
});

test('batches end with a whole flow', () => {
  expect(flowsOf('<p>one</p><p>two</p><p>three</p>', {}, 1)).toEqual([['one'], ['two'], ['three']]);
  expect(flowsOf('<p>one</p><p>two</p><p>three</p>', {}, 4)).toEqual([['one', 'two'], ['three']]);
});

test('each heading begins a section, and so does the end of its text', () => {
  document.body.innerHTML = '<p>a</p><h2>b</h2><p>c</p><h2>d</h2><h3>e</h3>';
  const { flows } = createFlowReader(document.body, dom, { section: 7 }).read(Infinity)!;
  expect(flows.map(({ section }) => section)).toEqual([7, 8, 8, 9, 10]);
});

describe('reading', () => {
  test('begins at a text, from an offset', () => {
    document.body.innerHTML = '<p>one</p><p>two <b>three</b></p><p>four</p>';
    const from = document.querySelector('b')!.firstChild as Text;
    const batch = createFlowReader(document.body, dom, { from, fromOffset: 2, part: true }).read(Infinity)!;
    expect(batch.flows.map(({ start, end }) => batch.text.slice(start, end))).toEqual(['ree', 'four']);
    expect(batch.nodeStarts[0]).toBe(-2);
  });

  test.each([
    ['a skipped element', '<code>x <b>hukou</b></code>'],
    ['an editor', '<div contenteditable><b>hukou</b></div>'],
  ])('inside %s finds nothing', (_name, markup) => {
    document.body.innerHTML = markup;
    const inner = document.querySelector('b')!;
    expect(createFlowReader(inner, dom).read(Infinity)).toBeNull();
    const from = inner.firstChild as Text;
    expect(createFlowReader(document.body, dom, { from, part: true }).read(Infinity)).toBeNull();
  });

  test('is interrupted when the page removes the node it had come to', () => {
    document.body.innerHTML = '<p>one</p><p id=next>two</p><p>three</p>';
    const reader = createFlowReader(document.body, dom);
    reader.read(1);
    expect(reader.isInterrupted).toBe(false);
    document.getElementById('next')!.remove();
    expect(reader.read(1)).toBeNull();
    expect(reader.isInterrupted).toBe(true);
  });
});
