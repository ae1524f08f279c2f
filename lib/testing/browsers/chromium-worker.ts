/** The service worker of the extension as Chromium's own list of service workers knows it. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { until } from '../until.ts';

export interface ChromiumWorker {
  isRunning(): Promise<boolean>;
  /** Starts it if it sleeps. Gives the target to attach to. */
  started(): Promise<string>;
  /** Ends it, and resolves when it has ended. */
  stopped(): Promise<void>;
}

interface Version {
  scriptURL: string;
  runningStatus: string;
  status: string;
  targetId?: string;
}

export interface ChromiumWorkerOptions {
  context: BrowserContext;
  /** `chrome-extension://ID/` */
  scope: () => string;
  onError: (text: string) => void;
}

export function createChromiumWorker({ context, scope, onError }: ChromiumWorkerOptions): ChromiumWorker {
  const versions = new Map<string, Version>();
  let listening: { page: Page; session: CDPSession } | null = null;

  /** The list is told to a page; when that one has been closed, to another. */
  async function session(): Promise<CDPSession> {
    if (listening && !listening.page.isClosed()) return listening.session;
    const page = context.pages()[0]!;
    const made = await context.newCDPSession(page);
    versions.clear();
    made.on('ServiceWorker.workerVersionUpdated', (event) => {
      for (const version of event.versions) versions.set(version.versionId, version);
    });
    made.on('ServiceWorker.workerErrorReported', ({ errorMessage: error }) => {
      onError(`background: ${error.errorMessage} ${error.sourceURL}:${error.lineNumber}`);
    });
    await made.send('ServiceWorker.enable');
    listening = { page, session: made };
    return made;
  }

  async function current(): Promise<Version | undefined> {
    const told = await session();
    // An answer comes after all that was told before.
    await told.send('ServiceWorker.setForceUpdateOnPageLoad', { forceUpdateOnPageLoad: false });
    const own = [...versions.values()].filter(
      ({ scriptURL, status }) => scriptURL.startsWith(scope()) && status !== 'redundant',
    );
    return own.at(-1);
  }
  const isRunning = async (): Promise<boolean> => {
    const state = (await current())?.runningStatus;
    return state === 'running' || state === 'starting';
  };

  return {
    isRunning,
    started: () =>
      until(
        async () => {
          const version = await current();
          if (version?.runningStatus === 'running' && version.status === 'activated') return version.targetId;
          if (version?.runningStatus === 'stopped') {
            await (await session()).send('ServiceWorker.startWorker', { scopeURL: scope() });
          }
          return null;
        },
        { what: 'the background to start' },
      ),
    async stopped() {
      if (!(await isRunning())) return;
      const told = await session();
      // It may be started again at once, by somebody who still wants an answer: so its end is what counts.
      const end = new Promise<void>((resolve) => {
        told.on('ServiceWorker.workerVersionUpdated', function look({ versions: changed }): void {
          if (!changed.some((one) => one.scriptURL.startsWith(scope()) && one.runningStatus === 'stopped')) {
            return;
          }
          told.off('ServiceWorker.workerVersionUpdated', look);
          resolve();
        });
      });
      await told.send('ServiceWorker.stopAllWorkers');
      await end;
    },
  };
}
