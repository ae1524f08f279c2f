/** The messages by name, as types: senders and handlers see these, and carry no schema. */
import type * as v from 'valibot';
import type { backgroundMessages } from './background-messages.ts';
import type { MessageRow } from './message-row.ts';
import type { pageMessages } from './page-messages.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Rows take params of any type.
type AnyRow = MessageRow<any>;
type MessagesOf<T extends Record<string, AnyRow>> = {
  [N in keyof T]: { params: v.InferOutput<T[N]['params']>; result: v.InferOutput<T[N]['answer']> };
};

/** Sent to the background by content scripts, popup, panel and library. */
export type BackgroundMessages = MessagesOf<typeof backgroundMessages>;
/** Sent to a content script by the background and the extension's pages. */
export type PageMessages = MessagesOf<typeof pageMessages>;

/** The parts of the background that answer. */
export type AnsweringPart = (typeof backgroundMessages)[keyof BackgroundMessages]['by'];
/** The messages that one part of the background answers. */
export type MessagesBy<By extends AnsweringPart> = Pick<
  BackgroundMessages,
  {
    [N in keyof BackgroundMessages]: (typeof backgroundMessages)[N]['by'] extends By ? N : never;
  }[keyof BackgroundMessages]
>;

/** The shape of every map of messages. */
export type MessageMap<M> = { [N in keyof M]: { params: unknown; result: unknown } };
export type Params<M extends MessageMap<M>, N extends keyof M> = M[N]['params'];
export type Answer<M extends MessageMap<M>, N extends keyof M> = M[N]['result'];
/** The table that a map of messages comes from. */
export type MessageTable<M extends MessageMap<M>> = {
  readonly [N in keyof M]: MessageRow<Params<M, N>, Answer<M, N>>;
};
