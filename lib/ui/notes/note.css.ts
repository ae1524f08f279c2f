/** Notes and what writes them, on every surface. */
export const noteCss = `
.notes { display: grid; gap: 8px; }
.note { border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px 6px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 7px; }
.passage { margin: 0; border-inline-start: 3px solid var(--pin); background: var(--pin-wash); padding: 6px 10px; border-start-end-radius: 6px; border-end-end-radius: 6px; font-size: 12.5px; line-height: 1.5; max-height: calc(6px + 4.5lh); overflow: auto; overflow-wrap: anywhere; }
.text { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; overflow-wrap: anywhere; }
.text h3 { margin: 2px 0 -2px; font: 600 14px/1.4 var(--sans); color: var(--ink); }
.text h3.h1 { font: 600 17px/1.35 var(--serif); }
.text h3.h2 { font: 600 15.5px/1.35 var(--serif); }
.text ul, .text ol { margin: 0; padding-inline-start: 20px; list-style: revert; display: grid; gap: 2px; }
.text ul li { list-style: disc; }
.text ul ul li { list-style: circle; }
.text li > * + * { margin-block-start: 4px; }
.text li::marker { color: var(--ink-2); }
.text blockquote { margin: 0; padding: 1px 0 1px 10px; border-inline-start: 2px solid var(--line); color: var(--ink-2); }
.text blockquote:dir(rtl) { padding: 1px 10px 1px 0; }
.text blockquote > * + * { margin-block-start: 6px; }
.text code { font: 12.5px/1.45 ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace; background: var(--paper-2); border-radius: 4px; padding: 1px 4px; }
.text pre { margin: 0; padding: 7px 10px; background: var(--paper-2); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.text pre code { padding: 0; background: none; }
.text pre .info { display: block; color: var(--ink-2); font: 11px/1.4 var(--sans); }
.text hr { width: 100%; height: 0; margin: 2px 0; border: 0; border-block-start: 1px solid var(--line); }
.text a { color: var(--pin); }
.note .meta, .unfinished .meta { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; color: var(--ink-2); font-size: 12.5px; }
.note .does, .unfinished .does { margin-inline: auto -6px; white-space: nowrap; }
.note .tag { color: var(--pin); }
.unfinished { border: 1px dashed var(--edge); border-radius: 8px; padding: 9px 12px 5px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; }
.unfinished .typed { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 4.5em; overflow: hidden; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; }
.unfinished .state { color: var(--wait); font-weight: 600; }
.editor { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; padding: 10px 12px 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.editor textarea { field-sizing: content; max-height: calc(40vh / var(--scale, 1)); }
.editor textarea[hidden], .editor ul[role=listbox][hidden] { display: none; }
.editor .preview { min-height: 76px; padding: 7px 10px; border: 1px dashed var(--line); border-radius: 7px; }
.editor label { display: grid; grid-template-columns: auto 1fr; gap: 8px; align-items: center; font-size: 12.5px; color: var(--ink-2); }
.editor input { font-size: 13px; padding-block: 5px; }
.editor .tag-field { display: grid; gap: 6px; }
.editor ul[role=listbox] { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 5px; }
.editor li[role=option] { min-height: 26px; padding: 2px 10px; border: 1px solid var(--line); border-radius: 99px; color: var(--pin); font-size: 12.5px; line-height: 20px; cursor: pointer; overflow-wrap: anywhere; }
.editor li[role=option]:hover { border-color: var(--pin); }
.editor li[role=option][aria-selected=true] { background: var(--pin-wash); border-color: var(--pin); color: var(--ink); }
.editor .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; scroll-margin-block-end: 10px; }
.editor .buttons .plain { margin-inline-start: auto; }
.editor button[aria-pressed=true] { color: var(--rubric); text-decoration: none; background: var(--rubric-wash); }
.editor .keeping { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 8px; color: var(--ink-2); font-size: 11.5px; line-height: 1.5; }
@media (max-width: 22.5em) { .editor .keeping .keys { display: none; } }
.editor .keeping.is-kept span:first-child { color: var(--good); font-weight: 600; }
.editor .keeping.is-failed span:first-child { color: var(--rubric); }
.problem { color: var(--rubric); font-size: 13px; }
.toast { display: flex; justify-content: space-between; gap: 8px; align-items: center; background: var(--paper-2); border-radius: 7px; padding: 3px 6px 3px 12px; font-size: 13px; }
.toast button { flex: none; max-width: 60%; text-align: end; overflow-wrap: anywhere; }
@media (forced-colors: active) {
  .passage, .text blockquote { border-inline-start-color: CanvasText; }
  .editor li[role=option][aria-selected=true] { outline: 2px solid Highlight; }
}
`;
