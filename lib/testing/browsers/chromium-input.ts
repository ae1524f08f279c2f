/** Keys for a page or a popup of Chromium. */
import type { Channel } from './cdp.ts';
import { chromiumKeys, parseShortcut, type Shortcut } from './keys.ts';

async function send(channel: Channel, shortcut: Shortcut): Promise<void> {
  for (const event of chromiumKeys(shortcut)) await channel.send('Input.dispatchKeyEvent', event);
}

export const pressIn = (channel: Channel, shortcut: string): Promise<void> =>
  send(channel, parseShortcut(shortcut));

/** Key by key where there is such a key, the rest as an input method would put it in. */
export async function typeIn(channel: Channel, text: string): Promise<void> {
  for (const key of text) {
    if (/[a-z0-9 ]/i.test(key)) {
      await send(channel, { modifiers: /[A-Z]/.test(key) ? ['Shift'] : [], key });
    } else await channel.send('Input.insertText', { text: key });
  }
}

export async function clickIn(channel: Channel, x: number, y: number): Promise<void> {
  const event = { x, y, button: 'left', clickCount: 1 };
  await channel.send('Input.dispatchMouseEvent', { ...event, type: 'mouseMoved', button: 'none' });
  await channel.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' });
  await channel.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' });
}
