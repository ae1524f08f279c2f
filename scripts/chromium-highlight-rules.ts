const ROOT_PROPERTIES = /^:root \{[^}]*\}\n/m;

/**
 * The rules of the marks for Chromium. `::highlight` rules stand on the root alone: elements inherit their highlights from
 * there, while rules for all elements are matched against each one whenever the page changes. Firefox does not inherit them
 * (MARK-04). The properties of the root, which only Firefox needs, would tell every page of the extension (WALL-05).
 */
export function chromiumHighlightRules(rules: string): string {
  if (!ROOT_PROPERTIES.test(rules)) throw new Error('The sheet of the marks has no rule of the root.');
  return rules.replace(ROOT_PROPERTIES, '').replaceAll('::highlight(', ':root::highlight(');
}
