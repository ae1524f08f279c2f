import { keysOf, shortcutState, type Shortcut } from '../../core/settings/shortcuts.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface ShortcutListProps {
  /** Null: this browser has no keys for extensions. */
  shortcuts: readonly Shortcut[] | null;
  strings: Strings;
  /** Opens the browser's page for keys; null where an extension may not. */
  onChange: (() => void) | null;
}

/** Every command with the keys it has now, and the way to change them. */
export function ShortcutList({ shortcuts, strings: { t }, onChange }: ShortcutListProps) {
  if (shortcuts === null) {
    return (
      <div class="sheet">
        <p>{t('keysUnknown')}</p>
      </div>
    );
  }
  return (
    <div class="sheet">
      <table class="key-list">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">{t('keysCommand')}</span>
            </th>
            <th scope="col">
              <span class="sr">{t('keysKey')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map((shortcut) => (
            <tr key={shortcut.name} data-command={shortcut.name}>
              <th scope="row">{shortcut.what}</th>
              <td>
                <KeyCell {...{ shortcut, shortcuts, t }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{t('keysOnPage')}</p>
      {onChange ? (
        <div class="row-of-buttons">
          <button type="button" onClick={(event) => event.isTrusted && onChange()}>
            {t('keysChange')}
          </button>
        </div>
      ) : (
        <p class="hint">{t('keysByHand')}</p>
      )}
    </div>
  );
}

interface KeyCellProps {
  shortcut: Shortcut;
  shortcuts: readonly Shortcut[];
  t: Strings['t'];
}

function KeyCell({ shortcut, shortcuts, t }: KeyCellProps) {
  const state = shortcutState(shortcut, shortcuts);
  if (state === 'free') return <span class="muted">{t('keyNone')}</span>;
  if (state === 'unassigned') return <span class="error">{t('keyLost', { keys: shortcut.suggested })}</span>;
  return (
    <>
      <span class="keys">
        {keysOf(shortcut.keys).map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
      {state === 'twice' && <span class="error">{t('keyTwice')}</span>}
    </>
  );
}
