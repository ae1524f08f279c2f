/** How marks look: a fixed set. Each has highlight names of its own, styled in public/highlights.css. */
export const MARK_STYLES = ['dotted', 'solid', 'wavy', 'tint'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** `ask`: several senses stay possible. */
export type MarkAppearance = 'term' | 'ask';

/** Registry name of a look. They are shared with the page and tell it nothing but the look. */
export const highlightName = (look: string, dark: boolean, style: MarkStyle = 'dotted'): string =>
  `manicule-${look}${style === 'dotted' ? '' : `-${style}`}${dark ? '-dark' : ''}`;
