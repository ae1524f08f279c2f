import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressAsRead, isSamePage, isSameSite, pageAddress, pageKey, siteHost } from './page-address.ts';

describe('pageAddress', () => {
  it.each<[string, string | null]>([
    ['https://example.org/essay', 'https://example.org/essay'],
    ['http://example.org/essay', 'https://example.org/essay'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/essay#part-2', 'https://example.org/essay'],
    ['https://example.org/essay#:~:text=soviet', 'https://example.org/essay'],
    ['https://example.org/essay?utm_source=x&utm_medium=y', 'https://example.org/essay'],
    ['https://example.org/e?id=5&utm_source=x&page=2', 'https://example.org/e?id=5&page=2'],
    ['https://example.org/e?fbclid=abc&id=5#top', 'https://example.org/e?id=5'],
    ['https://example.org/e?gclid=1&msclkid=2&mc_eid=3&_ga=4&UTM_Campaign=5', 'https://example.org/e'],
    ['https://example.org/e?id=utm_source', 'https://example.org/e?id=utm_source'],
    ['https://example.org/e?', 'https://example.org/e'],
    ['https://example.org/e?flag', 'https://example.org/e?flag'],
    ['https://example.org?x=1', 'https://example.org/?x=1'],
    ['HTTPS://Example.ORG/Essay', 'https://example.org/Essay'],
    ['https://user:secret@example.org/e', 'https://example.org/e'],
    ['https://example.org:8443/e', 'https://example.org:8443/e'],
    ['http://example.org:80/e', 'https://example.org/e'],
    ['https://example.org/%E6%88%B7%E5%8F%A3', 'https://example.org/%E6%88%B7%E5%8F%A3'],
    ['http://[::1]:3000/e', 'https://[::1]:3000/e'],
    ['file:///home/reader/essay.html#a', 'file:///home/reader/essay.html'],
    ['about:blank', null],
    ['about:srcdoc', null],
    ['data:text/html,hello', null],
    ['blob:https://example.org/1-2', null],
    ['javascript:void 0', null],
    ['chrome://settings/', null],
    ['chrome-extension://abc/popup.html', null],
    ['moz-extension://abc/popup.html', null],
    ['view-source:https://example.org/', null],
    ['https://', null],
    ['', null],
  ])('%s → %s', (url, address) => {
    expect(pageAddress(url)).toBe(address);
  });

  it.each<[string, string, string, string]>([
    ['same site', 'https://a.org/2020/x?ref=home', 'https://a.org/x', 'https://a.org/x'],
    ['www', 'https://a.org/x', 'https://www.a.org/x', 'https://www.a.org/x'],
    ['mobile host', 'https://m.a.org/x', 'https://a.org/x', 'https://a.org/x'],
    [
      'mobile label',
      'https://en.m.wikipedia.org/wiki/Hukou',
      'https://en.wikipedia.org/wiki/Hukou',
      'https://en.wikipedia.org/wiki/Hukou',
    ],
    ['http canonical', 'https://a.org/x?s=1', 'http://a.org/x', 'https://a.org/x'],
    ['its own tracking', 'https://a.org/x', 'https://a.org/y?utm_source=c', 'https://a.org/y'],
    ['another site', 'https://a.org/x', 'https://b.org/x', 'https://a.org/x'],
    ['another subdomain', 'https://blog.a.org/x', 'https://shop.a.org/x', 'https://blog.a.org/x'],
    ['the front page on every page', 'https://a.org/x', 'https://a.org/', 'https://a.org/x'],
    [
      'the front page on itself',
      'https://a.org/?lang=en',
      'https://a.org/?lang=fr',
      'https://a.org/?lang=fr',
    ],
    [
      'a script that loses its question',
      'https://a.org/v.php?id=5',
      'https://a.org/v.php',
      'https://a.org/v.php?id=5',
    ],
    ['a front page that loses its question', 'https://a.org/?p=5', 'https://a.org/', 'https://a.org/?p=5'],
    ['relative', 'https://a.org/x', '/y', 'https://a.org/x'],
    ['empty', 'https://a.org/x', '', 'https://a.org/x'],
    ['no address', 'https://a.org/x', 'javascript:1', 'https://a.org/x'],
    ['a local file that names a site', 'file:///x.html', 'https://a.org/x', 'file:///x.html'],
  ])('canonical: %s', (_name, url, canonical, address) => {
    expect(pageAddress(url, canonical)).toBe(address);
  });

  it('is its own address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const address = pageAddress(url)!;
        expect(pageAddress(address)).toBe(address);
        expect(new URL(address).hash).toBe('');
      }),
    );
  });
});

describe('siteHost and isSameSite', () => {
  it.each<[string, string | null]>([
    ['https://www.example.org:8443/x', 'example.org:8443'],
    ['http://EN.example.org/', 'en.example.org'],
    ['file:///x', 'file'],
    ['about:blank', null],
  ])('host of %s is %s', (url, host) => {
    expect(siteHost(url)).toBe(host);
  });

  it.each<[string, string, boolean]>([
    ['https://a.org/x', 'http://www.a.org/y', true],
    ['https://en.m.wikipedia.org/', 'https://en.wikipedia.org/', true],
    ['https://a.org/', 'https://b.org/', false],
    ['https://a.org/', 'https://x.a.org/', false],
    ['file:///a', 'file:///b', true],
    ['about:blank', 'about:blank', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameSite(a, b)).toBe(same);
  });
});

describe('the address as read', () => {
  it.each([
    ['http://archive.example/1905?utm_source=x#top', undefined, 'http://archive.example/1905'],
    ['https://archive.example/1905', undefined, 'https://archive.example/1905'],
    ['HTTP://archive.example:80/1905', 'https://archive.example/one', 'http://archive.example/one'],
    ['file:///home/reader/a.txt', undefined, 'file:///home/reader/a.txt'],
    ['about:blank', undefined, null],
  ])('of %s (%s) is %s', (url, canonical, address) => {
    expect(addressAsRead(url, canonical)).toBe(address);
    if (address !== null) expect(pageKey(address)).toBe(pageAddress(url, canonical));
  });

  it('names the same page by either scheme', () => {
    expect(isSamePage('http://a.example/', 'https://a.example/')).toBe(true);
    expect(isSamePage('http://a.example/', 'https://a.example/b')).toBe(false);
    expect([isSamePage(null, null), isSamePage(null, 'https://a.example/')]).toEqual([true, false]);
  });
});
