import type { PageStatus } from '../../lib/core/sites/page-status.ts';

/**
 * Whether a page is read, as far as it will be. Off it is only until its settings have come, as when a browser that just
 * got us puts the script into open tabs.
 */
export const isSettled = ({ state }: PageStatus): boolean => state !== 'reading' && state !== 'off';

/** Findings of one load of a page. */
export interface Visit {
  /** Hash of the document's outerHTML. */
  hash: string;
  /** Exceptions of the extension, and what the content script itself reports. */
  errors: string[];
  /** Marks where none may be. */
  wrong: string[];
  marks: number;
  /** Longest task of the extension; null if the browser does not tell. */
  longestTaskMs: number | null;
  /** From the parsed document to the first mark; null without marks. */
  firstMarkMs: number | null;
}

export interface Sweeper {
  visit(url: string): Promise<Visit>;
  close(): Promise<void>;
}
