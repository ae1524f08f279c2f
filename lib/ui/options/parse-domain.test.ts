import { expect, it } from 'vitest';
import { siteHost } from '../../core/sites/page-address.ts';
import { parseDomain } from './parse-domain.ts';

it.each<[string, string | null]>([
  ['example.org', 'example.org'],
  [' HTTPS://www.Example.org/a?b#c ', 'example.org'],
  ['*.example.org', 'example.org'],
  ['*.www.example.org', 'example.org'],
  ['user@example.org:8080/x', 'example.org:8080'],
  ['example.org:443', 'example.org'],
  ['localhost', 'localhost'],
  ['127.0.0.1:8000', '127.0.0.1:8000'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['https://Bücher.example/buch', 'xn--bcher-kva.example'],
  ['例え.jp', 'xn--r8jz45g.jp'],
  ['example.org.', 'example.org'],
  ['', null],
  ['two words', null],
  ['.org', null],
  ['a..b', null],
  ['-a.org', null],
  [`${'a.'.repeat(200)}org`, null],
])('%s → %s', (typed, domain) => {
  expect(parseDomain(typed)).toBe(domain);
});

it('is the host that a page of it has', () => {
  expect(parseDomain('bücher.example')).toBe(siteHost(new URL('https://www.bücher.example/a').href));
});
