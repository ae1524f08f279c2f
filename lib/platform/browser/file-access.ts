import type { Extension, Runtime } from 'webextension-polyfill';

/** Firefox opened files to everybody who may read all pages before this version, and said no when asked. */
const FIREFOX_ASKS_SINCE = 153;

export interface FileAccessParts {
  extension: Pick<Extension.Static, 'isAllowedFileSchemeAccess'>;
  /** Chromium has no word on itself. */
  runtime: Partial<Pick<Runtime.Static, 'getBrowserInfo'>>;
}

/** Whether pages that are files of the reader's are open to us. */
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
