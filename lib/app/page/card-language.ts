import { DEFAULT_LANGUAGE, ENTRY_LANGUAGES, LANGUAGES } from '../../core/i18n/languages.ts';
import { pickLanguage } from '../../core/i18n/pick-language.ts';
import { createLateStrings, type Strings } from '../../core/i18n/strings.ts';
import { documentLanguage } from '../../dom/reading/document-info.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface CardLanguage {
  strings: Strings;
  /** Loads the reader's language once. Never rejects: cards are in English until it is there. */
  load(): Promise<void>;
}

/** Picks the language of a page's definitions: the page's, unless that is English, then the reader's (I18N-01). */
export const pickEntryLanguage = (page: Document, languages: readonly string[]) =>
  pickLanguage(documentLanguage(page), languages, ENTRY_LANGUAGES);

/** The content script contains English only; another language is loaded with the first entries. */
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
