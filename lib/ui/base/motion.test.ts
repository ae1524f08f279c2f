/** Nothing moves for a reader who asked the system for less motion: movement stands in one kind of media block. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOM = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

/** Without the blocks for readers who did not ask; the formatter puts their closing brace at the start of a line. */
const still = (css: string): string =>
  css.replace(/^@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?^\}/gm, '');

test.each(sheets)('%s', (name) => {
  const css = still(readFileSync(join(ROOM, name), 'utf8'));
  expect(/(?<![\w-])(transition|animation|scroll-behavior)[\w-]*:/.exec(css)?.[0]).toBeUndefined();
});

test('there are sheets, and one of them moves', () => {
  expect(sheets.length).toBeGreaterThan(8);
  expect(readFileSync(join(ROOM, 'base/base.css'), 'utf8')).toMatch(
    /no-preference\) \{\s+button \{\s+transition:/,
  );
});
