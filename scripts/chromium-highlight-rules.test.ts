import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chromiumHighlightRules } from './chromium-highlight-rules.ts';

const SHEET = readFileSync(new URL('../public/highlights.css', import.meta.url), 'utf8');

test('in Chromium all rules are of highlights on the root, and none sets a property', () => {
  const rules = chromiumHighlightRules(SHEET);
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  expect(count(rules, /:root::highlight\(/g)).toBe(count(SHEET, /::highlight\(/g));
  expect(count(rules, /::highlight\(/g)).toBe(count(SHEET, /::highlight\(/g));
  expect(SHEET).toContain('--manicule');
  expect(rules).not.toMatch(/--manicule|:root \{/);
});

test('a sheet without the rule of the root is refused', () => {
  expect(() => chromiumHighlightRules('::highlight(a) {}')).toThrow('no rule of the root');
});
