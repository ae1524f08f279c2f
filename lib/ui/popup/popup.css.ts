import { baseCss } from '../base/base.css.ts';
import { cardBodyCss } from '../card/card.css.ts';
import { statusCss } from '../base/status.css.ts';
import { tokensFor } from '../base/tokens.ts';

export const popupCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
${cardBodyCss}
${statusCss}
/* Browsers show no popup that is wider than 800 pixels or higher than 600. */
html, body { margin: 0; width: min(400px, 780px / var(--scale, 1)); background: var(--paper); color: var(--ink); font: 14px/1.5 var(--sans); }
/* On a phone the popup is a page as wide as the screen. */
@media (pointer: coarse) and (max-width: 24.9375em) { html, body { width: auto; } }
.popup { display: flex; flex-direction: column; max-height: calc(580px / var(--scale, 1)); }
input[type=text].search {
  flex: none; font-size: 16px; line-height: 1.4; padding: 13px 16px; border: 0; border-bottom: 1px solid var(--line); border-radius: 0;
}
input.search:focus-visible { outline: 2px solid var(--pin); outline-offset: -2px; }
.results { overflow: auto; min-height: 0; flex: 1 1 auto; scrollbar-width: thin; }
.group { position: sticky; top: 0; z-index: 1; padding: 7px 16px 5px; background: var(--paper); color: var(--ink-2); font-size: 11.5px; font-weight: 600; line-height: 1.3; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1px 12px; padding: 8px 16px 9px; border-bottom: 1px solid var(--line); cursor: pointer; align-items: baseline; scroll-margin-top: 28px; }
.row:last-child { border-bottom-color: transparent; }
.row[aria-selected=true] { background: var(--rubric-wash); box-shadow: inset 3px 0 0 var(--rubric); }
.row:dir(rtl)[aria-selected=true] { box-shadow: inset -3px 0 0 var(--rubric); }
.row .t { font: 600 15px/1.4 var(--serif); overflow-wrap: anywhere; }
.row .t > :not(:lang(zh)) { font-variant-east-asian: proportional-width; }
.row .original { font-weight: 400; font-size: 13.5px; color: var(--ink-2); word-break: keep-all; }
.row .note-head { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; font: 400 14px/1.45 var(--sans); }
.row .aside { white-space: nowrap; color: var(--ink-2); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.row .pin { color: var(--pin); }
.row .d { grid-column: 1 / -1; color: var(--ink-2); font-size: 13px; line-height: 1.45; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.row .alias { font-weight: 600; } .row .alias::after { content: ' · '; font-weight: 400; }
mark { background: none; color: var(--rubric); font-weight: 700; }
.empty { padding: 18px 16px 22px; color: var(--ink-2); text-wrap: pretty; overflow-wrap: anywhere; }
.choices { flex: none; max-height: 150px; overflow: auto; scrollbar-width: thin; border-top: 1px solid var(--line); padding: 7px 10px 6px 16px; font-size: 12.5px; color: var(--ink-2); }
.choices h2 { font-size: 11.5px; line-height: 1.3; }
.choices ul { list-style: none; margin: 0; padding: 0; }
.choices li { display: flex; justify-content: space-between; align-items: center; gap: 8px; overflow-wrap: anywhere; }
.backup-line { flex: none; padding: 7px 16px; font-size: 12.5px; color: var(--ink-2); border-top: 1px solid var(--line); }
.hint { flex: none; padding: 8px 16px; display: flex; flex-wrap: wrap; gap: 4px 16px; background: var(--paper-2); font-size: 12.5px; color: var(--ink-2); border-top: 1px solid var(--line); }
.ways { flex: none; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 4px; padding: 4px 10px; border-top: 1px solid var(--line); }
.ways > span { display: flex; flex-wrap: wrap; gap: 0 4px; }
.news { flex: none; display: flex; gap: 8px; align-items: baseline; padding: 7px 10px 7px 16px; border-top: 1px solid var(--line); background: var(--rubric-wash); font-size: 12.5px; line-height: 1.4; }
.news button { flex: none; }
.report { display: grid; gap: 10px; justify-items: start; padding: 10px 16px 16px; overflow: auto; }
.report > .plain { margin-inline-start: -6px; }
.report h1 { margin: 0; font: 600 18px/1.3 var(--serif); }
.report .muted { font-size: 13px; }
.report pre { width: 100%; margin: 0; padding: 10px 12px; max-height: 230px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper-2); border: 1px solid var(--line); border-radius: 7px; font: 12px/1.5 ui-monospace, monospace; }
.report label { font-size: 13.5px; } .report input { width: 16px; height: 16px; vertical-align: -2px; accent-color: var(--pin); }
.report .buttons { display: flex; gap: 10px; align-items: center; }
.place { display: flex; min-height: 0; }
.popup .card { flex: 1; width: auto; max-height: calc(580px / var(--scale, 1)); border: 0; border-radius: 0; box-shadow: none; }
.popup .card .close { display: none; }
@media (forced-colors: active) {
  .row[aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px; }
  mark { color: Highlight; }
  /* Every button has an edge here. */
  .ways, .ways > span { row-gap: 4px; } .choices li + li { margin-block-start: 4px; }
}
`;
