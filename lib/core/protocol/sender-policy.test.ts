import * as v from 'valibot';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { createNote } from '../notes/note.ts';
import { backgroundMessages } from './background-messages.ts';
import { ANY_SITE, message, nothing, type MessageRow } from './message-row.ts';
import type { BackgroundMessages } from './messages.ts';
import { pageMessages } from './page-messages.ts';
import { createAsker, mayAsk, mayAskAbout, type MessageSender } from './sender-policy.ts';

const BASE = 'chrome-extension://manicule-id/';
const PAGE = 'https://example.org/essay';
const note = createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', page: PAGE });
const draft = { ...note, note: 'n', isNew: true, tags: '' };

// @ts-expect-error A message without a policy does not compile.
message({ by: 'notes', params: nothing, answer: nothing });

const mayAskFor = (row: MessageRow<never>, params: unknown, sender: MessageSender): boolean => {
  const asker = createAsker(sender, BASE);
  return mayAsk(row.policy, asker) && mayAskAbout(row.policy, params as never, asker);
};

const tab = { id: 1 };
const SENDERS = {
  'extension page': { url: `${BASE}popup.html` },
  'extension page in a tab': { url: `${BASE}library.html`, tab },
  'same site': { url: 'http://www.example.org/x', tab },
  'other site': { url: 'https://evil.example/', tab },
  'no tab': { url: PAGE },
  'no address': { tab },
  background: {},
  'another extension': { url: 'chrome-extension://other-id/popup.html', tab },
  'looks like an own page': { url: `https://evil.example/?${BASE}`, tab },
  'frame written by the page': { url: 'about:srcdoc', origin: 'https://example.org', tab },
  'frame written by another site': { url: 'about:srcdoc', origin: 'https://evil.example', tab },
  'frame shut off by its sandbox': { url: 'about:srcdoc', origin: 'null', tab },
  'frame without an origin': { url: 'about:blank', tab },
} satisfies Record<string, MessageSender>;
type SenderName = keyof typeof SENDERS;

const OWN: SenderName[] = ['extension page', 'extension page in a tab'];
const SITE: SenderName[] = [...OWN, 'same site', 'frame written by the page'];
/** Any sender with a tab and an address. Another extension is refused before, by its id. */
const ANY: SenderName[] = [
  ...SITE,
  'other site',
  'another extension',
  'looks like an own page',
  'frame written by another site',
  'frame shut off by its sandbox',
  'frame without an origin',
];

/** Every message to the background: its params, about a note of example.org, and the senders it is answered to. */
const EXPECTED: Record<keyof BackgroundMessages, [params: unknown, senders: SenderName[]]> = {
  'glossary.entries': [{ ids: ['hukou'] }, ANY],
  'strings.card': [{ lang: 'de' }, ANY],
  'page.runScript': [{ script: 'card' }, ANY],
  'tab.host': [{}, ANY],
  'icon.show': [{ state: 'off' }, ANY],
  'notes.forPage': [{ page: PAGE }, SITE],
  'notes.onConcepts': [{ concepts: ['hukou'] }, ANY],
  'notes.list': [{}, OWN],
  'notes.save': [{ note }, SITE],
  // Only the handler knows the site of the stored note.
  'notes.delete': [{ id: 'n' }, ANY],
  'notes.restore': [{ note }, SITE],
  'notes.bin': [{}, OWN],
  'notes.purge': [{ ids: ['n'] }, OWN],
  'notes.putAll': [{ notes: [note], over: true }, OWN],
  'notes.seen': [{ page: PAGE, lost: [], found: [] }, SITE],
  'notes.health': [{}, OWN],
  'drafts.list': [{}, OWN],
  'drafts.wanted': [{ page: PAGE, notes: [] }, SITE],
  'drafts.put': [{ draft }, SITE],
  'drafts.drop': [{ note: 'n' }, ANY],
  'notes.tags': [{ typed: '' }, ANY],
  'notes.trees': [{ texts: ['x'] }, ANY],
  'notes.conflicts': [{ page: PAGE }, OWN],
  'notes.settle': [{ id: 'n', rev: '1-a', choice: 'both', newId: 'm' }, OWN],
  'reader.get': [{ keys: ['settings'] }, OWN],
  'reader.set': [{ items: { settings: {} } }, OWN],
  'reader.replace': [{ key: 'settings', before: {}, after: { v: 1 } }, OWN],
  'page.mirror': [{}, ANY],
  'site.decisions': [{}, ANY],
  'decisions.add': [{ decisions: [], scope: 'site' }, ANY],
  'decisions.undo': [{ decisions: [], replaced: [], scope: 'site' }, ANY],
  'sync.report': [{}, OWN],
  'sync.connect': [{ address: 'https://a.org/', user: 'u', password: 'p' }, OWN],
  'sync.now': [{}, OWN],
  'sync.stop': [{}, OWN],
  'sync.answerLossGuard': [{ choice: 'keep' }, OWN],
  'card.show': [{}, ANY],
  'card.hide': [{ opening: '1', returnFocus: true }, ANY],
  'card.event': [{ opening: '1', turn: 1, frame: 3, event: { type: 'alive' } }, ANY],
};

describe.each(Object.entries(EXPECTED))('%s', (name, [params, allowed]) => {
  const row = backgroundMessages[name as keyof BackgroundMessages] as MessageRow<never>;

  test.each(Object.entries(SENDERS))(`from: %s`, (sender, from) => {
    expect(mayAskFor(row, params, from)).toBe(allowed.includes(sender as SenderName));
  });
});

describe('every message', () => {
  const rows = Object.entries({ ...backgroundMessages, ...pageMessages }) as [string, MessageRow][];

  it.each(rows)('%s has a policy, an answering part and both schemas', (_name, row) => {
    expect(['extension page', 'extension', 'any content script', 'content script of the site']).toContain(
      row.policy.from,
    );
    expect(row.by).toMatch(/^[a-z ]+$/);
    for (const schema of [row.params, row.answer]) expect(schema.kind).toBe('schema');
  });

  it.each(rows)(
    '%s is refused to a sender that nothing is known of, unless it is for the extension',
    (_, row) => {
      const isForContentScripts = row.policy.from === 'extension';
      expect(mayAskFor(row as MessageRow<never>, { note, draft, page: PAGE }, {})).toBe(isForContentScripts);
    },
  );

  it.each(Object.entries(pageMessages) as [string, MessageRow][])(
    '%s is answered to own pages and the background, and to no content script',
    (_name, row) => {
      const answered = (Object.keys(SENDERS) as SenderName[]).filter((name) =>
        mayAskFor(row as MessageRow<never>, {}, SENDERS[name]),
      );
      expect(answered).toEqual([...OWN, 'background']);
    },
  );
});

describe('a note that has no page', () => {
  it.each(['notes.save', 'notes.restore'] as const)('is nobody’s but of own pages: %s', (name) => {
    const row = backgroundMessages[name] as MessageRow<never>;
    const params = { note: { ...note, page: null } };
    expect(mayAskFor(row, params, SENDERS['same site'])).toBe(false);
    expect(mayAskFor(row, params, SENDERS['extension page'])).toBe(true);
  });
});

test('the types come from the schemas', () => {
  const row = message({
    policy: ANY_SITE,
    by: 'notes',
    params: v.object({ id: v.string() }),
    answer: v.object({ done: v.boolean() }),
  });
  expectTypeOf(row).toEqualTypeOf<MessageRow<{ id: string }, { done: boolean }, 'notes'>>();
});
