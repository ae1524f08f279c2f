/** A Marionette session, and what it can do in Firefox's own window. */
import type { Marionette } from './marionette.ts';

export interface FirefoxSession {
  send(name: string, params?: object): Promise<unknown>;
  /** The body of a function in the page; `arguments` are there, a promise is waited for. */
  inPage<T>(body: string, args?: readonly unknown[], sandbox?: 'system'): Promise<T>;
  /** The same in the browser's window, with all its powers. */
  inChrome<T>(body: string, args?: readonly unknown[]): Promise<T>;
  /** Key actions as they arrive at the window: shortcuts of extensions hear them. */
  chromeKeys(actions: readonly object[]): Promise<void>;
}

export function createFirefoxSession(marionette: Marionette): FirefoxSession {
  let line: Promise<unknown> = Promise.resolve();
  /** One at a time: the context is a state of the session. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work, work);
    line = done.catch(() => undefined);
    return done;
  }
  async function inContext<T>(value: 'chrome' | 'content', work: () => Promise<T>): Promise<T> {
    if (value === 'content') return work();
    await marionette.send('Marionette:SetContext', { value });
    try {
      return await work();
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }
  const execute = async <T>(script: string, args: readonly unknown[], more: object): Promise<T> => {
    const answer = await marionette.send('WebDriver:ExecuteScript', { script, args, ...more });
    return (answer as { value: T }).value;
  };

  return {
    send: (name, params) => inTurn(() => marionette.send(name, params)),
    inPage: (body, args = [], sandbox) => inTurn(() => execute(body, args, sandbox ? { sandbox } : {})),
    inChrome: (body, args = []) => inTurn(() => inContext('chrome', () => execute(body, args, {}))),
    chromeKeys: (actions) =>
      inTurn(() =>
        inContext('chrome', async () => {
          await marionette.send('WebDriver:PerformActions', {
            actions: [{ type: 'key', id: 'keyboard', actions }],
          });
          await marionette.send('WebDriver:ReleaseActions');
        }),
      ),
  };
}
