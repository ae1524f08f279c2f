import { createLateStrings, type Strings } from '../../core/i18n/strings.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../../core/i18n/languages.ts';
import { pickLanguage } from '../../core/i18n/pick-language.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface CardLanguage {
  strings: Strings;
  /** Brings the reader's language if it is not here yet. Never fails: cards speak English until it comes. */
  bring(): Promise<void>;
}

/** Every page carries English alone; who reads another language gets its table with the first entries. */
export function createCardLanguage(sender: Sender, onChanged: () => void): CardLanguage {
  const lang = pickLanguage(null, navigator.languages, LANGUAGES);
  const { strings, become } = createLateStrings();
  let asked = lang === DEFAULT_LANGUAGE ? Promise.resolve() : null;

  async function ask(): Promise<void> {
    const { table } = await sender.sendUntilAcknowledged('strings.card', { lang });
    become(lang, table);
    onChanged();
  }
  return {
    strings,
    bring: () =>
      (asked ??= ask().catch(() => {
        // The next card asks again.
        asked = null;
      })),
  };
}
