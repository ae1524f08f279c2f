export interface FitWindowParts {
  /** In CSS pixels. */
  windowHeight(): number;
  contentHeight(): number;
  setMaxHeight(height: number): void;
  /** Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The browser is done with the size of its window when nothing has changed for this long. */
const SETTLE_MS = 300;
/** A lower height is not a limit of the browser: its window is still growing. */
const MIN_LIMIT = 360;

/**
 * On a low screen the browser gives the popup less than it asks for. CSS cannot know: the window takes its height from
 * the content, so that `100vh` is next to nothing in Chromium and Firefox of November 2026.
 * The returned function is to be called on `resize`.
 */
export function createFitWindow({ windowHeight, contentHeight, setMaxHeight, after }: FitWindowParts) {
  let cancel = (): void => undefined;
  return (): void => {
    cancel();
    cancel = after(SETTLE_MS, () => {
      const height = windowHeight();
      if (height >= MIN_LIMIT && contentHeight() > height) setMaxHeight(height);
    });
  };
}

export function fitWindow(view: Window): void {
  const { documentElement: root } = view.document;
  view.addEventListener(
    'resize',
    createFitWindow({
      windowHeight: () => view.innerHeight,
      contentHeight: () => root.scrollHeight,
      setMaxHeight: (height) => root.style.setProperty('--window-height', `${height}px`),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
}
