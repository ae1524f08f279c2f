import { baseCss } from '../base/base.css.ts';
import { noteCss } from '../notes/note.css.ts';
import { tokensFor } from '../base/tokens.ts';

/** Styles of the card itself, wherever it is mounted. */
export const cardBodyCss = `
.card {
  all: initial; box-sizing: border-box; display: flex; flex-direction: column; width: 400px; max-width: 100%; max-height: min(560px, calc(var(--card-max-height, 70vh) / var(--zoom, 1))); zoom: var(--zoom, 1);
  font: 14px/1.55 var(--sans); color: var(--ink); background: var(--paper); text-align: start; user-select: text;
  border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); overflow: hidden;
}
.card > header { flex: none; display: grid; grid-template-columns: 1fr auto; gap: 0 10px; padding: 13px 10px 0 16px; }
.card:dir(rtl) > header { padding: 13px 16px 0 10px; }
.card h2 { font: 600 21px/1.25 var(--serif); padding-block: 2px; overflow-wrap: anywhere; text-wrap: balance; border-radius: 4px; }
/* Where a font for Chinese stands in, its apostrophe is as wide as a character: a hole in “workers’ councils”. */
.card h2:not(:lang(zh)) { font-variant-east-asian: proportional-width; }
.card h2:focus-visible { outline: none; text-decoration: underline 2px var(--pin); text-underline-offset: 5px; }
.card .actions { display: flex; gap: 4px; align-items: start; }
.card .pin { display: flex; gap: 6px; align-items: center; min-height: 32px; }
.card .pin .icon { color: var(--rubric); }
.card .close { min-width: 32px; min-height: 32px; padding: 0; color: var(--ink-2); }
.card .back { grid-column: 1 / -1; justify-self: start; margin: -6px 0 2px -8px; text-decoration: none; }
.card .back span { text-decoration: underline 1px var(--edge); text-underline-offset: 3px; }
.card .facts { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; padding-inline-end: 6px; color: var(--ink-2); font-size: 12.5px; }
.card .script { font: 15px/1.5 var(--serif); color: var(--ink); }
.card .body { flex: 1 1 auto; min-height: 0; overflow: auto; padding: 9px 16px 14px; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 11px; overscroll-behavior: contain; scrollbar-width: thin;
  /* A shade at the lower edge while there is more below: the cover scrolls along, the shade does not. */
  background: linear-gradient(transparent, var(--paper) 60%) 0 100% / 100% 28px local no-repeat,
    linear-gradient(transparent, var(--shade)) 0 100% / 100% 9px no-repeat;
}
.card .body { text-wrap: pretty; }
.card .lead { font-size: 15px; line-height: 1.5; }
.card .rest { font-size: 13.5px; }
.card .body:focus-visible { outline-offset: -2px; }
.card .tail { white-space: nowrap; }
.card .ref {
  position: relative; min-width: 0; min-height: 0; padding: 0 2px; border: 0; border-radius: 3px; color: var(--rubric);
  font-size: 10.5px; line-height: 1; top: -.42em; margin-inline: 1px 0; font-variant-numeric: tabular-nums;
}
.card .ref::after { content: ''; position: absolute; inset: -8px -4px; }
.card .ref:hover { background: var(--rubric-wash); }
.strip { display: block; width: 100%; height: auto; overflow: visible; margin-block: 1px -1px; }
.strip text { font: 10px var(--sans); fill: var(--ink-2); }
.strip text.year { fill: var(--ink); font-weight: 600; }
.strip .line { stroke: var(--line); stroke-width: 2; }
.strip .tick { stroke: var(--line); stroke-width: 1; }
.strip .span { stroke: var(--rubric); stroke-width: 4; stroke-linecap: round; }
.strip circle { fill: var(--rubric); }
.block { border-inline-start: 3px solid var(--rubric); background: var(--paper-2); padding: 8px 12px 9px; border-start-end-radius: 7px; border-end-end-radius: 7px; font-size: 13px; line-height: 1.5; }
.block h3 { font-size: 11.5px; line-height: 1.45; color: var(--rubric); margin-bottom: 2px; }
.block h3 span { font-weight: 400; }
.block.contested { border-inline-start-color: var(--ink-2); border-inline-start-style: double; }
.block.contested h3 { color: var(--ink-2); }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chips button { border-radius: 99px; padding: 2px 11px; font-size: 12.5px; border-color: var(--line); }
.chips button:hover { border-color: var(--rubric); }
.senses { display: grid; gap: 8px; }
.senses button { text-align: start; text-wrap: wrap; padding: 8px 12px; border-color: var(--line); }
.senses b { display: block; font: 600 15px/1.4 var(--serif); }
.senses span { color: var(--ink-2); font-size: 12.5px; }
.sense-line { display: flex; flex-wrap: wrap; gap: 0 2px; align-items: center; margin: -4px -6px -8px; font-size: 12.5px; color: var(--ink-2); }
.sense-line > span { padding-inline-start: 6px; }
.sense-line .plain { color: var(--ink-2); }
.sense-line .plain:hover { color: var(--rubric); }
.more { display: grid; gap: 0; margin-block: -2px -6px; font-size: 12.5px; line-height: 1.5; }
.more:empty { display: none; }
.more summary { list-style: none; display: flex; align-items: center; gap: 7px; min-height: 26px; width: fit-content; padding-inline-end: 6px; cursor: pointer; color: var(--ink-2); border-radius: 4px; }
.more summary::-webkit-details-marker { display: none; }
.more summary::before { content: ''; width: 5px; height: 5px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: -45deg; margin-inline: 1px; }
.more summary:dir(rtl)::before { rotate: 135deg; }
.more details[open] > summary::before { rotate: 45deg; }
.more summary:hover { color: var(--rubric); }
.more details:focus-visible { outline: none; }
.more details > p { padding-inline-start: 14px; }
.sources { margin: 0 0 6px; padding-inline-start: 18px; display: grid; gap: 5px; overflow-wrap: anywhere; }
.sources li::marker { color: var(--rubric); font-size: 10.5px; }
.sources li { padding-inline-start: 3px; }
.sources li.pointed { background: var(--rubric-wash); border-radius: 4px; box-shadow: 0 0 0 3px var(--rubric-wash); }
${noteCss}.card > footer {
  container-type: inline-size; flex: none; display: flex; gap: 8px; align-items: center; min-height: 44px; padding: 5px 10px 5px 10px; border-top: 1px solid var(--line);
  background: var(--paper-2); font-size: 12.5px; color: var(--ink-2);
}
.card > footer button { color: var(--ink); }
.card > footer button.bare { color: inherit; }
.card > footer button.bare:hover { color: var(--rubric); background: none; border-color: transparent; text-decoration: underline; text-underline-offset: 3px; }
.card > footer button, .card .flag, .card .position { flex: none; white-space: nowrap; }
/* Where there is little room the eye gets the numbers alone; who listens hears the whole. */
.card .flag ~ .position span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.card .flag ~ .position::after { content: attr(data-short) / ''; }
@container (max-width: 359px) {
  .card .position span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .card .position::after { content: attr(data-short) / ''; }
}
.card .flag { margin-inline-start: -10px; }
.card .flag::before { content: '· '; }
.card .pair { display: flex; gap: 4px; }
.card .pair button { min-width: 32px; padding: 0; background: var(--paper); border-color: var(--line); }
.card .pair button:hover { background: var(--rubric-wash); border-color: var(--rubric); }
.card .pair:dir(rtl) .icon { scale: -1 1; }
/* Who writes in a low window needs the room, and Save in view. */
@media (max-height: 26.25em) {
  .card:has(.editor) > footer { display: none; }
  .card:has(.editor), .card:has(.editor) > .body { scroll-padding-block-end: 50px; }
  .card:has(.editor) > .body { padding-block-end: 0; }
  .card .editor .buttons { position: sticky; inset-block-end: 0; z-index: 1; margin-block: -4px; padding-block: 4px; background: var(--paper); }
}
@media (prefers-contrast: more) { .card { border-width: 2px; } }
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  .chips button, .senses button, .pair button { border-color: ButtonText; }
  .card .flag { margin-inline-start: 0; } .card .pin .icon { color: inherit; }
  .strip .line, .strip .tick { stroke: GrayText; }
  .strip .span { stroke: CanvasText; } .strip circle, .strip text, .strip text.year { fill: CanvasText; }
  .block { border-inline-start-color: CanvasText; }
}
@media print { .card { display: none; } }
`;

