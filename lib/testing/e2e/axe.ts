/** axe-core over the page in front, in either browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReadingBrowser } from '../browsers/driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, a line each: the rule and the element. */
export const complaintsOf = (browser: ReadingBrowser): Promise<string[]> =>
  browser.evaluate<string[]>(`(async () => {
    ${AXE};
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
  })()`);
