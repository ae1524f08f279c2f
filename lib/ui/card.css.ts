import { baseCss } from './base.css.ts';
import { tokensFor } from './tokens.ts';

/** Styles of the card itself, wherever it is mounted. */
export const cardBodyCss = `
.card {
  display: flex; flex-direction: column; width: 400px; max-width: 100%; max-height: min(560px, var(--card-max-height, 70vh));
  font: 14px/1.55 var(--sans); color: var(--ink); background: var(--paper); text-align: start;
  border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); overflow: hidden;
}
.card > header { flex: none; display: grid; grid-template-columns: 1fr auto; gap: 0 8px; padding: 14px 16px 0; }
.card > header h2 { font: 600 20px/1.25 var(--serif); overflow-wrap: anywhere; }
.card .actions { display: flex; gap: 6px; align-items: start; }
.card .back { grid-column: 1 / -1; justify-self: start; margin: -4px 0 4px -6px; }
.card .script { grid-column: 1 / -1; margin-top: 3px; }
.card .script [lang] { font-family: var(--serif); font-size: 15px; }
.card .script i { font-style: italic; }
.card .body { flex: 1 1 auto; min-height: 0; overflow: auto; padding: 10px 16px 12px; display: grid; gap: 11px; overscroll-behavior: contain; scrollbar-width: thin; }
.card .mark-of-source {
  all: unset; cursor: pointer; font-size: 10.5px; line-height: 1; vertical-align: super; color: var(--rubric);
  padding: 3px 2px; margin-inline-start: 1px;
}
.card .mark-of-source:hover { text-decoration: underline; }
.card .mark-of-source:focus-visible { outline: 2px solid var(--pin); border-radius: 3px; }
.strip { display: block; width: 100%; height: 34px; overflow: visible; }
.strip text { font: 10px var(--sans); fill: var(--ink-2); }
.strip text.year { fill: var(--ink); }
.strip .line { stroke: var(--line); stroke-width: 2; }
.strip .span { stroke: var(--rubric); stroke-width: 4; stroke-linecap: round; }
.strip circle { fill: var(--rubric); }
.block { border-inline-start: 3px solid var(--rubric); background: var(--paper-2); padding: 8px 12px; border-radius: 0 7px 7px 0; font-size: 13px; line-height: 1.5; }
.block:dir(rtl) { border-radius: 7px 0 0 7px; }
.block h3 { font-size: 11.5px; line-height: 1.4; color: var(--rubric); margin-bottom: 2px; }
.block.contested { border-inline-start: 3px double var(--ink-2); }
.block.contested h3 { color: var(--ink-2); }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chips button { border-radius: 99px; padding: 2px 11px; font-size: 12.5px; min-height: 26px; }
.senses { display: grid; gap: 6px; }
.senses button { text-align: start; padding: 7px 11px; }
.senses b { display: block; font-family: var(--serif); }
details > summary { cursor: pointer; color: var(--ink-2); font-size: 12.5px; min-height: 24px; }
details > summary:hover { color: var(--rubric); }
.sources { margin: 4px 0 0; padding-inline-start: 22px; font-size: 12.5px; line-height: 1.5; display: grid; gap: 4px; }
.sources li:target, .sources li.pointed { background: var(--rubric-wash); border-radius: 4px; }
.note { border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; display: grid; gap: 6px; }
.note blockquote, .editor blockquote {
  margin: 0; border-inline-start: 3px solid var(--pin); background: var(--pin-wash); padding: 6px 10px;
  border-radius: 0 6px 6px 0; font-size: 12.5px; max-height: 6.5em; overflow: auto;
}
.note .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.note .meta { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; color: var(--ink-2); font-size: 12.5px; }
.editor { display: grid; gap: 8px; }
.editor .buttons { display: flex; gap: 8px; align-items: center; }
.editor label { display: grid; gap: 3px; font-size: 12.5px; color: var(--ink-2); }
.editor label > * { font-size: 14px; color: var(--ink); }
.problem { color: var(--rubric); font-size: 13px; }
.toast { display: flex; gap: 8px; align-items: center; background: var(--paper-2); border-radius: 7px; padding: 4px 10px; }
.card > footer {
  flex: none; display: flex; gap: 8px; align-items: center; padding: 8px 12px; border-top: 1px solid var(--line);
  background: var(--paper-2); font-size: 12.5px; color: var(--ink-2);
}
.card > footer .grow { flex: 1; }
.card > footer button { color: var(--ink); }
@media (forced-colors: active) { .card { border-color: CanvasText; } .strip .span, .strip .line { stroke: CanvasText; } .strip circle { fill: CanvasText; } .strip text { fill: CanvasText; } }
@media print { .card { display: none; } }
`;

/** The whole sheet of a card in a shadow root of its own. */
export const cardCss = `
${tokensFor(':host')}
${baseCss}
${cardBodyCss}
:host([data-layout='sheet']) .card {
  width: 100%; max-height: var(--card-max-height, 60vh); border-radius: 16px 16px 0 0; border-inline: 0; border-bottom: 0;
  padding-bottom: env(safe-area-inset-bottom);
}
:host([data-layout='sheet']) .card::before {
  content: ''; flex: none; width: 38px; height: 4px; margin: 7px auto -5px; border-radius: 9px; background: var(--edge);
}
:host([data-layout='sheet']) button { min-height: 36px; }
`;
