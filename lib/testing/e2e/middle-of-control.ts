import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';

export interface ControlQuery {
  /** Its text as shown, or its label or title; any by default. */
  name?: string;
  /** Any enabled control by default. */
  selector?: string;
  /** Selector of an element that contains it. */
  within?: string;
}

const CONTROLS = 'button:not(:disabled), a, input, label, summary';

/**
 * Waits until a control stands still in view with nothing over it, and resolves to its middle. A page that just changed
 * moves its controls for some frames: a press would land beside them.
 */
export function middleOfControl(
  surface: Pick<ReadingBrowser, 'evaluate'>,
  { name, selector = CONTROLS, within = 'html' }: ControlQuery,
): Promise<[x: number, y: number]> {
  return until(
    () =>
      surface.evaluate(
        async (controls, wanted, root) => {
          const named = ({ ariaLabel, title, innerText, textContent }: HTMLElement): boolean =>
            wanted === '' || [ariaLabel, title, innerText.trim(), textContent.trim()].includes(wanted);
          const control = [
            ...(document.querySelector(root)?.querySelectorAll<HTMLElement>(controls) ?? []),
          ].find(named);
          if (!control) return null;
          const middle = (): [number, number] => {
            const { x, y, width, height } = control.getBoundingClientRect();
            return [x + width / 2, y + height / 2];
          };
          control.scrollIntoView({ block: 'center', behavior: 'instant' });
          const before = middle();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const after = middle();
          const isStill = Math.hypot(after[0] - before[0], after[1] - before[1]) < 1;
          return isStill && control.contains(document.elementFromPoint(...after)) ? after : null;
        },
        selector,
        name ?? '',
        within,
      ),
    { what: `the control ${name ?? selector}` },
  );
}
