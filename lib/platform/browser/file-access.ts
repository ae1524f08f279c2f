import type { Extension, Runtime } from 'webextension-polyfill';

/** Before this version Firefox let every extension that may read all pages read files, yet reported that it did not. */
const FIREFOX_ASKS_SINCE = 153;

export interface FileAccessParts {
  extension: Pick<Extension.Static, 'isAllowedFileSchemeAccess'>;
  /** Chromium lacks `getBrowserInfo`. */
  runtime: Partial<Pick<Runtime.Static, 'getBrowserInfo'>>;
}

/** Whether the extension may read pages that are local files. */
export async function mayReadFiles({ extension, runtime }: FileAccessParts): Promise<boolean> {
  if (await extension.isAllowedFileSchemeAccess()) return true;
  const info = await runtime.getBrowserInfo?.();
  return info !== undefined && parseInt(info.version, 10) < FIREFOX_ASKS_SINCE;
}

/** The parts about files that `readTab` needs. In Firefox no extension may open the browser's page about it. */
export const fileAccessState = (parts: FileAccessParts, isFirefox: boolean) => ({
  filesAllowed: (): Promise<boolean> => mayReadFiles(parts),
  detailsByHand: isFirefox,
});
