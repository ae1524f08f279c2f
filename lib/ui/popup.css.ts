import { baseCss } from './base.css.ts';
import { cardBodyCss } from './card.css.ts';
import { tokensFor } from './tokens.ts';

export const popupCss = `
${tokensFor(':root')}
${baseCss}
${cardBodyCss}
html, body { margin: 0; width: 400px; background: var(--paper); color: var(--ink); font: 14px/1.5 var(--sans); }
.popup { display: flex; flex-direction: column; max-height: 580px; }
input.search {
  flex: none; font-size: 16px; line-height: 1.4; padding: 12px 14px; border: 0; border-bottom: 1px solid var(--line); border-radius: 0;
}
input.search:focus-visible { outline: 2px solid var(--pin); outline-offset: -2px; }
.popup ul { list-style: none; margin: 0; padding: 0; overflow: auto; min-height: 0; flex: 1 1 auto; scrollbar-width: thin; }
.popup li { display: grid; grid-template-columns: 1fr auto; gap: 1px 10px; padding: 9px 14px; border-bottom: 1px solid var(--line); cursor: pointer; align-items: baseline; }
.popup li[aria-selected=true] { background: var(--rubric-wash); box-shadow: inset 3px 0 0 var(--rubric); }
.popup li .t { font-weight: 600; overflow-wrap: anywhere; }
.popup li .note-head { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.popup li .pin { color: var(--pin); }
.popup li .d { grid-column: 1 / -1; color: var(--ink-2); font-size: 13px; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
mark { background: none; color: var(--rubric); font-weight: 700; }
.popup .d mark { font-weight: 600; }
.status { flex: none; display: flex; gap: 10px; align-items: center; padding: 7px 14px; border-bottom: 1px solid var(--line); font-size: 12.5px; min-height: 44px; }
.grow { flex: 1; }
.dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--ink-2); }
.dot.good { background: var(--good); } .dot.wait { background: var(--wait); } .dot.bad { background: var(--rubric); }
button.switch { position: relative; flex: none; width: 40px; height: 24px; min-height: 24px; padding: 0; border: 0; border-radius: 99px; background: var(--ink-2); }
button.switch::after { content: ''; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; width: 18px; height: 18px; border-radius: 50%; background: var(--paper); }
button.switch[aria-checked=true] { background: var(--rubric); }
button.switch[aria-checked=true]::after { inset-inline-start: 19px; }
button.switch:hover { background: var(--ink); }
.empty { padding: 18px 14px; color: var(--ink-2); }
.hint { flex: none; padding: 8px 14px; display: flex; gap: 14px; background: var(--paper-2); font-size: 12.5px; color: var(--ink-2); border-top: 1px solid var(--line); }
kbd { font: 11px/1 ui-monospace, monospace; border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: 4px; padding: 2px 5px; }
.popup .card { width: auto; max-height: 500px; border: 0; border-radius: 0; box-shadow: none; }
.popup .notice { padding: 6px 14px; }
@media (forced-colors: active) { .popup li[aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px; } button.switch { border: 1px solid ButtonText; } button.switch::after { background: ButtonText; } }
`;
