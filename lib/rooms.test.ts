/** Executes the tables of rooms and of domains in lib/README.md over every import of the repository. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCircles, isShipping, isTest, readSources, ROOT } from './testing/house/import-graph.ts';

const SHIPPING = ['lib/app', 'lib/core', 'lib/dom', 'lib/ui', 'lib/platform'];

/** Room → rooms it may import from, and packages. Tests may import anything. */
const ROOMS: Record<string, { rooms: string[]; packages: RegExp }> = {
  'lib/core': { rooms: ['lib/core'], packages: /^valibot$/ },
  'lib/dom': { rooms: ['lib/dom', 'lib/core'], packages: /^$/ },
  'lib/ui': { rooms: ['lib/ui', 'lib/core'], packages: /^preact(\/|$)/ },
  'lib/platform': {
    rooms: ['lib/platform', 'lib/core'],
    packages: /^(wxt\/browser|webextension-polyfill|idb|valibot|pouchdb-[\w-]+)$/,
  },
  'lib/app': {
    rooms: SHIPPING,
    packages: /^(wxt(\/|$)|webextension-polyfill$|preact(\/|$)|virtual:manicule\/)/,
  },
  entrypoints: {
    rooms: ['entrypoints', ...SHIPPING],
    packages: /^(wxt(\/|$)|preact(\/|$)|virtual:manicule\/)/,
  },
  glossary: { rooms: ['glossary'], packages: /^$/ },
  scripts: { rooms: ['scripts', 'lib/testing', 'entrypoints', ...SHIPPING], packages: /./ },
  'lib/testing': { rooms: ['scripts', 'lib/testing', 'entrypoints', ...SHIPPING], packages: /./ },
};

/** Packages that one file alone may import, whatever its room. */
const ALONE: Record<string, string> = {
  'lib/core/search/similar-words.ts': 'fuse.js',
  'lib/core/exchange/csv.ts': 'papaparse',
  'lib/core/anchoring/passage-similarity.ts': 'approx-string-match',
  'lib/core/notes/parse-markdown.ts': 'mdast-util-from-markdown',
};

/** Domain → other domains of its room that it may import from; a domain that is not here does not exist. */
const DOMAINS: Record<string, Record<string, string[]>> = {
  core: {
    base: [],
    marks: [],
    pointing: [],
    i18n: ['base'],
    glossary: ['base', 'i18n'],
    spotter: ['base'],
    sites: ['base', 'i18n'],
    judge: ['base', 'spotter'],
    anchoring: ['base', 'judge'],
    notes: ['base', 'i18n', 'anchoring', 'sites'],
    search: ['base', 'glossary', 'notes', 'sites'],
    backup: ['base', 'notes'],
    card: ['base', 'anchoring', 'glossary', 'i18n', 'judge', 'notes'],
    exchange: ['base', 'anchoring', 'backup', 'i18n', 'notes', 'sites'],
    sync: ['base', 'i18n', 'notes', 'sites'],
    settings: ['base', 'backup', 'i18n', 'judge', 'marks', 'pointing', 'sites'],
    'frame-card': ['base', 'card', 'notes', 'pointing', 'settings'],
    library: ['base', 'anchoring', 'i18n', 'notes', 'search', 'sites'],
    protocol: [
      'anchoring',
      'base',
      'card',
      'frame-card',
      'glossary',
      'i18n',
      'marks',
      'notes',
      'settings',
      'sites',
      'sync',
    ],
  },
  dom: {
    tree: [],
    reading: ['tree'],
    marks: ['tree', 'reading'],
    pointing: ['tree', 'marks'],
    card: ['tree'],
    notes: ['tree', 'reading'],
  },
  platform: {
    browser: [],
    messaging: [],
    storage: ['messaging'],
    notes: ['messaging', 'storage'],
    drafts: ['messaging', 'notes', 'storage'],
    tabs: ['messaging', 'storage'],
    sync: ['messaging', 'notes', 'storage'],
    backup: ['browser', 'messaging', 'notes', 'storage'],
  },
  ui: {
    base: [],
    notes: ['base'],
    card: ['base', 'notes'],
    popup: ['base', 'notes', 'card'],
    panel: ['base', 'notes', 'card'],
    library: ['base', 'notes'],
    options: ['base', 'notes'],
    welcome: ['base'],
  },
  // One surface never imports another: what two share belongs to a room.
  app: { background: [], page: [], popup: [], panel: [], library: [], options: [], welcome: ['page'] },
};