/**
 * The whole sheet of a card in a shadow root of its own. The tokens are important, so that a page which says something
 * of every element, or by chance uses the same names, cannot recolour it.
 * What holds it is styled by whoever made it.
 */
export const cardCss = `
:host { all: initial; --scale: 1 !important; }
${tokensFor((more) => (more ? `:host(${more})` : ':host')).replaceAll(';', ' !important;')}
${baseCss}
${cardBodyCss}
:host([data-layout='sheet']) .card {
  width: 100%; max-height: calc(var(--card-max-height, 60vh) / var(--zoom, 1)); border-radius: 16px 16px 0 0; border-inline: 0; border-bottom: 0;
  padding-bottom: env(safe-area-inset-bottom);
}
:host([data-layout='sheet']) .card::before {
  content: ''; flex: none; width: 38px; height: 4px; margin: 7px auto -5px; border-radius: 9px; background: var(--edge);
}
:host([data-layout='sheet']) button:not(.ref) { min-height: 40px; }
:host([data-layout='sheet']) .chips button { min-height: 34px; }
:host([data-layout='sheet']) .pair button, :host([data-layout='sheet']) .close { min-width: 40px; }
:host([data-layout='sheet']) .more summary { min-height: 36px; }
:host([data-layout='sheet']) .editor .keys { display: none; }
@media (max-height: 25em) {
  :host([data-layout='sheet']) .card { overflow: hidden auto; overscroll-behavior: contain; }
  :host([data-layout='sheet']) .card > .body { flex: none; overflow: visible; }
}
`;
