import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startSession } from '../../lib/app/page/session.ts';

/**
 * The content script: in every frame of every page. It is declared in the manifest by hand (wxt.config.ts),
 * since WXT's own wrapper greets each page with a message that the page can read.
 */
export default defineUnlistedScript(() => {
  // Put into an open tab a second time, as after an update: the newer script goes on alone.
  const running = globalThis as { maniculeSession?: AbortController };
  running.maniculeSession?.abort();
  const session = new AbortController();
  running.maniculeSession = session;
  startSession(session);
});
