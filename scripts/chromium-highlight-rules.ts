/**
 * Puts the `::highlight` rules on the root alone. In Chromium elements inherit their highlights from there, while rules
 * for all elements are matched against each one whenever the page changes. Firefox does not inherit them (MARK-04).
 */
export const scopeHighlightsToRoot = (rules: string): string =>
  rules.replaceAll('::highlight(', ':root::highlight(');
