import type { Strings } from '../../core/i18n/strings.ts';

export interface BrowserSyncModel {
  look: boolean;
  sites: boolean;
  /** Why the last write failed; empty if it did not. */
  problem: string;
}

export interface BrowserSyncProps {
  model: BrowserSyncModel;
  strings: Strings;
  onChange(change: { look?: boolean; sites?: boolean }): void;
}

/** Settings that the reader lets through the browser's own sync. */
export function BrowserSync({ model, strings: { t }, onChange }: BrowserSyncProps) {
  return (
    <div class="sheet">
      <div class="tick">
        <input
          id="browser-look"
          type="checkbox"
          checked={model.look}
          onChange={(event) => event.isTrusted && onChange({ look: event.currentTarget.checked })}
        />
        <label for="browser-look">{t('browserSyncLook')}</label>
      </div>
      <div class="tick">
        <input
          id="browser-sites"
          type="checkbox"
          checked={model.sites}
          aria-describedby="browser-sites-hint"
          onChange={(event) => event.isTrusted && onChange({ sites: event.currentTarget.checked })}
        />
        <label for="browser-sites">{t('browserSyncSites')}</label>
        <p class="hint" id="browser-sites-hint">
          {t('browserSyncSitesHint')}
        </p>
      </div>
      <p class="error" role="alert">
        {model.problem}
      </p>
    </div>
  );
}
