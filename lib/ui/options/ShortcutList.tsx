import { keysOf, shortcutState, type Shortcut } from '../../core/settings/shortcuts.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface ShortcutListProps {
  /** Null: this browser has no keys for extensions. */
  commands: readonly Shortcut[] | null;
  strings: Strings;
  /** Null where only the reader can open the browser's page. */
  onChange: (() => void) | null;
}

/** Every command with its keys as they are now, and the way to change them. */
export function ShortcutList({ commands, strings: { t }, onChange }: ShortcutListProps) {
  if (commands === null) {
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
          {commands.map((command) => (
            <tr key={command.name} data-command={command.name}>
              <th scope="row">{command.what}</th>
              <td>
                <KeyCell {...{ command, commands, t }} />
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
  command: Shortcut;
  commands: readonly Shortcut[];
  t: Strings['t'];
}

function KeyCell({ command, commands, t }: KeyCellProps) {
  const state = shortcutState(command, commands);
  if (state === 'free') return <span class="muted">{t('keyNone')}</span>;
  if (state === 'lost') return <span class="error">{t('keyLost', { keys: command.suggested })}</span>;
  return (
    <>
      <span class="keys">
        {keysOf(command.keys).map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
      {state === 'twice' && <span class="error">{t('keyTwice')}</span>}
    </>
  );
}
