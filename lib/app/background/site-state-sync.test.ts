/** Rules of sites, as they reach tabs, icons and alarms. */
import { describe, expect, it, vi } from 'vitest';
import { NO_OUTLINE } from '../../core/notes/page-notes-outline.ts';
import { createSiteRules } from '../../platform/storage/local-settings.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { fakeTabs, i18n } from '../../testing/fake-tabs.ts';
import { createSiteStates } from './site-state-sync.ts';

const STATUS = { textLength: 0, terms: [], notes: 0, problem: null };

describe('site states', () => {
  function parts() {
    const storage = createFakeStorage();
    const rules = createSiteRules(storage);
    const tabs = fakeTabs();
    const alarms = { create: vi.fn(), clear: vi.fn(async () => true) };
    const action = { setIcon: vi.fn(async () => undefined), setTitle: vi.fn(async () => undefined) };
    const clock = { nowMs: 1000 };
    const states = createSiteStates({ rules, tabs, alarms, action, i18n, nowMs: () => clock.nowMs });
    return { rules, tabs, alarms, action, clock, states };
  }
  const setActive = (id: number, active: boolean) => [id, { name: 'page.setActive', params: { active } }, {}];

  it('takes the marks down in every tab of a site switched off, and shows it', async () => {
    const { tabs, action, alarms, states } = parts();
    await states.rulesChanged({ 'example.org': 'off', 'same.org': 'off' }, { 'same.org': 'off' });
    expect(tabs.sendMessage.mock.calls).toEqual([1, 2, 6].map((id) => setActive(id, false)));
    expect(action.setIcon).toHaveBeenCalledWith({
      tabId: 1,
      path: { 16: '/icon/off-16.png', 32: '/icon/off-32.png' },
    });
    expect(action.setTitle).toHaveBeenCalledWith({ tabId: 2, title: '«actionOff»' });
    expect(alarms.create).not.toHaveBeenCalled();
  });

  it('goes on when the rule is gone', async () => {
    const { tabs, action, alarms, states } = parts();
    await states.rulesChanged({}, { 'other.org': { pausedUntilMs: 9000 } });
    expect(tabs.sendMessage.mock.calls).toEqual([setActive(3, true)]);
    expect(action.setIcon).toHaveBeenCalledWith({
      tabId: 3,
      path: { 16: '/icon/16.png', 32: '/icon/32.png' },
    });
    expect(alarms.clear).toHaveBeenCalledWith('pause:other.org');
  });

  it('ends a pause by an alarm', async () => {
    const { rules, tabs, action, alarms, clock, states } = parts();
    rules.watch((now, before) => void states.rulesChanged(now, before));
    await rules.set('other.org', { pausedUntilMs: 9000 }, clock.nowMs);
    await vi.waitFor(() => expect(action.setIcon).toHaveBeenCalledTimes(1));
    expect(tabs.sendMessage.mock.calls).toEqual([setActive(3, false)]);
    expect(alarms.create).toHaveBeenCalledWith('pause:other.org', { when: 9000 });

    clock.nowMs = 9000;
    await states.alarmRang('pause:other.org');
    expect(tabs.sendMessage.mock.lastCall).toEqual(setActive(3, true));
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 3, title: '«extensionName»' });
  });

  it('covers what lies below a host, and leaves what has a rule of its own', async () => {
    const { tabs, action, states } = parts();
    await states.rulesChanged({ org: 'asked', 'other.org': 'on' }, { 'other.org': 'on' });
    expect(tabs.sendMessage.mock.calls).toEqual([1, 2, 6].map((id) => setActive(id, false)));
    expect(action.setTitle).toHaveBeenCalledWith({ tabId: 1, title: '«actionAsked»' });
  });

  it('the command switches a site off and on again, and asks where pages are read only when asked', async () => {
    const { rules, tabs, states } = parts();
    const there = { id: 3, url: 'https://other.org/' };
    await states.toggle(there);
    expect(await rules.get()).toEqual({ 'other.org': 'off' });
    await states.toggle(there);
    expect(await rules.get()).toEqual({});
    await states.toggle({ id: 3 });
    await states.toggle({ id: 3, url: 'about:blank' });
    expect(tabs.sendMessage).not.toHaveBeenCalled();
    const asked = { id: 4, url: 'https://docs.google.com/d' };
    for (const state of ['asked', 'on']) {
      tabs.sendMessage.mockImplementation(async (_tab, message) => ({
        ok: true,
        result:
          (message as { name: string }).name === 'page.report'
            ? { status: { ...STATUS, state }, outline: NO_OUTLINE }
            : { done: true },
      }));
      await states.toggle(asked);
    }
    const names = tabs.sendMessage.mock.calls.map(([, message]) => (message as { name: string }).name);
    expect(names).toEqual(['page.report', 'page.readNow', 'page.report', 'page.setActive']);
    expect(await rules.get()).toEqual({});
  });

  it('sets an alarm that rang too early again', async () => {
    const { rules, tabs, alarms, clock, states } = parts();
    await rules.set('other.org', { pausedUntilMs: 9000 }, clock.nowMs);
    clock.nowMs = 8999;
    await states.alarmRang('pause:other.org');
    await states.alarmRang('something-else');
    expect(alarms.create.mock.calls).toEqual([['pause:other.org', { when: 9000 }]]);
    expect(tabs.sendMessage).not.toHaveBeenCalled();
  });

  it('sets the alarms of pauses again at a start', async () => {
    const { rules, alarms, states } = parts();
    await rules.set('a.org', { pausedUntilMs: 9000 }, 0);
    await rules.set('b.org', 'off', 0);
    await states.schedule();
    expect(alarms.create.mock.calls).toEqual([['pause:a.org', { when: 9000 }]]);
  });

  it('minds no tab that is gone', async () => {
    const { action, tabs, states } = parts();
    action.setIcon.mockRejectedValue(new Error('No tab with id: 7.'));
    tabs.sendMessage.mockRejectedValue(new Error('No tab'));
    await expect(states.showIcon(7, 'paused')).resolves.toBeUndefined();
    await expect(states.rulesChanged({ 'other.org': 'off' }, {})).resolves.toBeUndefined();
  });
});
