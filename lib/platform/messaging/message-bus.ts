/** Messages between the parts of the extension: one envelope there, one envelope back. */
import type { Runtime, Tabs } from 'webextension-polyfill';
import { failureOf, isFailureCode, type FailureCode } from '../../core/i18n/error-text.ts';
import type { Problem } from '../../core/base/result.ts';
import { validate } from '../../core/base/validate.ts';
import type {
  Answer,
  BackgroundMessages,
  MessageMap,
  MessageTable,
  PageMessages,
  Params,
} from '../../core/protocol/messages.ts';
import { pageMessages } from '../../core/protocol/page-messages.ts';
import {
  createAsker,
  mayAsk,
  mayAskAbout,
  NotAllowedError,
  type Asker,
  type MessageSender,
} from '../../core/protocol/sender-policy.ts';

export interface Envelope {
  name: string;
  params: unknown;
}

export type Reply =
  { ok: true; result: unknown } | { ok: false; error: { message: string; code?: FailureCode } };

export type MessageRuntime = Pick<Runtime.Static, 'id' | 'getURL' | 'sendMessage' | 'onMessage'>;
export type MessageTabs = Pick<Tabs.Static, 'sendMessage'>;

/**
 * `refused`: the other side answered that it cannot, and says why. `unanswered`: nobody answered, as while a
 * background is being restarted. `gone`: this script outlived its extension, which was updated or removed.
 */
export type MessageErrorKind = 'refused' | 'unanswered' | 'gone';

export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly kind: MessageErrorKind;
  /** Key of the text in the reader's language; null if there is only the message. */
  readonly code: FailureCode | null;

  constructor(kind: MessageErrorKind, message: string, code: FailureCode | null = null) {
    super(message);
    this.kind = kind;
    this.code = kind === 'refused' ? code : kind;
  }
}

type Background = BackgroundMessages;
type Page = PageMessages;

export interface Patience {
  /** Times to repeat after the first (6). */
  retries?: number;
  /** Before the first repeat (250); each later wait is twice as long, at most four seconds. */
  delayMs?: number;
  signal?: AbortSignal;
}

export interface Sender {
  /** @throws MessageError */
  send<N extends keyof Background>(name: N, params: Params<Background, N>): Promise<Answer<Background, N>>;
  /**
   * Repeats while nobody answers. Only for messages that change nothing when they arrive twice.
   * @throws MessageError when refused, gone, stopped by the signal, or still unanswered at the end.
   */
  sendUntilAcknowledged<N extends keyof Background>(
    name: N,
    params: Params<Background, N>,
    patience?: Patience,
  ): Promise<Answer<Background, N>>;
}

/** Longer than the notes database may take to answer, so that its own words arrive. */
const ANSWER_WITHIN_MS = 20_000;
const MAX_DELAY_MS = 4000;

export function createSender(
  runtime: Pick<MessageRuntime, 'id' | 'sendMessage'>,
  answerWithinMs = ANSWER_WITHIN_MS,
): Sender {
  const send: Sender['send'] = async (name, params) => {
    const reply = await ask(() => runtime.sendMessage({ name, params }), answerWithinMs).catch(
      (error: unknown) => {
        throw isGone(runtime, error) ? new MessageError('gone', GONE) : error;
      },
    );
    return reply as Answer<Background, typeof name>;
  };

  const sendUntilAcknowledged: Sender['sendUntilAcknowledged'] = async (name, params, patience = {}) => {
    const { retries = 6, delayMs = 250, signal } = patience;
    for (let left = retries, wait = delayMs; ; left--, wait = Math.min(2 * wait, MAX_DELAY_MS)) {
      try {
        return await send(name, params);
      } catch (error) {
        const worthwhile = error instanceof MessageError && error.kind === 'unanswered';
        if (!worthwhile || left <= 0 || signal?.aborted) throw error;
        await pause(wait, signal);
        if (signal?.aborted) throw error;
      }
    }
  };

  return { send, sendUntilAcknowledged };
}

/**
 * Asks the content script of a tab: of one frame, or of all with the first answer taken.
 * @throws MessageError, `unanswered` where no content script runs, or one answers with what is no answer.
 */
