/**
 * How the card's element itself looks, said from inside its shadow root and as important: that outweighs whatever the
 * page says of it, in a sheet or inline, important or not, and whatever an extension that darkens pages writes onto
 * every element. `all` leaves direction alone.
 */
const STYLE: Record<string, string> = {
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
  /** As at the beginning. */
  reset(): void;
}

/** @param display how the card is displayed, if not as `flex`. */
export function createHostSheet(display = 'flex'): HostSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host {} :host::before, :host::after, :host::backdrop { content: none !important; display: none !important; }',
  );
  const rule = sheet.cssRules[0] as CSSStyleRule;
  const style = (properties: Record<string, string>): void => {
    for (const [name, value] of Object.entries(properties)) rule.style.setProperty(name, value, 'important');
  };
  const look = { ...STYLE, display };
  style(look);
  return {
    sheet,
    style,
    reset() {
      rule.style.cssText = '';
      style(look);
    },
  };
}
