import { conflictsCss } from '../conflicts.css.ts';
import { baseCss } from '../base.css.ts';
import { cardBodyCss } from '../card.css.ts';
import { statusCss } from '../status.css.ts';
import { tokensFor } from '../tokens.ts';

export const panelCss = `
${tokensFor((more = '') => `:root${more}`)}
${baseCss}
${conflictsCss}
${cardBodyCss}
${statusCss}
html, body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 14px/1.5 var(--sans); }
.panel { max-width: 620px; margin-inline: auto; padding-block-end: 40px; }
.panel > .status { position: sticky; top: 0; z-index: 2; background: var(--paper); }
.panel section { padding: 18px 16px 0; }
.panel h2 { display: flex; align-items: baseline; gap: 8px; font-size: 12.5px; color: var(--ink-2); }
.panel h2 .n { font-weight: 400; font-variant-numeric: tabular-nums; }
.panel .lead, .panel .none { margin-block-start: 4px; color: var(--ink-2); font-size: 13px; text-wrap: pretty; }
.panel ul { list-style: none; margin: 6px 0 0; padding: 0; }
.panel .term { display: grid; grid-template-columns: 1fr auto auto; align-items: center; gap: 0 4px; border-bottom: 1px solid var(--line); }
.panel .term:last-child { border-bottom: 0; }
.panel .term .go { display: block; width: 100%; text-align: start; border-color: transparent; border-radius: 7px; padding: 8px 6px; margin-inline-start: -6px; }
.panel .term .name { font: 600 15px/1.35 var(--serif); overflow-wrap: anywhere; }
.panel .term .original { font-weight: 400; font-size: 13.5px; color: var(--ink-2); }
.panel .term .times { color: var(--ink-2); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.panel .term .steps { display: flex; gap: 4px; }
.panel .term .steps button { padding: 2px; border-color: var(--line); }
.panel .pinned { position: relative; margin-block: 10px 0; padding: 10px 12px; border: 1px solid var(--line); border-inline-start: 3px solid var(--pin); border-radius: 8px; background: var(--paper-2); }
.panel .pinned.lost { border-inline-start-style: dotted; }
.panel .pinned .note { border: 0; padding: 0; margin: 0; background: none; }
.panel .acts:empty { display: none; }
.panel .acts { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 8px; }
.panel .hint { padding: 0; background: none; border: 0; display: block; color: var(--wait); font-size: 12.5px; }
.panel .said { position: sticky; inset-block-end: 0; padding: 9px 16px; background: var(--pin-wash); color: var(--ink); font-size: 13px; border-block-start: 1px solid var(--line); }
.panel .said:empty { display: none; }
.panel .said.bad { background: var(--rubric-wash); }
@media (forced-colors: active) { .panel .pinned { border-inline-start-color: Highlight; } }
`;
