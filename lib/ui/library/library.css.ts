import { baseCss } from '../base/base.css.ts';
import { conflictsCss } from '../notes/conflicts.css.ts';
import { noteCss } from '../notes/note.css.ts';
import { tokensFor } from '../base/tokens.ts';

/** Where to look on the left, on paper of its own; what is there beside it, in a column that can be read. */
export const libraryCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
${conflictsCss}
${noteCss}
html { background: var(--paper); color: var(--ink); font: 15px/1.55 var(--sans); scroll-padding-block: 76px 84px; }
/* Chromium gives extension pages a smaller letter. */
body { margin: 0; font: inherit; }
.library { min-height: calc(100vh / var(--scale, 1)); display: flex; flex-direction: column; }
.library ul { list-style: none; margin: 0; padding: 0; }
.library .n { color: var(--ink-2); font-weight: 400; font-variant-numeric: tabular-nums; }
.library button { min-height: 32px; }
.library button.plain { min-height: 26px; padding-inline: 0; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 28px; padding: 10px 20px 0; border-bottom: 1px solid var(--line); }
.head .title { display: flex; align-items: center; gap: 9px; padding-block-end: 8px; }
.head .icon { width: 27px; height: 27px; color: var(--rubric); }
.head h1 { margin: 0; font: 600 21px/1.3 var(--serif); }
.skip { position: absolute; inset-inline-start: 12px; inset-block-start: 8px; z-index: 5; padding: 6px 12px; background: var(--paper); border: 1px solid var(--pin); border-radius: 7px; }
.skip:not(:focus) { inset-block-start: -60px; }
.tabs { display: flex; gap: 20px; }
.tabs a { display: block; padding: 8px 2px 9px; color: var(--ink); text-decoration: none; border-bottom: 2px solid transparent; }
.tabs a:hover { border-color: var(--edge); }
.tabs a[aria-current] { font-weight: 600; border-color: var(--rubric); }
.columns { flex: 1; display: grid; grid-template-columns: minmax(190px, 248px) minmax(0, 1fr); }
.side { padding: 14px 8px 40px; background: var(--paper-2); border-inline-end: 1px solid var(--line); font-size: 14px; }
/* Stays beside a long list, and scrolls by itself where it is longer than the window. */
.side > div { position: sticky; top: 14px; max-height: calc(100vh / var(--scale, 1) - 28px); overflow: auto; scrollbar-width: thin; }
.side h2 { margin: 12px 12px 3px; font: 600 12.5px/1.4 var(--sans); color: var(--ink-2); }
.side li a { display: flex; gap: 10px; justify-content: space-between; align-items: baseline; padding: 3px 12px; min-height: 28px; color: var(--ink); text-decoration: none; border-radius: 6px; }
.side li a:hover { background: var(--paper); }
.side li a[aria-current] { font-weight: 600; background: var(--paper); border-start-start-radius: 0; border-end-start-radius: 0; box-shadow: inset 3px 0 0 var(--rubric); }
.side li a[aria-current]:dir(rtl) { box-shadow: inset -3px 0 0 var(--rubric); }
.side .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.side .n.serious { color: var(--rubric); font-weight: 600; }
.side button.plain { margin-inline: 12px; color: var(--ink-2); }
.backup p { padding: 2px 12px 8px; color: var(--ink-2); font-size: 13px; }
.backup p.due { color: var(--rubric); font-weight: 600; }
.backup .buttons { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; padding-inline: 12px; }
.backup button:not(.primary) { background: var(--paper); }
.backup a { font-size: 12.5px; color: var(--ink-2); }
.to-shelves { display: none; }
.library main { min-width: 0; padding: 0 max(20px, calc((100% - 860px) / 2)) 120px; }
.bar { position: sticky; top: 0; z-index: 3; display: flex; gap: 10px; padding-block: 14px 12px; background: var(--paper); border-bottom: 1px solid var(--line); }
.bar input { flex: 1; min-width: 0; min-height: 38px; padding: 6px 12px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 7px; }
.library select { min-height: 38px; min-width: 0; max-width: 100%; padding: 5px 8px; font: inherit; font-size: 14px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 7px; }
.bar .menu > button { min-height: 38px; }
.library button[disabled] { opacity: .6; cursor: default; }
.menu { position: relative; }
.drop { position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 5px); z-index: 4; width: max-content; max-width: min(280px, 86vw / var(--scale, 1)); padding: 6px; display: grid; background: var(--paper); border: 1px solid var(--edge); border-radius: 9px; box-shadow: var(--shadow); }
.drop[hidden] { display: none; }
.drop p { padding: 4px 10px 6px; color: var(--ink-2); font-size: 13px; }
.drop button { border-color: transparent; text-align: start; min-height: 34px; }
.place { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 2px 16px; padding-block: 20px 6px; }
.place h2 { font: 600 23px/1.3 var(--serif); overflow-wrap: anywhere; scroll-margin-top: 90px; border-radius: 4px; }
.place h2:focus-visible { outline: none; }
.place .lead { grid-column: 1 / -1; color: var(--ink-2); font-size: 14px; text-wrap: pretty; max-width: 62ch; }
.selection { position: sticky; top: 65px; z-index: 2; display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; min-height: 46px; padding-block: 6px; background: var(--paper); border-bottom: 1px solid var(--line); font-size: 13.5px; }
.selection.any { background: var(--pin-wash); margin-inline: -10px; padding-inline: 10px; border-radius: 7px; border-color: transparent; }
.selection.any .n { color: var(--ink); font-weight: 600; }
.selection .all { display: flex; gap: 12px; align-items: center; }
.selection .can { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; margin-inline-start: auto; }
.selection.any button:not(.plain) { background: var(--paper); padding-block: 1px; }
.library input[type=checkbox], .library input[type=radio] { width: 17px; height: 17px; margin: 0; flex: none; accent-color: var(--pin); }
.group { margin: 26px 0 2px; color: var(--ink-2); font: 600 13px/1.4 var(--sans); }
.row { display: grid; grid-template-columns: 17px minmax(0, 1fr); gap: 12px; padding-block: 15px 11px; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 130px; }
.row:focus-within { content-visibility: visible; }
.library .row > input { margin-block-start: 3px; }
.library .row.quotes > input { margin-block-start: 10px; }
.row.writing { grid-template-columns: minmax(0, 1fr); padding-inline-start: 29px; content-visibility: visible; }
.row.writing.apart { padding-inline-start: 0; }
.row article { display: grid; grid-template-columns: minmax(0, 1fr); gap: 7px; justify-items: start; }
.row .passage { width: 100%; max-height: calc(8px + 6.5lh); padding: 8px 13px; font-size: 14px; line-height: 1.5; }
.row .passage.lost { background: none; border: 1px dashed var(--edge); border-inline-start: 3px dashed var(--pin); }
.row .text { max-width: 72ch; }
.row .text.typed { display: block; white-space: pre-wrap; }
.library .text ul, .library .text ol { padding-inline-start: 20px; }
.drafts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; margin-block-start: 14px; }
.row .foot { width: 100%; display: flex; flex-wrap: wrap; gap: 2px 24px; }
.row .does { margin-inline-start: auto; }
.row .meta, .row .does { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; color: var(--ink-2); font-size: 13px; overflow-wrap: anywhere; }
.row .meta { gap: 2px 10px; }
.row .meta a { color: var(--ink-2); text-decoration: none; border-radius: 3px; }
.row .meta a:hover { color: var(--rubric); text-decoration: underline; }
.row .meta a.concept { color: var(--rubric); }
.row .meta a.tag { color: var(--pin); }
.row .does a, .row .does button { color: var(--ink-2); font-size: 13px; min-height: 26px; line-height: 26px; padding-block: 0; text-decoration: underline 1px var(--edge); text-underline-offset: 3px; }
.row .does a { color: var(--ink); }
.row .does a:hover, .row .does button:hover { color: var(--rubric); text-decoration-color: currentColor; }
.unfinished .does { display: flex; gap: 12px; margin-inline-end: 0; }
.row .left { color: var(--ink-2); }
.lost-line { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; font-size: 13.5px; }
.lost-line strong { color: var(--rubric); }
.row mark { background: none; color: var(--rubric); font-weight: 700; }
.empty { padding: 34px 0; color: var(--ink-2); max-width: 56ch; text-wrap: pretty; overflow-wrap: anywhere; }
.empty .first { color: var(--ink); font: 600 19px/1.4 var(--serif); margin-block-end: 4px; }
.notice { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-block-start: 14px; padding: 10px 14px; background: var(--rubric-wash); border-inline-start: 3px solid var(--rubric); border-radius: 0 7px 7px 0; font-size: 14px; }
.notice p { flex: 1; min-width: min(100%, 260px); }
.conflicts { margin-block-start: 16px; padding: 12px 16px; background: var(--paper-2); border: 1px solid var(--line); border-radius: 8px; font-size: 14px; }
.conflicts summary { cursor: pointer; font-weight: 600; min-height: 28px; }
.said { position: fixed; inset-inline: 0; inset-block-end: 22px; z-index: 6; width: fit-content; max-width: min(620px, 100vw / var(--scale, 1) - 24px); margin-inline: auto; display: flex; gap: 12px; align-items: center; padding: 8px 10px 8px 18px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; box-shadow: var(--shadow); font-size: 14px; line-height: 1.45; }
.said.silent { position: absolute; clip-path: inset(50%); }
.said.bad { border-color: var(--rubric); }
.said .bare { padding-inline: 6px; color: var(--ink-2); }
dialog { width: min(460px, 100vw / var(--scale, 1) - 24px); max-height: calc(100vh / var(--scale, 1) - 40px); padding: 20px 22px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 12px; box-shadow: var(--shadow); }
dialog::backdrop { background: rgb(0 0 0 / 35%); }
dialog h2 { font: 600 20px/1.3 var(--serif); margin-block-end: 12px; }
dialog .fields { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
dialog .field { display: grid; gap: 6px; font-size: 14px; }
dialog .field > span, dialog legend { font-weight: 600; }
dialog .under { padding-inline-start: 27px; }
dialog fieldset { margin: 0; padding: 0; border: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 14px; }
dialog legend { padding: 0; margin-block-end: 4px; }
dialog .tick { display: flex; gap: 10px; align-items: center; min-height: 28px; overflow-wrap: anywhere; }
.library .hint { padding: 0; border: 0; background: none; display: block; color: var(--ink-2); font-size: 13px; text-wrap: pretty; }
dialog .buttons { display: flex; flex-wrap: wrap; gap: 10px; margin-block-start: 20px; }
dialog .buttons button { min-height: 36px; }
dialog .problem:empty { display: none; }
@media (max-width: 45em) {
  .head { padding-inline: 14px; }
  .columns { display: block; }
  .to-shelves { display: flex; justify-content: space-between; align-items: center; margin: 10px 14px 0; min-height: 40px; text-align: start; }
  .to-shelves::after { content: ''; width: 7px; height: 7px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -2px; }
  .to-shelves[aria-expanded=true]::after { rotate: 225deg; translate: 0 2px; }
  .side { display: none; margin: 8px 14px 0; padding: 4px 4px 14px; border: 1px solid var(--line); border-radius: 8px; }
  .side.open { display: block; }
  .side > div { position: static; max-height: none; }
  .library main { padding-inline: 14px; }
  .bar { flex-wrap: wrap; gap: 8px; }
  .bar input { flex-basis: 100%; }
  .bar select { flex: 1; }
  .selection { position: static; }
  .row { gap: 9px; }
  .row .foot { display: grid; grid-template-columns: minmax(0, 1fr); }
  .row .does { margin: 0; }
  .row.writing { padding-inline-start: 0; }
}
@media (forced-colors: active) {
  /* Every button has an edge here. */
  .library button.plain { padding-inline: 6px; }
  .tabs a[aria-current] { border-color: Highlight; }
  .side li a[aria-current] { outline: 2px solid Highlight; outline-offset: -2px; }
}
@media print { .side, .bar, .selection, .said, .to-shelves, .row > input, .row .does { display: none; } .columns { display: block; } .row { content-visibility: visible; } }
`;
