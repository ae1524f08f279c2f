import { expect, it, onTestFinished } from 'vitest';
import { createNotesChannel, type NotesChange } from './notes-channel.ts';

function signal(name: string) {
  const made = createNotesChannel(name);
  onTestFinished(() => made.close());
  return made;
}

it('tells every other page of a change, not itself, until it stops listening', async () => {
  const [sender, hearer, other] = [signal('s1'), signal('s1'), signal('s1')];
  const heard: NotesChange[] = [];
  sender.listen(() => heard.push({ ids: ['by itself'], pages: [] }));
  const stop = hearer.listen((change) => heard.push(change));
  const arrived = () => new Promise<NotesChange>((resolve) => other.listen(resolve));
  const first = arrived();
  sender.notify({ ids: ['a'], pages: ['https://example.org/'] });
  await first;
  stop();
  const second = arrived();
  sender.notify({ ids: ['b'], pages: [] });
  await second;
  expect(heard).toEqual([{ ids: ['a'], pages: ['https://example.org/'] }]);
});

it('passes over what is no change', async () => {
  const hearer = signal('s2');
  const channel = new BroadcastChannel('s2');
  onTestFinished(() => channel.close());
  const heard = new Promise((resolve) => hearer.listen(resolve));
  channel.postMessage('noise');
  channel.postMessage({ ids: ['a', 5], pages: [] });
  expect(await heard).toEqual({ ids: ['a'], pages: [] });
});
