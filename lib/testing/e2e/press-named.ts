import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';

/** Clicks what is named so in the library, in a note where one is given, as a hand would. */
export async function pressNamed(browser: ReadingBrowser, name: string, inNote = ''): Promise<void> {
  const place = await until(
    () =>
      browser.evaluate(
        async (wanted, id) => {
          const root =
            document.querySelector('dialog') ?? document.querySelector(id ? `[data-note=${id}]` : 'body');
          const controls = root?.querySelectorAll<HTMLElement>('button, a, input, label') ?? [];
          const control = [...controls].find((one) =>
            [one.ariaLabel, one.textContent.trim()].includes(wanted),
          );
          if (!control) return null;
          control.scrollIntoView({ block: 'center', behavior: 'instant' });
          // A row comes to its height only when it is in view, and what was just done may still move it.
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const { x, y, width, height } = control.getBoundingClientRect();
          const place = [x + width / 2, y + height / 2] as const;
          return control.contains(document.elementFromPoint(...place)) ? place : null;
        },
        name,
        inNote,
      ),
    { what: `the control ${name}` },
  );
  await browser.click(...place);
}
