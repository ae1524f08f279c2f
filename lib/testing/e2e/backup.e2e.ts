/** Backup, restore, export and import as a reader does them, in the page of options; with files of the disk. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createNote, editNote, type Note } from '../../core/notes/note.ts';
import { writeNotes, readAllNotes } from '../../platform/notes/bulk-write-client.ts';
import { launchReadingBrowser, type ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { press, sees, textOf } from './by-hand.ts';
import { openExtensionPage, type ExtensionPage } from './extension-page.ts';
import { BROWSER, createWorld, EXTENSION } from './world.ts';

const world = createWorld();
const NOW = '2026-03-01T10:00:00.000Z';

/** Notes with what files and databases stumble over, one of them in the bin. */
const NOTES: Note[] = [
  {
    ...createNote({
      id: 'plain',
      nowIso: NOW,
      page: 'https://example.org/essay',
      title: 'Essay',
      text: 'one',
    }),
    selectors: [
      { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'the ', suffix: ' met' },
      { type: 'TextPositionSelector', start: 4, end: 10 },
    ],
  },
  createNote({
    id: 'odd',
    nowIso: NOW,
    concept: 'hukou',
    text: '=1+1,"户口"\n\t\'; <b>',
    tags: ['a b', '户口'],
  }),
  { ...createNote({ id: 'binned', nowIso: NOW, text: 'deleted' }), binned: new Date().toISOString() },
];

const SECTIONS = ['settings', 'sites', 'choices'];

const byId = (notes: readonly Note[]): Note[] => [...notes].sort((a, b) => (a._id < b._id ? -1 : 1));
const all = async (page: ExtensionPage): Promise<Note[]> => byId(await readAllNotes(page.sender));
const openOptions = async (browser: ReadingBrowser): Promise<ExtensionPage> => {
  const page = await openExtensionPage(browser, 'options.html');
  await sees(browser, /Last backup|No backup has been made/, 'Off. Your notes are on this computer only.');
  return page;
};

