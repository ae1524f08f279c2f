import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { documentLanguage, headingOf } from './document-info.ts';

const documentOf = (html: string, contentType = 'text/html'): Document =>
  new JSDOM(html, { contentType }).window.document;

describe('documentLanguage', () => {
  test.each([
    ['<html lang="zh-HK"><p>戶口', 'zh-HK'],
    ['<html lang=" fr "><p>cadre', 'fr'],
    ['<html><p lang="fr">cadre', ''],
    ['<html lang=""><p>cadre', ''],
    ['', ''],
  ])('%s: %j', (html, lang) => {
    expect(documentLanguage(documentOf(html))).toBe(lang);
  });

  test('a document without a root has none', () => {
    const document = documentOf('<p>text');
    document.documentElement.remove();
    expect(documentLanguage(document)).toBe('');
  });
});

describe('headingOf', () => {
  const linesOf = (html: string): string[] =>
    headingOf(documentOf(html))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');

  test.each<[string, string, string[]]>([
    ['title and heading', '<title>A title</title><h1>A <i>heading</i></h1>', ['A title', 'A heading']],
    ['the first headings of many', '<h1>1</h1><h1>2</h1><h2>no</h2><h1>3</h1><h1>4</h1>', ['1', '2', '3']],
    ['author', '<title>T</title><meta name="author" content="A. Writer">', ['T', 'A. Writer']],
    ['author in capitals', '<meta name="Author" content="A. Writer">', ['A. Writer']],
    [
      'author as social networks want it',
      '<meta property="article:author" content="A. Writer">',
      ['A. Writer'],
    ],
    ['an author without a name', '<meta name="author">', []],
    ['other people', '<meta name="generator" content="A machine"><p>By A. Writer</p>', []],
    ['nothing', '<p>Only text.</p>', []],
  ])('%s', (_, html, expected) => {
    expect(linesOf(html)).toEqual(expected);
  });

  test('is short, however long the headings are', () => {
    const heading = headingOf(documentOf(`<title>Title</title><h1>${'long '.repeat(10_000)}</h1>`));
    expect(heading.startsWith('Title\n')).toBe(true);
    expect(heading.length).toBeLessThanOrEqual(2000);
  });

  test('of a picture or feed in XML, and of a document without a root, is what they have', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>Map</title></svg>';
    expect(headingOf(documentOf(svg, 'image/svg+xml')).trim()).toBe('Map');
    const document = documentOf('<title>T</title>');
    document.documentElement.remove();
    expect(headingOf(document).trim()).toBe('');
  });
});
