import type { PageStatus } from './page-status.ts';
import type { Restriction, Silence } from './restricted-pages.ts';

/** The status of the tab's page, or why there is none. */
export type TabState =
  /** `byAsking`: the site is read only on request, and the reader requested it. */
  | {
      kind: 'page';
      status: PageStatus;
      byAsking?: boolean;
      /** A click on the toolbar button granted access to this page alone (`activeTab`), not to its site. */
      hereOnly?: boolean;
    }
  | { kind: 'off' }
  /** The site is read only on request. */
  | { kind: 'asked' }
  | { kind: 'paused'; untilMs: number }
  /** Closed to every extension. `mayBeFile`: or a local file without access to files. */
  | { kind: 'blocked'; why: Restriction; mayBeFile?: boolean }
  /** The permission to read pages is not granted yet. */
  | { kind: 'noAccess' }
  /** No content script answers. `byHand`: the browser lets no extension open the page that grants access to files. */
  | { kind: 'silent'; why: Silence; byHand?: boolean }
  /** The reader's last action failed. */
  | { kind: 'failed'; problem: string }
  | { kind: 'asking' };
