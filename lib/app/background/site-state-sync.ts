/** Makes what the reader decided for a site true in its tabs: their marks, their icon, the end of a pause. */
import type { Action, Alarms, I18n, Tabs } from 'webextension-polyfill';
import { siteHost } from '../../core/sites/page-address.ts';
import { siteState, stateOf, type SiteState } from '../../core/sites/site-rule.ts';
import { sendToTab } from '../../platform/messaging/message-bus.ts';
import type { SiteRules, SiteRulesStore } from '../../platform/storage/local-settings.ts';

export interface SiteStatesParts {
  rules: SiteRulesStore;
  tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
  alarms: Pick<Alarms.Static, 'create' | 'clear'>;
  action: Pick<Action.Static, 'setIcon' | 'setTitle'>;
  i18n: Pick<I18n.Static, 'getMessage'>;
  nowMs: () => number;
}

export interface SiteStates {
  /** Callback for `SiteRulesStore.watch`. */
  rulesChanged(rules: SiteRules, before: SiteRules): Promise<void>;
  /** Callback for `alarms.onAlarm`. */
  alarmRang(name: string): Promise<void>;
  /** Sets the alarms of all pauses again; browsers may forget them at a restart. */
  schedule(): Promise<void>;
  showIcon(tabId: number, state: SiteState): Promise<void>;
  /**
   * Runs the command that switches this site off or on. If pages are read only on request, it requests the page, and
   * the next time withdraws that.
   */
  toggle(tab: { id?: number | undefined; url?: string | undefined }): Promise<void>;
}

const ALARM = 'pause:';

const ICONS: Record<SiteState, string> = { on: '', off: 'off-', asked: 'asked-', paused: 'paused-' };
const TITLES: Record<SiteState, string> = {
  on: 'extensionName',
  off: 'actionOff',
  asked: 'actionAsked',
  paused: 'actionPaused',
};

export function createSiteStates(parts: SiteStatesParts): SiteStates {
  const { rules, tabs, alarms, action, i18n, nowMs } = parts;

  /** A tab may be closed at any moment: what cannot be shown there is not missed. */
  async function showIcon(tabId: number, state: SiteState): Promise<void> {
    const path = Object.fromEntries([16, 32].map((size) => [size, `/icon/${ICONS[state]}${size}.png`]));
    await Promise.allSettled([
      action.setIcon({ tabId, path }),
      action.setTitle({ tabId, title: i18n.getMessage(TITLES[state]) }),
    ]);
  }

  /** Sets the icon of every tab whose site state changed, and tells its content script. */
  async function apply(
    current: SiteRules,
    wasOtherwise: (host: string, now: SiteState) => boolean,
  ): Promise<void> {
    const open = await tabs.query({}).catch(() => []);
    await Promise.allSettled(
      open.flatMap(({ id, url }) => {
        const host = url === undefined ? null : siteHost(url);
        if (id === undefined || host === null) return [];
        const state = stateOf(current, host, nowMs());
        if (!wasOtherwise(host, state)) return [];
        return [sendToTab(tabs, id, 'page.setActive', { active: state === 'on' }), showIcon(id, state)];
      }),
    );
  }

  async function setAlarm(host: string, current: SiteRules): Promise<void> {
    const rule = current[host];
    if (typeof rule === 'object' && rule.pausedUntilMs > nowMs()) {
      // In Firefox creating answers nothing, in Chromium a promise.
      await Promise.resolve(alarms.create(ALARM + host, { when: rule.pausedUntilMs }));
    } else {
      await alarms.clear(ALARM + host);
    }
  }

  return {
    showIcon,
    async toggle({ id, url }) {
      const host = url === undefined ? null : siteHost(url);
      if (id === undefined || host === null) return;
      const state = stateOf(await rules.get(), host, nowMs());
      if (state !== 'asked') return rules.set(host, state === 'on' ? 'off' : 'on', nowMs());
      const report = await sendToTab(tabs, id, 'page.report', {}, 0).catch(() => null);
      if (report?.status.state === 'asked') await sendToTab(tabs, id, 'page.readNow', {});
      else if (report) await sendToTab(tabs, id, 'page.setActive', { active: false });
    },
    async rulesChanged(current, before) {
      const hosts = new Set(
        [...Object.keys(before), ...Object.keys(current)].filter(
          (host) => JSON.stringify(current[host]) !== JSON.stringify(before[host]),
        ),
      );
      await Promise.allSettled([...hosts].map((host) => setAlarm(host, current)));
      if (hosts.size > 0) await apply(current, (host, now) => stateOf(before, host, nowMs()) !== now);
    },
    async alarmRang(name) {
      if (!name.startsWith(ALARM)) return;
      const host = name.slice(ALARM.length);
      const current = await rules.get();
      // Rung early, or the pause was made longer meanwhile: it is set for the rest.
      if (siteState(current[host], nowMs()) === 'paused') await setAlarm(host, current);
      else await apply(current, (each) => each === host || each.endsWith(`.${host}`));
    },
    async schedule() {
      const current = await rules.get();
      await Promise.allSettled(Object.keys(current).map((host) => setAlarm(host, current)));
    },
  };
}
