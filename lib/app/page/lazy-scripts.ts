import type { PassageSearch } from '../../core/anchoring/passage-finder.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { CardSurface } from '../../ui/card/card-bundle.ts';

/** Globals by which the scripts hand over their parts, in the world that they share with this one. */
interface Globals {
  maniculeSearch?: PassageSearch;
  maniculeCard?: CardSurface;
}

/** Scripts that only pages with marks or notes need; the background injects them on demand. */
export interface LazyScripts {
  loadFinder(): Promise<PassageSearch>;
  loadCard(): Promise<CardSurface>;
  /** Null until it is loaded. */
  readonly card: CardSurface | null;
}

/** The welcome page reads itself; nothing can be injected into a page of the extension. */
const isExtensionPage = (): boolean => /^(chrome|moz)-extension:$/.test(location.protocol);

function runHere(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = `/${script}.js`;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`The script ${script} could not be loaded.`));
    document.head.append(element);
  });
}

export function createLazyScripts(sender: Sender, signal: AbortSignal): LazyScripts {
  const globals = globalThis as Globals;
  // Parts of an earlier version of the extension.
  delete globals.maniculeSearch;
  delete globals.maniculeCard;
  const requests = new Map<keyof Globals, Promise<unknown>>();

  async function load<K extends keyof Globals>(
    name: K,
    script: 'finder' | 'card',
  ): Promise<NonNullable<Globals[K]>> {
    if (!globals[name]) {
      const request =
        requests.get(name) ??
        (isExtensionPage()
          ? runHere(script)
          : sender.sendUntilAcknowledged('page.runScript', { script }, { signal }));
      requests.set(name, request);
      // After a failure, the next call tries again.
      await request.finally(() => requests.delete(name));
    }
    const loaded = globals[name];
    if (!loaded) throw new Error(`The script ${script} could not be loaded.`);
    return loaded;
  }
  return {
    loadFinder: () => load('maniculeSearch', 'finder'),
    loadCard: () => load('maniculeCard', 'card'),
    get card() {
      return globals.maniculeCard ?? null;
    },
  };
}
