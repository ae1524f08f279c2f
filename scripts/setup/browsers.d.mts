export type BrowserKind = 'chromium' | 'firefox';
export interface FoundBrowser {
  kind: BrowserKind;
  path: string;
}
export function kindOf(path: string): BrowserKind;
export function locateBrowser(kind: BrowserKind): string | null;
export function findBrowser(kind: BrowserKind): FoundBrowser;
