import type { RefusedWhy, Trouble } from '../../core/sync/sync-status.ts';
import type { SyncAccount } from '../../core/sync/sync-record.ts';

export class SyncProblem extends Error {
  override readonly name = 'SyncProblem';
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble.kind === 'offline' ? 'offline' : trouble.why, { cause });
    this.trouble = trouble;
  }
}

export interface ServerFetch {
  fetch: typeof globalThis.fetch;
  /** The failure of the last request that failed; PouchDB hides it. */
  trouble(): Trouble | null;
}

const TIMEOUT_MS = 60_000;

/** Sends the password in a header, no cookies and no referrer; follows no redirect. */
export function createServerFetch(
  { user, password }: Pick<SyncAccount, 'user' | 'password'>,
  signal?: AbortSignal,
): ServerFetch {
  let trouble: Trouble | null = null;
  return {
    trouble: () => trouble,
    async fetch(input, init = {}) {
      const headers = new Headers(init.headers);
      if (user !== '') headers.set('Authorization', `Basic ${base64(`${user}:${password}`)}`);
      const signals = [AbortSignal.timeout(TIMEOUT_MS), signal, init.signal].filter((s) => !!s);
      let response: Response;
      try {
        response = await fetch(input, {
          ...init,
          headers,
          signal: AbortSignal.any(signals),
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          // The reader has agreed to this server only.
          redirect: 'manual',
        });
      } catch (error) {
        trouble = { kind: 'offline' };
        throw error;
      }
      const why = whyOf(response);
      if (why !== null) trouble = { kind: 'refused', why };
      // PouchDB cannot read an answer without a status.
      if (why === 'moved') throw new SyncProblem({ kind: 'refused', why });
      return response;
    },
  };
}

/** Null for an answer that sync can go on with, 404 included. */
function whyOf({ status, type }: Response): RefusedWhy | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304)) return 'moved';
  if (status === 401) return 'password';
  if (status === 403) return 'forbidden';
  if (status === 413 || status === 507) return 'full';
  return status === 408 || status === 429 || status >= 500 ? 'server' : null;
}

/** Base64 of the UTF-8 bytes, as RFC 7617 recommends for Basic authentication. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
