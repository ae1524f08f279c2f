import { baseCss } from '../base/base.css.ts';
import { noteCss } from '../notes/note.css.ts';
import { conflictsCss } from '../notes/conflicts.css.ts';
import { switchCss } from '../base/status.css.ts';
import { tokensFor } from '../base/tokens.ts';

/** One column, as a letter: headings in the margin where there is room for one. */
export const optionsCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
html { background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); }
/* Chromium gives extension pages a smaller letter. A font for Chinese that stands in has a hyphen with a hole before it. */
body { margin: 0; font: inherit; hyphenate-character: '-'; }
.options { max-width: 47rem; margin: 0 auto; padding: clamp(20px, 5vw, 56px) clamp(16px, 5vw, 40px) 96px; }
.options-head { display: flex; align-items: center; gap: 12px; }
.options-head .icon { width: 38px; height: 38px; color: var(--rubric); flex: none; }
.options h1 { margin: 0; font: 600 clamp(24px, 5vw, 32px)/1.2 var(--serif); text-wrap: balance; }
.options h2 { font: 600 21px/1.3 var(--serif); }
.options h2:not(:lang(zh)) { font-variant-east-asian: proportional-width; }
.options h3 { font: 600 15px/1.4 var(--sans); }
.lead { color: var(--ink-2); text-wrap: pretty; max-width: 60ch; }
.options-head + .lead { margin-top: 8px; }
.contents { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 18px; padding: 0; list-style: none; font-size: 14px; }
.contents li { flex: none; max-width: 100%; }
.contents .grow { flex: 1 0 auto; text-align: end; }
.contents a { display: inline-block; padding: 4px 0; }
.options section { margin-top: 34px; padding-top: 26px; border-top: 1px solid var(--line); scroll-margin-top: 12px; }
.options section > .lead { margin-top: 6px; }
.sheet { margin-top: 18px; padding: clamp(14px, 3vw, 22px); background: var(--paper-2); border: 1px solid var(--line); border-radius: 10px; }
.sheet > * + * { margin-top: 14px; }
.sheet.state > * { margin-top: 0; }
.sheet.asks-blue { border-color: var(--pin); }
.sheet.asks { background: var(--rubric-wash); border-color: var(--rubric); }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 5px; }
.field label, .legend { font-weight: 600; font-size: 14px; }
.field input { width: 100%; min-height: 40px; padding: 7px 11px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 7px; }
.field input[aria-invalid=true] { border-color: var(--rubric); box-shadow: 0 0 0 1px var(--rubric); }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr)); gap: 14px; }
.hint { color: var(--ink-2); font-size: 13px; text-wrap: pretty; }
.error { color: var(--rubric); font-size: 13.5px; font-weight: 600; text-wrap: pretty; }
.error:empty { position: absolute; }
.row-of-buttons { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
.options button:not(.switch) { min-height: 36px; padding: 6px 14px; }
.options button[disabled] { opacity: .6; cursor: default; }
.state { display: flex; gap: 10px; align-items: baseline; overflow-wrap: anywhere; }
.state .dot { flex: none; width: 10px; height: 10px; border-radius: 50%; background: var(--ink-2); translate: 0 -1px; }
.dot.good { background: var(--good); } .dot.wait { background: var(--wait); } .dot.bad { background: var(--rubric); }
.state strong { display: block; font-weight: 600; }
progress { display: block; width: 100%; height: 8px; margin-top: 8px; accent-color: var(--pin); }
.origin { overflow-wrap: anywhere; }
.tick { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; align-items: start; }
.tick input { width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--pin); }
.tick .hint, .tick .error { grid-column: 2; }
${noteCss}
/* The box is beside its label, whose words may wrap; the hint stands under them. */
.ways { display: grid; gap: 12px; margin-inline: 0; margin-bottom: 0; padding: 0; border: 0; min-width: 0; }
.told > .ways { margin-top: 0; }
.ways .legend { padding: 0; margin-bottom: 10px; }
.options h4 { margin: 0; font: 600 15px/1.4 var(--sans); overflow-wrap: anywhere; }
.told { display: grid; gap: 14px; border-top: 1px solid var(--line); padding-top: 14px; overflow-wrap: anywhere; }
.told > p { margin: 0; }
.told [data-step-focus]:focus-visible { outline-offset: 4px; border-radius: 3px; }
.field select { justify-self: start; width: auto; max-width: 100%; min-height: 36px; padding: 5px 10px; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 7px; }
.counts { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.counts th, .counts td { padding: 6px 8px; text-align: end; border-bottom: 1px solid var(--line); font-weight: 400; }
.counts th:first-child { text-align: start; padding-inline-start: 0; }
.counts td:last-child, .counts th:last-child { padding-inline-end: 0; }
.counts thead th { color: var(--ink-2); font-size: 13px; vertical-align: bottom; overflow-wrap: normal; }
@media (max-width: 26.25em) { .counts th, .counts td { padding-inline: 5px; } .counts thead th { font-size: 12px; } }
.counts td:not(.muted) { font-weight: 600; }
.differences summary { cursor: pointer; min-height: 28px; }
.differences ul { margin: 6px 0 0; padding: 0; list-style: none; display: grid; gap: 6px; max-height: 16em; overflow: auto; font-size: 14px; }
.differ-kind { display: inline-block; padding: 0 7px; font-size: 12.5px; color: var(--ink-2); border: 1px solid var(--line); border-radius: 9px; background: var(--paper); }
select { font: inherit; color: inherit; min-height: 36px; max-width: 100%; padding: 5px 10px; background: var(--paper); border: 1px solid var(--edge); border-radius: 7px; }
.find { margin-top: 18px; max-width: 26rem; }
.rows { padding-block: 0; }
.rows > * + * { margin-top: 0; }
.option { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 16px 0; }
.option-words { flex: 1 1 12rem; min-width: 0; }
.option + .option { border-top: 1px solid var(--line); }
.option-more { flex: 1 1 100%; min-width: 0; }
.option strong { font-weight: 600; font-size: 14.5px; }
.option-control { flex: none; max-width: 100%; }
${switchCss}
.previews { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr)); gap: 10px; margin-top: 8px; }
.preview { padding: 12px 14px 15px; border: 1px solid var(--line); border-radius: 8px; font: 16px/1.6 var(--serif); }
.preview.light { background: #fff; color: #1c1b1a; }
.preview.dark { background: #16181c; color: #e9e6e1; }
.size-preview { margin-top: 8px; padding: 13px 16px 15px; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; font: 15px/1.5 var(--sans); zoom: var(--zoom, 1); overflow-wrap: anywhere; }
.size-term { font: 600 21px/1.25 var(--serif); margin-bottom: 6px; }
.lines { margin: 0; padding: 0; list-style: none; }
.lines li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; justify-content: space-between; padding: 7px 0; overflow-wrap: anywhere; }
.lines li + li { border-top: 1px solid var(--line); }
.add-site { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 10px; align-items: end; }
.add-site:has([aria-invalid=true]) { align-items: center; }
.starters summary { min-height: 28px; font-weight: 600; cursor: pointer; }
${conflictsCss}.key-list { width: 100%; border-collapse: collapse; }
.key-list thead th { padding: 0; }
.key-list tr + tr > * { border-top: 1px solid var(--line); }
.key-list th, .key-list td { padding: 7px 0; text-align: start; font-weight: 400; vertical-align: baseline; }
.key-list td { padding-inline-start: 16px; text-align: end; }
.key-list .keys { white-space: normal; }
@media (forced-colors: active) {
  .dot { forced-color-adjust: none; }
  .field input[aria-invalid=true] { outline: 2px solid Mark; }
}
`;
