/** Lets another page of the extension ask the side panel to show an orphaned note, now or when it opens. */
import type { Storage } from 'webextension-polyfill';
import { isText } from '../../core/base/untrusted-fields.ts';

const KEY = 'panel-wish';

export interface PanelRequest {
  request(note: string): Promise<void>;
  /** Calls back once for each request, also for one made before. */
  listen(onRequest: (note: string) => void): void;
}

/** In `storage.session`, so that a request does not outlive the browser. */
export function createPanelRequest(
  session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>,
  onChanged: Pick<Storage.Static['onChanged'], 'addListener'>,
): PanelRequest {
  return {
    // The time makes each value new; storing an equal value would fire no change event.
    request: (note) => session.set({ [KEY]: [note, Date.now()] }),
    listen(onRequest) {
      const show = (request: unknown): void => {
        const note: unknown = Array.isArray(request) ? request[0] : undefined;
        if (!isText(note)) return;
        void session.remove(KEY);
        onRequest(note);
      };
      onChanged.addListener((changes, area) => {
        if (area === 'session' && changes[KEY]) show(changes[KEY].newValue);
      });
      session.get(KEY).then(
        (stored) => show(stored[KEY]),
        () => undefined,
      );
    },
  };
}
