import type { Result } from '../base/result.ts';
import type { MessageMap, Params } from './messages.ts';

/** The fields of a browser's `MessageSender` that decide anything. */
export interface MessageSender {
  id?: string;
  url?: string;
  /** Of the document that sends, also if it has no address (`about:blank`, `srcdoc`). */
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string; incognito?: boolean };
}

/** What arrives is checked, even though it comes from our own scripts: a page's process may be taken over. */
export type Guards<M extends MessageMap<M>> = {
  [N in keyof M]: (params: unknown) => Result<Params<M, N>>;
};
