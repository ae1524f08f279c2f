/** Draws the icons of public/icon/ from manicule.svg: every size, and the looks for off and paused. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchPlainChromium } from '../lib/testing/browsers/plain-chromium.ts';

const FOLDER = fileURLToPath(new URL('../public/icon/', import.meta.url));
const RUBRIC = /#c4302a/g;
const DOT = '<circle cx="26" cy="26" r="5.5" fill="#d99a1c" stroke="#fffdf8" stroke-width="1.2"/>';

const svg = readFileSync(`${FOLDER}manicule.svg`, 'utf8');
const looks: [prefix: string, sizes: number[], svg: string][] = [
  ['', [16, 32, 48, 96, 128], svg],
  ['off-', [16, 32], svg.replace(RUBRIC, '#8a8177')],
  ['paused-', [16, 32], svg.replace('</svg>', `${DOT}</svg>`)],
];

const browser = await launchPlainChromium();
const page = await browser.newPage();
for (const [prefix, sizes, drawing] of looks) {
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    );
    await page.screenshot({ path: `${FOLDER}${prefix}${size}.png`, omitBackground: true });
  }
}
await browser.close();
