import { expect, it } from 'vitest';
import { createPanelRequest } from './panel-request.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

function session() {
  const data: Record<string, unknown> = {};
  const listeners: Listener[] = [];
  const tell = (key: string, newValue?: unknown): void => {
    for (const listener of listeners) listener({ [key]: { newValue } }, 'session');
  };
  const area = {
    get: async (key: string) => ({ [key]: data[key] }),
    async set(items: Record<string, unknown>) {
      Object.assign(data, items);
      for (const [key, value] of Object.entries(items)) tell(key, value);
    },
    async remove(key: string) {
      delete data[key];
      tell(key);
    },
  };
  return {
    data,
    tell: (area: string, value: unknown) =>
      listeners.forEach((listener) => listener({ 'panel-wish': { newValue: value } }, area)),
    wish: () =>
      createPanelRequest(area, {
        addListener: (listener: unknown) => listeners.push(listener as Listener),
      }),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('is heard by a panel that opens after it, and by one that is open; each time once', async () => {
  const { wish, data } = session();
  await wish().request('early');
  const shown: string[] = [];
  wish().listen((note) => shown.push(note));
  await settled();
  expect([shown, data]).toEqual([['early'], {}]);
  await wish().request('late');
  await wish().request('late');
  expect([shown, data]).toEqual([['early', 'late', 'late'], {}]);
});

it('passes over what is no wish', async () => {
  const { wish, tell, data } = session();
  data['panel-wish'] = 'odd';
  const shown: string[] = [];
  wish().listen((note) => shown.push(note));
  await settled();
  tell('session', [7]);
  tell('local', ['elsewhere', 1]);
  expect(shown).toEqual([]);
});