/** The file that the browser saved last under a name that begins and ends so; it is taken away. */
async function saved({ downloads }: ReadingBrowser, name: string): Promise<string> {
  const path = join(downloads, name);
  await until(() => existsSync(path) && readFileSync(path, 'utf8') !== '', { what: `${name} to be saved` });
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

async function choose(browser: ReadingBrowser, field: 'restore' | 'import', name: string, text: string) {
  const path = join(browser.downloads, name);
  writeFileSync(path, text);
  await browser.chooseFile(`${field}-file`, path);
}

/**
 * So many parts of the page say that they undid what they did, each to the eye and to the ear; a file that is chosen
 * before is not looked at.
 */
const undone = (browser: ReadingBrowser, parts: number): Promise<unknown> =>
  until(async () => (await textOf(browser)).split('Undone: everything').length - 1 === 2 * parts, {
    what: `${String(parts)} parts to be undone`,
  });

const today = (): string => new Date().toISOString().slice(0, 10);
/** The numbers of the preview, row by row. */
const counts = ({ evaluate }: ReadingBrowser): Promise<string[]> =>
  evaluate(() =>
    [...document.querySelectorAll('table.counts tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join(' '),
    ),
  );

let other: ReadingBrowser | null = null;
afterAll(async () => other?.close(), 30_000);

describe('backup', () => {
  let file = '';

  test('is one file; a damaged or a later one is refused with the reason, and nothing changes', async () => {
    const { browser } = world;
    const page = await openOptions(browser);
    await writeNotes(page.sender, NOTES, { present: [] });
    await page.storage.local.set({ settings: { v: 1, density: 'all' }, sites: { 'example.org': 'off' } });
    await sees(browser, 'No backup has been made on this computer yet.');
    await press(browser, 'Back up now');
    await sees(browser, 'Last backup: today', `Sent to your downloads: manicule-${today()}.json`);
    file = await saved(browser, `manicule-${today()}.json`);
    expect(JSON.parse(file)).toMatchObject({
      format: 'manicule-backup',
      content: { sites: { 'example.org': 'off' } },
    });

    const before = [await all(page), await page.storage.local.get(SECTIONS)];
    const damaged: [string, string][] = [
      [file.replace('"one"', '"two"'), 'It was changed or damaged after it was made.'],
      [file.slice(0, -30), 'It is not a backup, or only part of one.'],
      [file.replace('"version": 1', '"version": 9'), 'A later version of Manicule made it.'],
      ['{"rows":[]}', 'It is a file of another program'],
    ];
    for (const [text, reason] of damaged) {
      await choose(browser, 'restore', 'damaged.json', text);
      await sees(browser, 'damaged.json cannot be restored', reason, 'Nothing was changed here.');
      await press(browser, 'Done');
    }
    expect([await all(page), await page.storage.local.get(SECTIONS)]).toEqual(before);
  });

  test(
    'merges or replaces what the preview showed, with one undo; axe finds nothing',
    { timeout: 120_000 },
    async () => {
      const { browser } = world;
      const page = await openOptions(browser);
      await page.sender.sendUntilAcknowledged('notes.purge', { ids: ['odd'] });
      const mine = editNote(NOTES[0]!, { text: 'later, here' }, new Date().toISOString());
      const extra = createNote({ id: 'extra', nowIso: NOW, text: 'only here' });
      await writeNotes(page.sender, [mine, extra], { present: [] });
      await page.storage.local.set({ settings: { v: 1 }, sites: { 'example.org': 'on' } });
      const before = [await all(page), await page.storage.local.get(SECTIONS)];

      await choose(browser, 'restore', 'kept.json', file);
      await sees(browser, 'kept.json, made today', 'What to do');
      expect(await counts(browser)).toEqual([
        'Notes 1 1 0 0',
        'Notes in the bin 0 0 1 0',
        'Settings 1 0 0 0',
        'Sites with a rule 0 1 0 0',
        'Sites with choices of sense 0 0 0 0',
      ]);
      expect(await browser.evaluate(() => document.activeElement?.textContent)).toContain('kept.json');
      for (const scheme of ['light', 'dark'] as const) {
        await browser.setColorScheme(scheme);
        expect(await complaintsOf(browser), scheme).toEqual([]);
      }
      await browser.setColorScheme('light');
      await press(browser, 'The 2 notes that differ');
      await sees(browser, /new\s+=1\+1,"户口"/, /newer here\s+one/);
      expect([await all(page), await page.storage.local.get(SECTIONS)]).toEqual(before);

      await press(browser, 'Restore');
      await sees(browser, 'Restored: kept.json', '1 note was written.', 'Settings were written.');
      expect(await all(page)).toEqual(byId([mine, NOTES[1]!, NOTES[2]!, extra]));
      expect(await page.storage.local.get(['settings', 'sites'])).toEqual({
        settings: { v: 1, density: 'all' },
        sites: { 'example.org': 'on' },
      });
      await press(browser, 'Undo all of it');
      await sees(browser, 'Undone: everything is as it was before.');
      expect(await all(page)).toEqual(before[0]);
      expect(await page.storage.local.get(['settings', 'sites'])).toEqual({
        settings: { v: 1 },
        sites: { 'example.org': 'on' },
      });

      await choose(browser, 'restore', 'kept.json', file);
      await sees(
        browser,
        'Makes everything as it is in the backup. 1 note that is not in the backup goes into the bin.',
      );
      await press(browser, 'Replace');
      await press(browser, 'Restore');
      await sees(browser, 'Restored: kept.json', '3 notes were written.');
      expect((await page.sender.send('notes.list', {})).map(({ text }) => text).sort()).toEqual(
        NOTES.slice(0, 2)
          .map(({ text }) => text)
          .sort(),
      );
      expect((await page.sender.send('notes.bin', {})).map(({ _id }) => _id).sort()).toEqual([
        'binned',
        'extra',
      ]);
      await press(browser, 'Done');
    },
  );

  test(
    'goes into an empty profile whole, and so do exports; a mended table says what is wrong in which row',
    { timeout: 120_000 },
    async () => {
      const { browser } = world;
      const page = await openOptions(browser);
      await page.sender.sendUntilAcknowledged('notes.purge', { ids: ['extra'] });
      const present = await all(page);
      expect(present).toEqual(byId(NOTES));
      const inUse = present.filter(({ binned }) => binned === null);
      const files: string[] = [];
      for (const [format, ending] of [
        ['Table (CSV)', 'csv'],
        ['Web Annotation (JSON-LD)', 'jsonld'],
        ['Markdown', 'md'],
        ['Anki cards', 'txt'],
      ] as const) {
        await press(browser, format);
        await press(browser, 'Export');
        const name = `manicule-notes-${today()}.${ending}`;
        await sees(browser, `2 notes sent to your downloads: ${name}`);
        files.push(await saved(browser, name));
      }
      const [csv, jsonld, markdown, anki] = files as [string, string, string, string];
      expect(csv.startsWith('\uFEFF')).toBe(true);
      // Concepts by their names, which the background has.
      for (const text of [markdown, anki]) expect(text).toMatch(/hukou/);

      other = await launchReadingBrowser(BROWSER, { extension: EXTENSION });
      const empty = await openOptions(other);
      await choose(other, 'restore', 'kept.json', file);
      await sees(other, 'What to do');
      await press(other, 'Restore');
      await sees(other, 'Restored: kept.json', '3 notes were written.');
      expect(await all(empty)).toEqual(present);
      expect(await empty.storage.local.get(['settings', 'sites'])).toEqual({
        settings: { v: 1, density: 'all' },
        sites: { 'example.org': 'off' },
      });
      await press(other, 'Undo all of it');
      await undone(other, 1);
      expect(await all(empty)).toEqual([]);

      for (const [name, text, found] of [
        ['notes.csv', `${csv}"broken","ftp://nowhere","","","text"\r\n`, 'notes.csv, a table of notes'],
        ['notes.jsonld', jsonld, 'notes.jsonld, Web Annotations'],
      ] as const) {
        await choose(other, 'import', name, text);
        await sees(other, found, 'Import 2 notes');
        if (name.endsWith('csv')) await sees(other, '1 row cannot be imported', 'Row 4');
        expect(await counts(other)).toEqual(['Notes 2 0 0 0']);
        expect(await all(empty)).toEqual([]);
        await press(other, 'Import 2 notes');
        await sees(other, `Imported: ${name}`, '2 notes were written.');
        expect(await all(empty)).toEqual(inUse);
        await press(other, 'Undo all of it');
        // The restored note still says so too.
        await undone(other, 2);
        expect(await all(empty)).toEqual([]);
      }
      // Deleted here since: counted as in the bin, and restored only when asked.
      await writeNotes(empty.sender, inUse, { present: [] });
      for (const { _id } of inUse) await empty.sender.sendUntilAcknowledged('notes.delete', { id: _id });
      await choose(other, 'import', 'notes.csv', csv);
      await sees(other, 'notes.csv, a table of notes');
      expect(await counts(other)).toEqual(['Notes 0 0 0 2']);
      expect(await textOf(other)).not.toMatch(/All of it is here already|Import \d/);
      await press(other, '2 notes of the file are in the bin here: restore them too');
      await press(other, 'Import 2 notes');
      await sees(other, 'Imported: notes.csv', '2 notes were written.');
      expect((await all(empty)).map(({ binned }) => binned)).toEqual([null, null]);
      await press(other, 'Done');
      await choose(other, 'import', 'kept.json', file);
      await sees(other, 'kept.json cannot be imported', 'It is a backup. Restore it above');
      expect(await textOf(other)).not.toContain('Import 2 notes');
    },
  );

  test('is asked for by a quiet line, once the reader wishes to be reminded', async () => {
    const { browser } = world;
    await openOptions(browser);
    await browser.evaluate(() => document.getElementById('backup-remind')!.focus());
    // As the keyboard chooses from a list: never, a week, a month.
    await browser.press('ArrowDown');
    const page = await openExtensionPage(browser, 'popup.html');
    await until(
      async () =>
        JSON.stringify(await page.storage.local.get(['settings'])).includes('"backupReminder":"week"'),
      { what: 'the wish to be stored' },
    );
    expect(await textOf(browser)).not.toContain('Your notes were never backed up.');
    await page.storage.local.set({ 'last-backup': '2026-01-01T10:00:00.000Z' });
    await browser.reload();
    await sees(browser, /The last backup is \d+ days old\./, 'Back up');
  });
});
