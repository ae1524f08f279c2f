/** What another page of ours wants the side panel to show, when it opens or at once: a note that lost its passage. */
import type { Storage } from 'webextension-polyfill';
import { isText } from '../../core/base/untrusted-fields.ts';

const KEY = 'panel-wish';

export interface PanelRequest {
  ask(note: string): Promise<void>;
  /** Runs it for what was asked, and for what will be; each time once. */
  listen(show: (note: string) => void): void;
}

/** In memory only: a wish does not outlive the browser. */
export function createPanelRequest(
  session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>,
  onChanged: Pick<Storage.Static['onChanged'], 'addListener'>,
): PanelRequest {
  return {
    // A fresh one each time: a value that stays the same would be no change.
    ask: (note) => session.set({ [KEY]: [note, Date.now()] }),
    listen(show) {
      const take = (wish: unknown): void => {
        const note: unknown = Array.isArray(wish) ? wish[0] : undefined;
        if (!isText(note)) return;
        void session.remove(KEY);
        show(note);
      };
      onChanged.addListener((changes, area) => {
        if (area === 'session' && changes[KEY]) take(changes[KEY].newValue);
      });
      session.get(KEY).then(
        (stored) => take(stored[KEY]),
        () => undefined,
      );
    },
  };
}
