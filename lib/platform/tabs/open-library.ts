import type { Tabs } from 'webextension-polyfill';

const LIBRARY = 'library.html';

export interface LibraryParts {
  tabs: Pick<Tabs.Static, 'query' | 'create' | 'update'>;
  /** Address of the extension's pages. */
  base: string;
}

/** The library in front: the one that is open, else a new tab. `hash`: what is shown in it, as `#notes/bin`. */
export async function openLibrary({ tabs, base }: LibraryParts, hash = ''): Promise<void> {
  const url = `${base}${LIBRARY}`;
  const open = (await tabs.query({ currentWindow: true })).find((tab) => tab.url?.startsWith(url));
  if (open?.id === undefined) await tabs.create({ url: url + hash });
  else await tabs.update(open.id, { active: true, ...(hash !== '' && { url: url + hash }) });
}
