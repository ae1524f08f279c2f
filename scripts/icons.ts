/** Draws the icons of public/icon/ from its two drawings: every size, and the looks for off, paused and asked. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchPlainChromium } from '../lib/testing/browsers/plain-chromium.ts';

const FOLDER = fileURLToPath(new URL('../public/icon/', import.meta.url));
const RUBRIC = /#c4302a/g;
const DOT =
  '<svg viewBox="0 0 32 32"><circle cx="25.5" cy="25.5" r="5.5" fill="#d99a1c" stroke="#fffdf8" stroke-width="1.2"/></svg>';
/** Waiting to be asked. */
const DOTS =
  '<svg viewBox="0 0 32 32"><g fill="#c4302a" stroke="#fffdf8" stroke-width="1.2">' +
  [13.5, 20.5, 27.5].map((x) => `<circle cx="${x}" cy="26.5" r="3.4"/>`).join('') +
  '</g></svg>';

const drawingFor = (size: number): string =>
  readFileSync(`${FOLDER}${size < 24 ? 'manicule-small' : 'manicule'}.svg`, 'utf8');
const looks: [prefix: string, sizes: number[], change: (svg: string) => string][] = [
  ['', [16, 32, 48, 96, 128], (svg) => svg],
  ['asked-', [16, 32], (svg) => svg.replace(RUBRIC, '#8a8177').replace(/<\/svg>\s*$/, `${DOTS}</svg>`)],
  ['off-', [16, 32], (svg) => svg.replace(RUBRIC, '#8a8177')],
  ['paused-', [16, 32], (svg) => svg.replace(/<\/svg>\s*$/, `${DOT}</svg>`)],
];

const browser = await launchPlainChromium();
const page = await browser.newPage();
for (const [prefix, sizes, change] of looks) {
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}body>svg{display:block;width:${size}px;height:${size}px}</style>${change(drawingFor(size))}`,
    );
    await page.screenshot({ path: `${FOLDER}${prefix}${size}.png`, omitBackground: true });
  }
}
await browser.close();
