/** On or off. */
export const switchCss = `
button.switch { position: relative; width: 38px; height: 24px; min-height: 24px; padding: 0; border: 0; border-radius: 99px; background: var(--ink-2); }
button.switch::after { content: ''; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; width: 18px; height: 18px; border-radius: 50%; background: var(--paper); }
button.switch[aria-checked=true] { background: var(--rubric); }
button.switch[aria-checked=true]::after { inset-inline-start: 17px; }
button.switch:hover { background: var(--ink); }
@media (forced-colors: active) {
  button.switch { border: 1px solid ButtonText; } button.switch::after { background: ButtonText; inset-block-start: 2px; }
  button.switch[aria-checked=true] { background: Highlight; forced-color-adjust: none; }
}
`;

/** The line that says how things stand on a page. */
export const statusCss = `
.status { flex: none; display: flex; gap: 9px; align-items: center; padding: 6px 16px; border-bottom: 1px solid var(--line); font-size: 12.5px; line-height: 1.4; min-height: 44px; }
.dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--ink-2); }
.dot.good { background: var(--good); } .dot.wait { background: var(--wait); } .dot.bad { background: var(--rubric); }
.status [role=status] { text-wrap: balance; }
.status button { flex: none; }
${switchCss}
@media (forced-colors: active) { .dot { forced-color-adjust: none; } }
`;
