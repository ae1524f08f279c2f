/** The options page in jsdom over a fake background, as a reader works it. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { createOptionsController, type OptionsParts } from '../app/options/options-controller.tsx';
import { createOptionsParts } from '../app/options/options-parts.ts';
import { createNote, type Note } from '../core/notes/note.ts';
import { createStrings, withStrings } from '../core/i18n/strings.ts';
import { backup } from '../core/i18n/tables/backup/index.ts';
import { card } from '../core/i18n/tables/card/index.ts';
import { conflict } from '../core/i18n/tables/conflict/index.ts';
import { options } from '../core/i18n/tables/options/index.ts';
import { sync } from '../core/i18n/tables/sync/index.ts';
import { writeNotes } from '../platform/notes/bulk-write-client.ts';
import { OptionsPage } from '../ui/options/OptionsPage.tsx';
import { createFakeBackground } from './fake-background.ts';
import { createFakeStorage } from './fake-runtime.ts';
import { controlNamed, dispatchTrusted, pressTrusted } from './trusted-events.ts';
import { until } from './until.ts';

export const strings = createStrings(['en'], withStrings(card, options, backup, sync, conflict));
export const NOTE: Note = createNote({
  id: 'a',
  nowIso: '2026-11-15T12:00:00.000Z',
  text: 'On the strike.',
  page: 'https://a.example/',
});

export let root: HTMLElement;
/** Files that the page has saved, the newest last. */
export let saved: { name: string; blob: Blob }[];
/** Gives every test of the file that calls it an empty document. */
export function useOptionsPage(): void {
  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
    saved = [];
    // Parts that jsdom lacks.
    Object.assign(globalThis, {
      Highlight: class {},
      CSS: { highlights: new Map<string, unknown>() },
    });
    URL.createObjectURL = (blob) => {
      saved.push({ name: '', blob: blob as Blob });
      return '#';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.at(-1)!.name = this.download;
    };
  });
  afterEach(() => {
    render(null, root);
    root.remove();
  });
}

interface Page {
  storage: ReturnType<typeof createFakeBackground>['storage'];
  sender: ReturnType<typeof createFakeBackground>['sender'];
  tabs: string[];
  persisted: () => number;
  press(name: string, inside?: string): void;
  sees(...words: string[]): Promise<unknown>;
}

export const step = (run: () => void): void => void act(run);
export const element = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;

interface PageOptions {
  data?: Record<string, unknown>;
  notes?: readonly Note[];
  isFirefox?: boolean;
  extension?: object;
  parts?: Partial<OptionsParts>;
}

export async function open(given: PageOptions = {}): Promise<Page> {
  const { storage, runtime, sender } = createFakeBackground();
  await writeNotes(sender, given.notes ?? [NOTE], { present: [] });
  Object.assign(storage.data, given.data);
  const tabs: string[] = [];
  let persisted = 0;
  const event = { addListener: () => undefined };
  const extension = {
    storage: { ...storage, sync: createFakeStorage().local },
    runtime: Object.assign(runtime, {
      getManifest: () => ({ name: 'Manicule', version: '1.0', commands: {} }),
    }),
    permissions: {
      contains: async () => false,
      request: async () => true,
      onAdded: event,
      onRemoved: event,
    },
    extension: {
      isAllowedFileSchemeAccess: async () => false,
      isAllowedIncognitoAccess: async () => false,
    },
    tabs: { create: async ({ url }: { url: string }) => void tabs.push(url) },
    commands: {
      getAll: async () => [{ name: 'next-term', description: 'Next', shortcut: 'Alt+Shift+L' }],
    },
    ...given.extension,
  } as unknown as Browser;
  let draw = (): void => undefined;
  const parts = createOptionsParts(extension, {
    strings,
    isFirefox: given.isFirefox ?? false,
    subjects: [{ id: 'china', name: { en: 'China' }, count: 2 }],
    onChanged: () => draw(),
  });
  const controller = createOptionsController({
    ...parts,
    persist: async () => ++persisted,
    sync: {
      start: () => undefined,
      hasConflicts: () => false,
      view: () => <p>Off.</p>,
      viewConflicts: () => <p>Two versions.</p>,
    },
    ...given.parts,
  });
  const container = root;
  draw = () =>
    step(() => {
      // An earlier test may still have work under way: it draws nowhere.
      if (container.isConnected) {
        render(<OptionsPage sections={controller.sections()} strings={strings} />, container);
      }
    });
  controller.start();
  return {
    storage,
    sender,
    tabs,
    persisted: () => persisted,
    press: (name, inside) => step(() => pressTrusted(controlNamed(inside ? element(inside) : root, name))),
    sees: (...words) =>
      until(() => words.every((word) => container.textContent.includes(word)), { what: words.join(' and ') }),
  };
}

/** Chooses a file in the field of a section. */
export function choose(id: string, name: string, text: string): void {
  const field = element<HTMLInputElement>(`#${id}-file`);
  Object.defineProperty(field, 'files', { value: [{ name, text: async () => text }], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  step(() => dispatchTrusted(field, new Event('change', { bubbles: true })));
}
