/** Nothing of ours moves for who asked the system for less of it: what does stands in one kind of block, in any sheet. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOM = fileURLToPath(new URL('..', import.meta.url));
const sheets = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css.ts'),
);

/** Without what is said for readers who asked for nothing: a block whose rules stand on its own line. */
const still = (css: string): string =>
  css.replace(/^@media \(prefers-reduced-motion: no-preference\).*$/gm, '');

test.each(sheets)('%s', (name) => {
  const css = still(readFileSync(join(ROOM, name), 'utf8'));
  expect(/(?<![\w-])(transition|animation|scroll-behavior)[\w-]*:/.exec(css)?.[0]).toBeUndefined();
});

test('there are sheets, and one of them moves', () => {
  expect(sheets.length).toBeGreaterThan(8);
  expect(readFileSync(join(ROOM, 'base/base.css.ts'), 'utf8')).toMatch(
    /no-preference\) \{ button \{ transition:/,
  );
});
