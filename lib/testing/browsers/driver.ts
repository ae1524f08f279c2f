/**
 * Drives a browser with the extension installed, for tests and `npm start`; the same in Chromium and Firefox.
 * Input is real: trusted events that the browser makes from what a mouse and a keyboard would send. One tab is in
 * front, and all that concerns a page is about that one.
 */
import type { PageStatus } from '../../core/sites/page-status.ts';
import { until } from '../until.ts';
import { isGuarded, type CardView } from './shown-card.ts';

export type BrowserName = 'chromium' | 'firefox';

/** Runs there, not here: it sees its arguments and the globals of the page, nothing else of this file. */
export type Remote<T, A extends readonly unknown[]> = string | ((...args: A) => T | Promise<T>);

export interface ClickOptions {
  button?: 'left' | 'right';
  /** Also on a card that refuses presses, since it was just opened. */
  atOnce?: boolean;
}

export interface ReadingBrowser {
  readonly name: BrowserName;

  /** Loads a page and waits for its load event. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates in the page. To keep something for later, set it on `window`. Answers and arguments are JSON. */
  evaluate<T, A extends readonly unknown[] = []>(run: Remote<T, A>, ...args: A): Promise<T>;
  /** Opens a tab in front. Gives its number; tabs count from 0. */
  newTab(): Promise<number>;
  /**
   * Lets the extension into private windows, which reloads it, and opens one, with its tab in front. Null where a
   * driver cannot see its pages (Chromium).
   */
  readonly newPrivateTab: (() => Promise<number>) | null;
  /** Opens the files of this machine to the extension, or closes them, as a reader does on the browser's page about it. */
  allowFiles(allowed: boolean): Promise<void>;
  toTab(tab: number): Promise<void>;
  /** Closes the tab in front; the first one comes to the front. */
  closeTab(): Promise<void>;

