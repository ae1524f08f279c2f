/** What cards and popup share: type, buttons, chips. In pixels, so that a page's font size cannot break a card. */
export const baseCss = `
*, *::before, *::after { box-sizing: border-box; }
button, input, textarea { font: inherit; color: inherit; }
button {
  min-width: 28px; min-height: 28px; padding: 4px 10px; cursor: pointer;
  background: none; border: 1px solid var(--edge); border-radius: 7px;
}
button:hover { background: var(--rubric-wash); border-color: var(--rubric); }
button.primary { background: var(--rubric); border-color: var(--rubric); color: var(--paper); font-weight: 600; }
button.primary:hover { background: var(--ink); border-color: var(--ink); }
button.plain { border-color: transparent; text-decoration: underline; text-underline-offset: 2px; padding: 4px 6px; }
button.plain:hover { color: var(--rubric); background: none; }
:focus-visible { outline: 2px solid var(--pin); outline-offset: 2px; }
a { color: var(--rubric); text-underline-offset: 2px; }
p { margin: 0; }
h2, h3 { margin: 0; font-weight: 600; }
.serif { font-family: var(--serif); }
.muted { color: var(--ink-2); }
.small { font-size: 12.5px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
textarea, input[type=text] {
  width: 100%; padding: 7px 10px; background: var(--paper); border: 1px solid var(--edge); border-radius: 7px;
}
textarea { min-height: 76px; resize: vertical; }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color .12s, border-color .12s; } }
@media (forced-colors: active) {
  button { border-color: ButtonText; }
  :focus-visible { outline-color: Highlight; }
}
`;
