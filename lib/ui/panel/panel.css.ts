import { conflictsCss } from '../notes/conflicts.css.ts';
import { baseCss } from '../base/base.css.ts';
import { cardBodyCss } from '../card/card.css.ts';
import { statusCss } from '../base/status.css.ts';
import { tokensFor } from '../base/tokens.ts';

export const panelCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
${conflictsCss}
${cardBodyCss}
${statusCss}
html, body { margin: 0; min-height: calc(100vh / var(--scale, 1)); background: var(--paper); color: var(--ink); font: 14px/1.5 var(--sans); }
.panel { max-width: 620px; margin-inline: auto; padding-block-end: 40px; }
.tabs { position: sticky; top: 0; z-index: 2; display: flex; gap: 4px; padding-inline: 10px; background: var(--paper); border-bottom: 1px solid var(--line); }
.tabs button { min-height: 42px; padding: 8px 10px; border: 0; border-radius: 0; border-block: 2px solid transparent; color: var(--ink); }
.tabs button:hover { background: none; border-block-end-color: var(--line); }
.tabs button[aria-selected=true] { font-weight: 700; border-block-end-color: var(--rubric); }
.tabs button:focus-visible { outline-offset: -3px; }
.tabs .n { font-variant-numeric: tabular-nums; }
.panel ul.terms, .panel .group > ul { list-style: none; margin: 0; padding: 0; }
.panel .term { position: relative; border-bottom: 1px solid var(--line); }
.panel .term .go { display: grid; gap: 1px; width: 100%; text-align: start; text-wrap: wrap; border: 0; border-radius: 0; padding: 9px 16px 10px; }
.panel .term .go:hover { background: var(--paper-2); }
.panel .term .go:focus-visible { outline-offset: -2px; }
.panel .term.current .go { background: var(--rubric-wash); box-shadow: inset 3px 0 0 var(--rubric); }
.panel .term.current .go:dir(rtl) { box-shadow: inset -3px 0 0 var(--rubric); }
.panel .head { display: flex; justify-content: space-between; gap: 10px; align-items: baseline; }
.panel .name { font: 600 15px/1.4 var(--serif); overflow-wrap: anywhere; }
.panel .name:not(:lang(zh)) { font-variant-east-asian: proportional-width; }
.panel .original { font: 400 13.5px/1.4 var(--serif); color: var(--ink-2); word-break: keep-all; }
.panel .times { flex: none; color: var(--ink-2); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.panel .gloss { color: var(--ink-2); font-size: 13px; line-height: 1.45; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.panel .term.current .gloss, .panel .term.current .original, .panel .term.current .times { color: var(--ink); }
/* The way to the other places stands where the count stood, as soon as it can be used. */
.panel .steps { position: absolute; inset-block-start: 6px; inset-inline-end: 10px; display: flex; gap: 4px; opacity: 0; }
.panel .steps button { padding: 2px; background: var(--paper); border-color: var(--line); }
.panel .steps button:hover { background: var(--rubric-wash); border-color: var(--rubric); }
.panel .steps:dir(rtl) .icon { scale: -1 1; }
.panel .term:is(:hover, :focus-within, .current) .steps { opacity: 1; }
.panel .term:is(:hover, :focus-within, .current):has(.steps) .times { visibility: hidden; }
@media (hover: none) { .panel .steps { opacity: 1; } .panel .term:has(.steps) .times { visibility: hidden; } }
.panel .group { padding: 12px 12px 0; }
.panel h2 { margin: 6px 4px 6px; font-size: 12.5px; color: var(--ink-2); overflow-wrap: anywhere; }
.panel .lead { margin: 0 4px 8px; color: var(--ink-2); font-size: 13px; text-wrap: pretty; }
.panel .none:not(.dot) { padding: 18px 16px 4px; color: var(--ink-2); text-wrap: pretty; }
.panel .group > .problem, .panel > div > .problem { padding: 10px 16px 0; }
.panel .group > ul { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
.panel .group li { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
.panel .group .text li { display: list-item; }
.panel .unfinished + .unfinished, .panel .toast + .unfinished { margin-block-start: 10px; }
.panel .pinned.lost > .note { border-style: dashed; border-color: var(--edge); }
.panel .pinned.lost .passage { background: none; border-inline-start-style: dashed; }
.panel .passage button { display: block; width: 100%; min-height: 0; padding: 0; border: 0; border-radius: 3px; background: none; text-align: start; text-wrap: wrap; font: inherit; }
.panel .passage button:hover { color: var(--pin); text-decoration: underline 1px; text-underline-offset: 3px; background: none; }
.panel .ways { padding: 18px 10px 0; }
.panel .acts { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 8px; }
.panel .hint { padding: 0; background: none; border: 0; display: block; margin-block-start: 6px; color: var(--wait); font-size: 12.5px; }
.panel .said { position: sticky; inset-block-end: 0; padding: 9px 16px; background: var(--pin-wash); color: var(--ink); font-size: 13px; border-block-start: 1px solid var(--line); }
.panel .said:empty { display: none; }
.panel .said.bad { background: var(--rubric-wash); }
@media (max-width: 23.75em) {
  .status { flex-wrap: wrap; row-gap: 2px; }
  .status [role=status] { flex-basis: calc(100% - 20px); }
  .status .plain { margin-inline-start: 12px; }
  .status .switch { margin-inline-start: auto; }
}
@media (forced-colors: active) {
  .tabs button[aria-selected=true] { border-block-end-color: Highlight; }
  .panel .term.current .go { outline: 2px solid Highlight; outline-offset: -2px; }
}
`;
