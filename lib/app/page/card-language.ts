import { DEFAULT_LANGUAGE, LANGUAGES } from '../../core/i18n/languages.ts';
import { pickLanguage } from '../../core/i18n/pick-language.ts';
import { createLateStrings, type Strings } from '../../core/i18n/strings.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface CardLanguage {
  strings: Strings;
  /** Loads the reader's language once. Never rejects: cards speak English until it is there. */
  load(): Promise<void>;
}

/** Pages carry English alone; another language comes with the first entries. */
export function createCardLanguage(
  sender: Pick<Sender, 'sendUntilAcknowledged'>,
  onChanged: () => void,
  languages: readonly string[] = navigator.languages,
): CardLanguage {
  const lang = pickLanguage(null, languages, LANGUAGES);
  const { strings, become } = createLateStrings();
  let loading = lang === DEFAULT_LANGUAGE ? Promise.resolve() : null;

  async function loadTable(): Promise<void> {
    const { table } = await sender.sendUntilAcknowledged('strings.card', { lang });
    become(lang, table);
    onChanged();
  }
  return {
    strings,
    load: () =>
      (loading ??= loadTable().catch(() => {
        // The next card tries again.
        loading = null;
      })),
  };
}
