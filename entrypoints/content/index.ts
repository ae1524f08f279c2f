import './highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSession } from './session.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main(ctx) {
    startSession(ctx.signal);
  },
});
