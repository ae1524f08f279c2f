// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeSurface, TAB } from '../../testing/fake-surface.ts';
import { createReportCollector } from './collect-report.ts';

let copied: string[];
beforeEach(() => {
  copied = [];
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (text: string) => void copied.push(text) },
    configurable: true,
  });
});
afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

function collector(page: string | null = TAB.url) {
  const surface = createFakeSurface();
  let changes = 0;
  const report = createReportCollector({
    extension: surface.extension,
    sender: surface.background.sender,
    tab: () => ({ kind: 'silent', why: 'start' }),
    page: () => page,
    entries: 900,
    notes: () => 3,
    onChanged: () => changes++,
  });
  return { ...surface, report, changes: () => changes };
}
const lines = (text: string | undefined): string[] => text?.split('\n') ?? [];

test('says how things are when it is opened, and asks nothing before', async () => {
  const { report, background, world } = collector();
  expect(report.view()).toBeNull();
  expect(background.sent).toEqual([]);
  world.access = false;
  await report.open();
  expect(lines(report.view()?.text)).toEqual(
    expect.arrayContaining([
      'Manicule 0.1.0',
      'Access to all sites: no',
      'Page: silent, start',
      'Glossary: 900 entries',
      'Notes: 3',
    ]),
  );
});

test('names what ails the notes, also if the background cannot say', async () => {
  const { report, background } = collector();
  background.answer['notes.health'] = () => ({ problem: 'disk full' });
  await report.open();
  expect(report.view()?.text).toContain('Notes: 3, problem: disk full');
  background.answer['notes.health'] = () => {
    throw new Error('nobody there');
  };
  await report.open();
  expect(report.view()?.text).toContain('Notes: 3, problem: Error: nobody there');
});

test('has the address of the page only if the reader adds it, and forgets that when it is opened again', async () => {
  const { report, changes } = collector();
  await report.open();
  expect(report.view()).toMatchObject({ hasAddress: true, withAddress: false });
  expect(report.view()?.text).not.toContain(TAB.url);
  const before = changes();
  report.view()!.onAddress(true);
  expect(changes()).toBe(before + 1);
  expect(lines(report.view()?.text)).toContain(`Address: ${TAB.url}`);
  await report.open();
  expect(report.view()?.text).not.toContain(TAB.url);
});

test('offers no address where the page has none', async () => {
  const { report } = collector(null);
  await report.open();
  expect(report.view()).toMatchObject({ hasAddress: false });
});

test('is copied as it is shown, and says so until it changes', async () => {
  const { report } = collector();
  await report.open();
  const { text } = report.view()!;
  report.view()!.onCopy();
  await vi.waitFor(() => expect(report.view()?.isCopied).toBe(true));
  expect(copied).toEqual([text]);
  report.view()!.onAddress(true);
  expect(report.view()?.isCopied).toBe(false);
});

test('closes by its own way back', async () => {
  const { report } = collector();
  await report.open();
  report.view()!.onBack();
  expect(report.view()).toBeNull();
});