export async function sendToTab<N extends keyof Page>(
  tabs: MessageTabs,
  tabId: number,
  name: N,
  params: Params<Page, N>,
  frameId?: number,
): Promise<Answer<Page, N>> {
  const target = frameId === undefined ? {} : { frameId };
  const answer = await ask(() => tabs.sendMessage(tabId, { name, params }, target), ANSWER_WITHIN_MS);
  const { [name]: row }: MessageTable<Page> = pageMessages;
  const parsed = validate(row.answer, answer);
  if (!parsed.ok) throw new MessageError('unanswered', `${name}: ${sentences(parsed.problems)}`);
  return parsed.value;
}

export type Handlers<M extends MessageMap<M>> = {
  [N in keyof M]: (params: Params<M, N>, asker: Asker) => Answer<M, N> | Promise<Answer<M, N>>;
};

/** Answers the messages that have a handler here, and leaves others to others. The answer ends it. */
export function handle<M extends MessageMap<M>>(
  runtime: MessageRuntime,
  table: MessageTable<M>,
  handlers: Partial<Handlers<M>>,
): () => void {
  async function answer(name: keyof M, params: unknown, sender: MessageSender): Promise<Reply> {
    try {
      const row = table[name];
      const asker = createAsker(sender, runtime.getURL(''));
      if (!mayAsk(row.policy, asker)) throw new NotAllowedError(name);
      const parsed = validate(row.params, params);
      if (!parsed.ok) return refusal(`${String(name)}: ${sentences(parsed.problems)}`);
      if (!mayAskAbout(row.policy, parsed.value, asker)) throw new NotAllowedError(name);
      const result = await handlers[name]!(parsed.value, asker);
      if (asker.isExtensionPage || row.policy.from === 'extension') return { ok: true, result };
      // To a content script goes what the table names, and nothing that a handler left in by mistake.
      const checked = validate(row.answer, result);
      return checked.ok ? { ok: true, result: checked.value } : refusal(`${String(name)}: no answer.`);
    } catch (error) {
      const failure = failureOf(error);
      const text = error instanceof Error ? error.message : String(error);
      return refusal(text, 'code' in failure ? failure.code : undefined);
    }
  }

  // With sendResponse and `true`: the one form that every browser, polyfill and fake understands.
  const listener = (
    message: unknown,
    sender: MessageSender,
    sendResponse: (reply: Reply) => void,
  ): true | undefined => {
    if (sender.id !== runtime.id || !isEnvelope(message) || !Object.hasOwn(handlers, message.name)) return;
    void answer(message.name as keyof M, message.params, sender).then(sendResponse);
    return true;
  };
  const registered = listener as Runtime.OnMessageListenerCallback;
  runtime.onMessage.addListener(registered);
  return () => runtime.onMessage.removeListener(registered);
}

const sentences = (problems: readonly Problem[]): string => problems.map(({ message }) => message).join(' ');

const refusal = (message: string, code?: FailureCode): Reply => ({
  ok: false,
  error: { message, ...(code && { code }) },
});

const UNANSWERED = 'The extension did not answer.';
const GONE = 'The extension was updated or removed. Reload the page to go on.';

async function ask(sendMessage: () => Promise<unknown>, answerWithinMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerWithinMs);
  });
  let reply: unknown;
  try {
    reply = await Promise.race([sendMessage(), silence]);
  } catch (error) {
    throw new MessageError('unanswered', error instanceof Error ? error.message : UNANSWERED);
  } finally {
    clearTimeout(timer);
  }
  if (!isReply(reply)) throw new MessageError('unanswered', UNANSWERED);
  if (!reply.ok) {
    const { message, code } = reply.error;
    throw new MessageError('refused', message, isFailureCode(code) ? code : null);
  }
  return reply.result;
}

/** Chromium removes the id with the extension; reading it may also throw. */
function isGone(runtime: Pick<MessageRuntime, 'id'>, error: unknown): boolean {
  if (error instanceof MessageError && /context invalidated/i.test(error.message)) return true;
  try {
    return !runtime.id;
  } catch {
    return true;
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isEnvelope = (message: unknown): message is Envelope =>
  isObject(message) && typeof message['name'] === 'string';

function isReply(reply: unknown): reply is Reply {
  if (!isObject(reply)) return false;
  if (reply['ok'] === true) return true;
  const error = reply['error'];
  return reply['ok'] === false && isObject(error) && typeof error['message'] === 'string';
}
