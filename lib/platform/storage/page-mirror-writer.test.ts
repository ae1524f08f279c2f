import { describe, expect, it, vi } from 'vitest';
import { openPageMirror } from '../../core/settings/page-mirror.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { createNotedPages, createSettings, createSiteDecisions, createSiteRules } from './local-settings.ts';
import { createPageMirrorWriter } from './page-mirror-writer.ts';
import { createPageSettingsReader, PAGE_MIRROR, watchPageMirror } from './page-settings.ts';

const DECISION = { concept: 'hukou', form: null, instead: null };
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

function create() {
  const [reader, shared] = [createFakeStorage(), createFakeStorage()];
  const writer = createPageMirrorWriter({ reader, shared });
  const decisions = createSiteDecisions(reader);
  const ask = vi.fn(async (name: string) =>
    name === 'page.mirror' ? writer.read() : { decisions: (await decisions.get())['a.org'] ?? [] },
  );
  const pages = createPageSettingsReader(shared, { sendUntilAcknowledged: ask });
  return { reader, shared, writer, decisions, ask, pages };
}

describe('the mirror', () => {
  it('follows what the reader decides, and is not written twice', async () => {
    const { reader, shared, writer, decisions } = create();
    const set = vi.spyOn(shared.local, 'set');
    writer.start();
    await writer.write();
    await writer.write();
    expect(set).toHaveBeenCalledTimes(1);
    await createSettings(reader).set({ density: 'all' });
    await createSiteRules(reader).set('a.org', 'off', 0);
    await decisions.change('*', () => [DECISION]);
    await createNotedPages(reader).add(['https://a.org/essay']);
    await settle();
    const open = openPageMirror(shared.data[PAGE_MIRROR])!;
    expect(open.settings.density).toBe('all');
    expect(open.rulesFor('a.org')).toEqual({ 'a.org': 'off' });
    expect(open.known).toEqual(new Set(['hukou']));
    expect([open.isNoted('https://a.org/essay'), open.isNoted('https://a.org/')]).toEqual([true, false]);
  });

  it('is put right after a page wrote over it', async () => {
    const { shared, writer } = create();
    writer.start();
    await writer.write();
    const right = structuredClone(shared.data[PAGE_MIRROR]);
    await shared.local.set({ [PAGE_MIRROR]: { ...(right as object), known: ['everything'] } });
    await settle();
    expect(shared.data[PAGE_MIRROR]).toEqual(right);
  });
});

describe('a page', () => {
  it('reads what holds for it without a message, unless its site has decisions', async () => {
    const { reader, writer, ask, pages, decisions } = create();
    await createSiteRules(reader).set('b.org', 'off', 0);
    await decisions.change('a.org', () => [DECISION]);
    await writer.write();
    expect(await pages.read('b.org')).toMatchObject({ rules: { 'b.org': 'off' }, decisions: [] });
    expect(await pages.read(null)).toMatchObject({ rules: {}, decisions: [] });
    expect(ask).not.toHaveBeenCalled();
    expect(await pages.read('a.org')).toMatchObject({ rules: {}, decisions: [DECISION] });
    await pages.read('a.org');
    expect(ask.mock.calls).toEqual([['site.decisions', {}]]);
    await decisions.change('a.org', (all) => [...all, { ...DECISION, concept: 'soviet' }]);
    await writer.write();
    expect((await pages.read('a.org')).decisions).toHaveLength(2);
  });

  it('asks once where there is no mirror, and reads as usual where nobody answers', async () => {
    const { reader, ask, pages } = create();
    await createSettings(reader).set({ density: 'page' });
    expect((await pages.read('a.org')).settings.density).toBe('page');
    expect(ask.mock.calls).toEqual([['page.mirror', {}]]);
    ask.mockRejectedValue(new Error('gone'));
    expect(await pages.read('a.org')).toMatchObject({ rules: {}, decisions: [], known: new Set() });
  });

  it('hears when the mirror changed, until it stops', async () => {
    const { shared, writer } = create();
    const heard = vi.fn();
    const stop = watchPageMirror(shared, heard);
    await writer.write();
    await shared.local.set({ other: 1 });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    await shared.local.set({ [PAGE_MIRROR]: 1 });
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