const TOP_LEVEL = ['entrypoints', 'glossary', 'lib', 'public', 'scripts', '.ci'];

const sources = readSources();
const imports = sources
  .filter(({ path }) => !isTest(path))
  .flatMap((source) => source.imports.map((imported) => ({ ...imported, path: source.path })));

const roomOf = (path: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

/** `lib/core/notes/note.ts` is in the domain `notes` of `core`. */
function domainOf(path: string): { room: string; domain: string } | null {
  const [top, room, domain, file] = path.split('/');
  return top === 'lib' && room! in DOMAINS && file !== undefined ? { room: room!, domain: domain! } : null;
}

describe('rooms', () => {
  test('every file lies in one', () => {
    expect(sources.filter(({ path }) => !roomOf(path) && !isTest(path)).map(({ path }) => path)).toEqual([]);
  });

  test('imports follow the table', () => {
    const breaches = imports.filter(({ path, target, isPackage }) => {
      const { rooms, packages } = ROOMS[roomOf(path)!]!;
      if (isPackage) return !packages.test(target) && ALONE[path] !== target;
      return !rooms.includes(roomOf(target) ?? '');
    });
    expect(breaches.map(({ path, target }) => `${path} imports ${target}`)).toEqual([]);
  });

  test('no entry imports another', () => {
    const entryOf = (path: string): string | undefined => /^entrypoints\/([^/.]+)/.exec(path)?.[1];
    const breaches = imports.filter(({ path, target }) => {
      const [from, to] = [entryOf(path), entryOf(target)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(breaches.map(({ path, target }) => `${path} imports ${target}`)).toEqual([]);
  });

  test('core says neither document, browser, clock nor timer', () => {
    const forbidden =
      /\b(document|window|browser|chrome|Date\.now|new Date\(\)|setTimeout|setInterval|performance)\b(?=[.(\s])/;
    const offenders = sources
      // Some words of the interface are also these.
      .filter(({ path }) => /^lib\/core\/(?!i18n\/tables\/)/.test(path) && !isTest(path))
      .filter(({ text }) => forbidden.test(withoutComments(text)));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  test('nothing shipped builds HTML from strings or prints', () => {
    const offenders = sources.filter(
      ({ path, text }) =>
        isShipping(path) &&
        /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|console\.)/.test(
          withoutComments(text),
        ),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});

describe('domains', () => {
  test('nothing lies at the root of a room', () => {
    const atRoot = sources.filter(({ path }) => /^lib\/(app|core|dom|platform|ui)\/[^/]+$/.test(path));
    expect(atRoot.map(({ path }) => path)).toEqual([]);
  });

  test('each folder of a room is in the table', () => {
    for (const [room, domains] of Object.entries(DOMAINS)) {
      const folders = sources.flatMap(({ path }) => {
        const place = domainOf(path);
        return place?.room === room ? [place.domain] : [];
      });
      expect(Object.keys(domains), room).toEqual(expect.arrayContaining([...new Set(folders)]));
    }
  });

  test('imports follow the table', () => {
    const breaches = imports.filter(({ path, target }) => {
      const [from, to] = [domainOf(path), domainOf(target)];
      if (!from || !to || from.room !== to.room || from.domain === to.domain) return false;
      return !DOMAINS[from.room]?.[from.domain]?.includes(to.domain);
    });
    expect(breaches.map(({ path, target }) => `${path} imports ${target}`)).toEqual([]);
  });

  test('the table has no circle', () => {
    for (const [room, domains] of Object.entries(DOMAINS)) {
      const reach = (domain: string, seen: string[]): string[] =>
        seen.includes(domain)
          ? [[...seen, domain].join(' → ')]
          : domains[domain]!.flatMap((next) => reach(next, [...seen, domain]));
      expect(
        Object.keys(domains).flatMap((domain) => reach(domain, [])),
        room,
      ).toEqual([]);
    }
  });

  test('no file reaches itself by imports of values', () => {
    expect(findCircles(sources).filter(([first]) => isShipping(first!))).toEqual([]);
  });
});

test('the top level holds what the README names', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !['node_modules', '.git', '.output', '.wxt', '.cache', 'coverage'].includes(entry.name),
    )
    .map((entry) => entry.name);
  expect(folders.filter((folder) => !TOP_LEVEL.includes(folder))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
