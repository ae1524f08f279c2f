import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.doUnmock('virtual:manicule/highlight-rules');
  vi.resetModules();
});

/** Loads the module for one browser; another test file may have loaded it already. */
async function load(isFirefox: boolean) {
  vi.resetModules();
  vi.stubEnv('FIREFOX', isFirefox ? 'yes' : '');
  vi.doMock('virtual:manicule/highlight-rules', () => ({
    default:
      '::highlight(manicule) {\n  color: red;\n  --manicule-own: 1;\n  text-decoration: underline;\n}\n',
  }));
  return import('./highlight-sheet.ts');
}

test('in Firefox, what shadow trees show holds only while the document has the sheet of the extension', async () => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      text = '';
      replaceSync(text: string): void {
        this.text = text;
      }
    },
  );
  const { cardDisplay, highlightSheet } = await load(true);
  expect(highlightSheet!()).toMatchObject({
    text:
      '::highlight(manicule) {\n  color: var(--manicule-highlights) red;\n  --manicule-own: 1;\n' +
      '  text-decoration: var(--manicule-highlights) underline;\n}\n',
  });
  expect(cardDisplay).toBe('var(--manicule-card, none)');
});

test('elsewhere the rules of the document reach into shadow trees, and cards are shown as they are', async () => {
  const { cardDisplay, highlightSheet } = await load(false);
  expect([highlightSheet, cardDisplay]).toEqual([undefined, 'flex']);
});
