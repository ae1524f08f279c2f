import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { card } from '../../core/i18n/tables/card/index.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createCardLanguage, pickEntryLanguage } from './card-language.ts';

function open(languages: readonly string[], { hasScript = true } = {}) {
  const log: string[] = [];
  const state = { isAway: false, hasScript };
  const sendUntilAcknowledged = (async (_name: string, { lang }: { lang: keyof typeof card }) => {
    log.push(`ask ${lang}`);
    if (state.isAway) throw new Error('away');
    return { table: card[lang] };
  }) as unknown as Sender['sendUntilAcknowledged'];
  const language = createCardLanguage(
    { sendUntilAcknowledged },
    () => (state.hasScript ? card.en : null),
    () => log.push('changed'),
    languages,
  );
  return { language, log, state };
}

test('English comes with the script of the card', async () => {
  const { language, log } = open(['en-GB', 'de']);
  await language.load();
  expect([language.strings.lang, language.strings.t('save')]).toEqual(['en', 'Save']);
  expect(log).toEqual([]);
});

test('in a frame that runs no such script, English is loaded by message, once', async () => {
  const { language, log } = open(['en'], { hasScript: false });
  await Promise.all([language.load(), language.load()]);
  await language.load();
  expect(language.strings.t('save')).toBe('Save');
  expect(log).toEqual(['ask en', 'changed']);
});

test('another language is loaded once, and English stands in for it', async () => {
  const { language, log } = open(['de-AT', 'en']);
  expect(language.strings.t('save')).toBe('Save');
  await Promise.all([language.load(), language.load()]);
  expect([language.strings.lang, language.strings.t('save')]).toEqual(['de', 'Speichern']);
  expect(log).toEqual(['ask de', 'changed']);
});

test('if it does not come, cards are in English, and the next one tries again', async () => {
  const { language, log, state } = open(['de']);
  state.isAway = true;
  await language.load();
  expect(language.strings.t('save')).toBe('Save');
  state.isAway = false;
  await language.load();
  expect(language.strings.t('save')).toBe('Speichern');
  expect(log).toEqual(['ask de', 'ask de', 'changed']);
});

test.each([
  // A reader who understands Chinese too still reads English definitions on an English page.
  [' lang="en"', ['en-US', 'en', 'zh-CN'], 'en'],
  [' lang="en"', ['zh-TW', 'en'], 'zh-Hant'],
  [' lang="zh-CN"', ['en-US'], 'zh-Hans'],
  [' lang=" zh-Hant "', ['zh-CN', 'en'], 'zh-Hant'],
  [' lang="fr"', ['fr', 'zh-CN'], 'zh-Hans'],
  ['', ['zh-CN'], 'zh-Hans'],
  ['', ['fr'], 'en'],
])('definitions on <html%s> for a reader of %j are in %s', (attribute, languages, picked) => {
  const { document } = new JSDOM(`<!doctype html><html${attribute}><body></body></html>`).window;
  expect(pickEntryLanguage(document, languages)).toBe(picked);
});
