import { describe, expect, test } from 'vitest';
import { createWelcomeController, type WelcomeParts } from './welcome-controller.ts';

function welcome(changes: Partial<WelcomeParts> = {}) {
  const calls: string[] = [];
  let access = false;
  const controller = createWelcomeController({
    hasAccess: async () => access,
    requestAccess: async () => (access = true),
    commands: async () => [
      { name: '_execute_action', shortcut: 'Alt+Shift+G' },
      { name: 'next-term', shortcut: 'Alt+N' },
      { name: 'previous-term' },
    ],
    openSearch: async () => undefined,
    pinSelection: async () => calls.push('pin') > 1,
    selectFirstSentence: () => void calls.push('select'),
    onChanged: () => void calls.push('changed'),
    ...changes,
  });
  return { controller, calls };
}

describe('the welcome page', () => {
  test('knows nothing at first', () => {
    const { controller } = welcome();
    expect(controller.model()).toEqual({
      access: null,
      keys: { search: '', next: '', previous: '', open: '' },
      searchByHand: false,
    });
  });

  test('shows access and keys', async () => {
    const { controller } = welcome();
    await controller.refresh();
    expect(controller.model()).toMatchObject({
      access: false,
      keys: { search: 'Alt+Shift+G', next: 'Alt+N', previous: '', open: '' },
    });
  });

  test.each<[string, WelcomeParts['commands']]>([
    ['no commands', async () => []],
    ['commands that fail', () => Promise.reject(new Error('not there'))],
  ])('shows access in a browser with %s', async (_, commands) => {
    const { controller } = welcome({ commands });
    await controller.refresh().catch(() => undefined);
    expect(controller.model()).toMatchObject({ access: false, keys: { search: '' } });
  });

  test('shows access that was given', async () => {
    const { controller } = welcome();
    await controller.allow();
    expect(controller.model().access).toBe(true);
  });

  test.each([
    [true, false],
    [false, true],
  ])('if the search opened is %s, is it to be opened by hand: %s', async (opens, byHand) => {
    const openSearch = () => (opens ? Promise.resolve() : Promise.reject(new Error('no')));
    const { controller } = welcome({ openSearch });
    await controller.search();
    expect(controller.model().searchByHand).toBe(byHand);
  });

  test('pins what is selected, else the first sentence', async () => {
    const selected = welcome({ pinSelection: async () => true });
    await selected.controller.pin();
    expect(selected.calls).toEqual([]);
    const { controller, calls } = welcome();
    await controller.pin();
    expect(calls).toEqual(['pin', 'select', 'pin']);
  });
});
