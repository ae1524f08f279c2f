/** Styles that the reader can choose; each has its own highlight names, styled in public/highlights.css. */
export const MARK_STYLES = ['dotted', 'solid', 'wavy', 'tint'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** Name in the page's highlight registry. The page can read it, so it says nothing but the appearance. */
export const highlightName = (kind: string, isDark: boolean, style: MarkStyle = 'dotted'): string =>
  `manicule-${kind}${style === 'dotted' ? '' : `-${style}`}${isDark ? '-dark' : ''}`;
