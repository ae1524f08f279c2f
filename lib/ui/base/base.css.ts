/** What cards and popup share: type, buttons, fields. In pixels, so that a page's font size cannot break a card. */
export const baseCss = `
*, *::before, *::after { box-sizing: border-box; }
button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button {
  /* Never narrower than its longest word. */
  min-width: min-content; min-height: 28px; padding: 3px 10px; cursor: pointer; text-wrap: balance;
  background: none; border: 1px solid var(--edge); border-radius: 7px;
}
button:hover { background: var(--rubric-wash); border-color: var(--rubric); }
button.primary { background: var(--rubric); border-color: var(--rubric); color: var(--paper); font-weight: 600; }
button.primary:hover { background: var(--ink); border-color: var(--ink); }
button.plain, button.bare { border-color: transparent; padding-inline: 6px; }
button.plain { font-size: 12.5px; text-decoration: underline 1px var(--edge); text-underline-offset: 3px; }
button.plain:hover { color: var(--rubric); background: none; text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--pin); outline-offset: 1px; }
a { color: var(--rubric); text-underline-offset: 2px; text-decoration-thickness: 1px; }
p { margin: 0; }
h2, h3 { margin: 0; font-weight: 600; }
.icon { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; vertical-align: -3px; }
.icon-hand { width: 18px; height: 18px; stroke-width: 1.1; }
.grow { flex: 1; }
.muted { color: var(--ink-2); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
textarea, input[type=text] {
  width: 100%; padding: 7px 10px; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 7px;
}
textarea { display: block; min-height: 76px; resize: vertical; }
::placeholder { color: var(--ink-2); opacity: 1; }
input:placeholder-shown { text-overflow: ellipsis; }
.keys { white-space: nowrap; }
kbd { font: 11px/1 ui-monospace, monospace; border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: 4px; padding: 2px 5px; margin-inline-end: 3px; color: var(--ink-2); }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color .12s, border-color .12s; } }
@media (forced-colors: active) {
  button { border-color: ButtonText; }
  button.plain, button.bare { border-color: transparent; }
  :focus-visible { outline-color: Highlight; }
}
`;
