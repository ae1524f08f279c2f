/** Sessions of the DevTools protocol: the page's own, and those of targets that Playwright does not show. */
import type { CDPSession } from 'playwright-core';

/** A session, however it was attached. */
export interface Channel {
  send(method: string, params?: object): Promise<unknown>;
}

export interface AttachedTarget extends Channel {
  readonly targetId: string;
  detach(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** A popup or a service worker, over the browser's session. It ends with the target: calls reject then. */
export async function attach(
  browser: CDPSession,
  targetId: string,
  onEvent: (method: string, params: unknown) => void = () => undefined,
): Promise<AttachedTarget> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { method: string; done: (message: Message) => void }>();
  let count = 0;

  const receive = (event: { sessionId: string; message: string }): void => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Message;
    if (message.id === undefined) onEvent(message.method ?? '', message.params);
    else waiting.get(message.id)?.done(message);
  };
  const gone = (event: { sessionId: string }): void => {
    if (event.sessionId !== sessionId) return;
    browser.off('Target.receivedMessageFromTarget', receive);
    browser.off('Target.detachedFromTarget', gone);
    for (const { done } of waiting.values()) done({ error: { message: 'The target is gone.' } });
  };
  browser.on('Target.receivedMessageFromTarget', receive);
  browser.on('Target.detachedFromTarget', gone);

  return {
    targetId,
    async send(method, params = {}) {
      const id = ++count;
      const answer = new Promise<Message>((done) => waiting.set(id, { method, done }));
      await browser.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params }),
      });
      const { error, result } = await answer;
      waiting.delete(id);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    async detach() {
      await browser.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    },
  };
}

interface Evaluation {
  result: { value?: unknown; objectId?: string; subtype?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Evaluates and waits for the promise, if it is one. Works on pages with any policy. */
export async function evaluateIn<T>(channel: Channel, expression: string): Promise<T> {
  const { result } = checked(
    await channel.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
  );
  return result.value as T;
}

/** A handle of what an expression gives; null for null. */
export async function handleIn(channel: Channel, expression: string): Promise<string | null> {
  return checked(await channel.send('Runtime.evaluate', { expression })).result.objectId ?? null;
}

/** Calls a function there on handles, and brings its answer back. */
export async function callIn<T>(channel: Channel, code: string, [first, ...rest]: string[]): Promise<T> {
  const { result } = checked(
    await channel.send('Runtime.callFunctionOn', {
      objectId: first,
      functionDeclaration: `function (...rest) { return (${code})(this, ...rest); }`,
      arguments: rest.map((objectId) => ({ objectId })),
      returnByValue: true,
    }),
  );
  return result.value as T;
}

function checked(answer: unknown): Evaluation {
  const evaluation = answer as Evaluation;
  const { exceptionDetails } = evaluation;
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return evaluation;
}

/** Words of an event that tells of an error, or null for other events. */
export function errorIn(method: string, params: unknown): string | null {
  if (method === 'Runtime.exceptionThrown') {
    const { exceptionDetails: details } = params as {
      exceptionDetails: { text: string; url?: string; exception?: { description?: string } };
    };
    return `${details.text} ${details.exception?.description ?? ''} ${details.url ?? ''}`.trim();
  }
  if (method === 'Runtime.consoleAPICalled') {
    const { type, args } = params as { type: string; args: { value?: unknown; description?: string }[] };
    if (type !== 'error' && type !== 'assert') return null;
    return args.map(({ value, description }) => description ?? String(value)).join(' ');
  }
  if (method === 'Log.entryAdded') {
    const { entry } = params as { entry: { level: string; text: string; url?: string } };
    return entry.level === 'error' ? `${entry.text} ${entry.url ?? ''}`.trim() : null;
  }
  return null;
}
