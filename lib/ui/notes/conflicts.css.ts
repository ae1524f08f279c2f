/** Two versions of a note, side by side where there is room. */
export const conflictsCss = `
.versions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr)); gap: 12px; }
.version { display: flex; flex-direction: column; gap: 8px; padding: 12px 14px; background: var(--paper); border: 1px solid var(--line); border-inline-start: 3px solid var(--pin); border-radius: 7px; }
.version .text { max-height: 12em; overflow: auto; flex: 1; }
.version .hint { overflow-wrap: anywhere; }
.conflict { display: grid; gap: 12px; }
.conflict + .conflict { border-top: 1px solid var(--line); padding-top: 16px; margin-top: 18px; }
.conflict h3 { overflow-wrap: anywhere; }
`;
