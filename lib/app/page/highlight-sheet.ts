import rules from 'virtual:manicule/highlight-rules';

/**
 * The looks of marks for the page's open shadow trees. Firefox does not let the rules of the document in there;
 * Chromium does. Firefox also ends our script without a word when the extension is disabled, and takes away only the
 * rules of the document: a property that they set makes the values here valid, and without it nothing is painted.
 */
export const highlightSheet = import.meta.env.FIREFOX
  ? (): CSSStyleSheet => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules.replaceAll(/^(\s+(?!--)[a-z-]+):/gm, '$1: var(--manicule-highlights)'));
      return sheet;
    }
  : undefined;

/** Firefox ends the content script without notice; the same rules then remove a card that is open. */
export const cardDisplay = import.meta.env.FIREFOX ? 'var(--manicule-card, none)' : 'flex';