  /** In CSS pixels of the viewport; on the way it passes `steps` points (3), one a frame, as a hand would. */
  moveMouse(x: number, y: number, options?: { steps?: number }): Promise<void>;
  click(x: number, y: number, options?: ClickOptions): Promise<void>;
  mouseDown(): Promise<void>;
  mouseUp(): Promise<void>;
  /** Turns the wheel where the mouse is, and waits until the page has drawn what that did. */
  wheel(deltaY: number): Promise<void>;
  /** A key, with modifiers: `Enter`, `Shift+Tab`, `a`. */
  press(shortcut: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Gives the file field with this id a file of the disk, as the browser's own dialog would. */
  chooseFile(id: string, path: string): Promise<void>;
  /** Folder for the files that a page lets the browser save. */
  readonly downloads: string;
  setViewport(width: number, height: number): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** A finger, down at the first point, over the others, and up. Null where the browser has no way (Firefox). */
  readonly swipe: ((points: readonly { x: number; y: number }[]) => Promise<void>) | null;
  /** The page's accessibility tree: roles and names, indented. Null if the browser does not give it. */
  readonly accessibilityTree: (() => Promise<string[]>) | null;
  /** Shows the page as it would be printed, or on the screen again. */
  setMedia(media: 'screen' | 'print'): Promise<void>;
  /** A picture of the viewport, as PNG, written to the path if one is given. */
  screenshot(path?: string): Promise<Buffer>;

  /** The open card, read through its closed shadow root; null while none is open. */
  card(): Promise<CardView | null>;
  /** Asks the content script what it found. Null where none answers. */
  status(): Promise<PageStatus | null>;
  /** Sends any message to the content script of the tab in front. Throws with its words when it refuses. */
  ask(name: string, params?: object): Promise<unknown>;
  /**
   * Chooses our item in the context menu of a place of the page, as a reader would: opens the menu by the right button
   * and activates the item. Null where the browser shows no menu without a window (Chromium without a display).
   */
  readonly chooseFromMenu: ((x: number, y: number) => Promise<void>) | null;
  /** Presses the keys that the browser has really assigned to a command of the extension. Throws if it has none. */
  command(name: string): Promise<void>;
  readonly popup: Popup;

  install(): Promise<void>;
  uninstall(): Promise<void>;
  /** As an update does: a new background, and content scripts whose extension is gone. */
  reloadExtension(): Promise<void>;
  /** Ends the background as the browser does after a while of rest; the next event wakes it. */
  killBackground(): Promise<void>;
  isBackgroundAlive(): Promise<boolean>;
  /** Evaluates in the background, which is woken if it sleeps. `browser` or `chrome` is there. */
  background<T, A extends readonly unknown[] = []>(run: Remote<T, A>, ...args: A): Promise<T>;
  /** Address of an extension page: `extensionUrl('popup.html')`. */
  extensionUrl(path: string): string;

  /** Errors of the pages and of the extension since the start, in the order seen. */
  errors(): Promise<string[]>;
  /** Ends the browser and starts it again with the same profile and the extension. One empty tab is open then. */
  restart(): Promise<void>;
  /** Ends it, and takes the profile away if it was made for this run. */
  close(): Promise<void>;
  /** Resolves when the browser has been closed, by us or by the reader. */
  readonly closed: Promise<void>;
}

/** The real popup of the toolbar button. */
export interface Popup {
  open(): Promise<void>;
  /** Also true when a shortcut opened it. */
  isOpen(): Promise<boolean>;
  evaluate<T, A extends readonly unknown[] = []>(run: Remote<T, A>, ...args: A): Promise<T>;
  type(text: string): Promise<void>;
  press(shortcut: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Its visible text. */
  text(): Promise<string>;
  screenshot(path?: string): Promise<Buffer>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the built extension. */
  extension: string;
  /** True by default. */
  headless?: boolean;
  /** False leaves it to `install()`. True by default. */
  installed?: boolean;
  /** Whether the page that welcomes after an install stays open; as headless runs want it, it does not. */
  welcome?: boolean;
  /** The reader's languages, the first one first; English by default. */
  languages?: readonly string[];
  /** The size of text that the reader has set, in pixels; 16 by default. For a profile that is made for the run. */
  textSize?: number;
  /** A folder to keep; by default one is made for the run. */
  profile?: string;
  /** Path of the browser; by default it is looked for. */
  executable?: string;
}

export async function launchReadingBrowser(
  name: BrowserName,
  options: LaunchOptions,
): Promise<ReadingBrowser> {
  const browser =
    name === 'firefox'
      ? await (await import('./firefox.ts')).launchFirefox(options)
      : await (await import('./chromium.ts')).launchChromium(options);
  return waitForGuard(browser);
}

/** Presses wait until an open card takes them, as a reader does who looks before pressing. */
function waitForGuard(browser: ReadingBrowser): ReadingBrowser {
  const { click } = browser;
  const isOpen = async (): Promise<boolean> => !isGuarded(await browser.card().catch(() => null));
  return Object.assign(browser, {
    async click(x: number, y: number, options: ClickOptions = {}) {
      if (!options.atOnce) await until(isOpen, { what: 'the card to take presses' });
      return click(x, y, options);
    },
  });
}

/** For a launch that fails half-way: nobody else can end that browser. */
export const notLeftBehind =
  (end: () => Promise<void>) =>
  async (error: unknown): Promise<never> => {
    await end().catch(() => undefined);
    throw error;
  };

/** The pace of a hand on a mouse: the page draws between two of its events. */
export const FRAME_MS = 20;

/** In the page: resolves when it has drawn again, twice. */
export const DRAWN =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/** One expression out of what was given to run. */
export const expressionOf = <T, A extends readonly unknown[]>(run: Remote<T, A>, args: A): string =>
  typeof run === 'string' ? run : `(${run.toString()})(...${JSON.stringify(args)})`;
