import { DEFAULT_LANGUAGE, ENTRY_LANGUAGES, LANGUAGES } from '../../core/i18n/languages.ts';
import { pickLanguage } from '../../core/i18n/pick-language.ts';
import { createLateStrings, type Strings, type StringTable } from '../../core/i18n/strings.ts';
import { documentLanguage } from '../../dom/reading/document-info.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface CardLanguage {
  strings: Strings;
  /** Loads the table of the reader's language once. Never rejects: cards are in English until it is there. */
  load(): Promise<void>;
}

/** Picks the language of a page's definitions: the page's, unless that is English, then the reader's (I18N-01). */
export const pickEntryLanguage = (page: Document, languages: readonly string[]) =>
  pickLanguage(documentLanguage(page), languages, ENTRY_LANGUAGES);

/**
 * The content script contains no table: English comes with the card's script, another language by message.
 * @param english the table in the card's script; null until it is loaded.
 */
export function createCardLanguage(
  sender: Pick<Sender, 'sendUntilAcknowledged'>,
  english: () => StringTable | null,
  onChanged: () => void,
  languages: readonly string[] = navigator.languages,
): CardLanguage {
  const lang = pickLanguage(null, languages, LANGUAGES);
  const { strings, become } = createLateStrings(english);
  let loading: Promise<void> | null = null;

  async function loadTable(): Promise<void> {
    const { table } = await sender.sendUntilAcknowledged('strings.card', { lang });
    become(lang, table);
    onChanged();
  }
  return {
    strings,
    async load() {
      if (lang === DEFAULT_LANGUAGE && english()) return;
      loading ??= loadTable().catch(() => {
        // The next card tries again.
        loading = null;
      });
      await loading;
    },
  };
}
