import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Measured } from './measure.ts';

const CONTENT = fileURLToPath(new URL('../../.output/chrome-mv3/page.js', import.meta.url));

/** Size loaded by every page: the content script without its index, and the index per form, both gzipped. */
export function benchSizes(base64: string, forms: number, wants: (name: string) => boolean): Measured[] {
  const results: Measured[] = [];
  if (wants('content-script.gzip')) {
    if (!existsSync(CONTENT)) throw new Error('The extension is not built: run npm run build first.');
    const script = readFileSync(CONTENT, 'utf8');
    if (!script.includes(base64)) {
      throw new Error('The built content script carries another glossary: build again.');
    }
    const value = gzipSync(script.replace(base64, '')).length;
    results.push({
      name: 'content-script.gzip',
      value,
      unit: 'bytes',
      against: 'without the index; must stay under 60,000',
    });
  }
  for (const script of ['card', 'finder']) {
    const name = `${script}-script.gzip`;
    if (!wants(name)) continue;
    const value = gzipSync(readFileSync(CONTENT.replace('page.js', `${script}.js`))).length;
    results.push({ name, value, unit: 'bytes', against: 'run beside it where there are marks, or notes' });
  }
  if (wants('index.gzip/form')) {
    results.push({
      name: 'index.gzip/form',
      value: gzipSync(base64).length / forms,
      unit: 'bytes',
      against: `${forms} forms, names and context words included`,
    });
  }
  return results;
}
