import type { PageStatus } from './page-status.ts';
import type { Restriction, Silence } from './restricted-pages.ts';

/** How the tab answered: what its page says, or why there is no page. */
export type TabState =
  /** `byAsking`: its site is read only when asked for, and the reader has asked. */
  | {
      kind: 'page';
      status: PageStatus;
      byAsking?: boolean;
      /** The press on our button let us in, on this page alone: we have no access to its site. */
      hereOnly?: boolean;
    }
  | { kind: 'off' }
  /** Its site is read only when asked for. */
  | { kind: 'asked' }
  | { kind: 'paused'; untilMs: number }
  /** Closed to every extension. `mayBeFile`: or a file, and these are not opened to us. */
  | { kind: 'blocked'; why: Restriction; mayBeFile?: boolean }
  /** The reader has not let us read pages yet. */
  | { kind: 'noAccess' }
  /** A page where nothing of ours answers. `byHand`: we cannot lead to where files are opened to us. */
  | { kind: 'silent'; why: Silence; byHand?: boolean }
  /** What the reader wanted could not be done. */
  | { kind: 'failed'; problem: string }
  | { kind: 'asking' };
