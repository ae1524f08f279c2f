import { baseCss } from '../base/base.css.ts';
import { tokensFor } from '../base/tokens.ts';

/** A page of a book: the sentence large, the rest quiet, titles in the margin where there is one. */
export const welcomeCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
html { background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); }
/* Chromium gives extension pages a smaller letter. */
body { margin: 0; font: inherit; }
.welcome { max-width: 46rem; margin: 0 auto; padding: clamp(24px, 7vh, 80px) clamp(16px, 5vw, 40px) 72px; }
.welcome h1 { display: flex; align-items: center; gap: 14px; margin: 0; font: 400 clamp(28px, 6vw, 40px)/1.2 var(--serif); text-wrap: balance; }
.welcome h1 .icon { flex: none; width: 1.1em; height: 1.1em; color: var(--rubric); }
.live { margin: 22px 0 30px; font: clamp(19px, 3.6vw, 24px)/1.65 var(--serif); text-wrap: pretty; overflow-wrap: anywhere; }
.welcome h2 { font: 600 15px/1.5 var(--sans); }
.welcome p { text-wrap: pretty; }
.tries { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 175px), 1fr)); gap: 22px 26px; margin: 0; padding: 0; list-style: none; }
.tries h2 { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; }
.tries p, .facts p, .facts dl, .tries [role=status] { color: var(--ink-2); font-size: 14px; }
.tries button, .facts button { min-height: 36px; margin-top: 10px; padding: 6px 14px; font-size: 14px; }
.tries [role=status] { display: block; }
.facts { margin-top: 34px; border-top: 1px solid var(--line); }
.facts section { display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr); gap: 4px 28px; padding: 15px 0 16px; border-bottom: 1px solid var(--line); }
.facts section:last-child { border-bottom: 0; }
.facts dl { display: grid; grid-template-columns: minmax(8.5em, max-content) minmax(0, 1fr); gap: 5px 10px; align-items: baseline; margin: 0 0 6px; }
.facts dl div { display: contents; }
.facts .keys { white-space: normal; }
@media (max-width: 20em) { .facts dl { grid-template-columns: minmax(0, 1fr); } .facts dl dd { margin-block-end: 4px; } }
.facts dd { margin: 0; }
.facts .ways { margin: 2px 0 0; padding: 0; list-style: none; font-size: 14px; }
.facts .ways a { display: inline-block; padding: 4px 0; }
@media (max-width: 37.5em) { .facts section { grid-template-columns: minmax(0, 1fr); } }
`;
