/**
 * Styles of the card's element, as `!important` rules of `:host` in its shadow root: in the cascade these win over all
 * rules of the page, important and inline ones included (https://drafts.csswg.org/css-cascade-5/#cascade-context).
 */
const STYLE: Record<string, string> = {
  // Sets neither `direction` nor `unicode-bidi`, so both follow.
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  left: '0px',
  top: '0px',
  'flex-direction': 'column',
  'max-width': '100vw',
  overflow: 'visible',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  'pointer-events': 'auto',
  'z-index': '2147483647',
};

export interface HostSheet {
  readonly sheet: CSSStyleSheet;
  style(properties: Record<string, string>): void;
  /** Removes all that `style` has set. */
  reset(): void;
}

/** @param display the value of `display`. */
export function createHostSheet(display = 'flex'): HostSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host {} :host::before, :host::after, :host::backdrop { content: none !important; display: none !important; }',
  );
  const rule = sheet.cssRules[0] as CSSStyleRule;
  const style = (properties: Record<string, string>): void => {
    for (const [name, value] of Object.entries(properties)) rule.style.setProperty(name, value, 'important');
  };
  const initial = { ...STYLE, display };
  style(initial);
  return {
    sheet,
    style,
    reset() {
      rule.style.cssText = '';
      style(initial);
    },
  };
}
