import type { PassageSearch } from '../../core/anchoring/passage-search.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { CardSurface } from '../../ui/card/card-bundle.ts';

/** What the scripts beside this one leave for it, in the world that they share. */
interface Left {
  maniculeSearch?: PassageSearch;
  maniculeCard?: CardSurface;
}

/** Scripts that a page needs only once it has marks or notes; the background runs them beside this one when asked. */
export interface LazyScripts {
  bringFinder(): Promise<PassageSearch>;
  bringCard(): Promise<CardSurface>;
  /** Null until it came. */
  readonly card: CardSurface | null;
}

/** The page that welcomes reads itself, and nothing is put into it from outside. */
const isOurs = (): boolean => /^(chrome|moz)-extension:$/.test(location.protocol);

function runHere(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = `/${script}.js`;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`The script ${script} did not come.`));
    document.head.append(element);
  });
}

export function createLazyScripts(sender: Sender, signal: AbortSignal): LazyScripts {
  const left = globalThis as Left;
  // An older version of ours may have left its own.
  delete left.maniculeSearch;
  delete left.maniculeCard;
  const asked = new Map<keyof Left, Promise<unknown>>();

  async function bring<K extends keyof Left>(
    name: K,
    script: 'finder' | 'card',
  ): Promise<NonNullable<Left[K]>> {
    if (!left[name]) {
      const answer =
        asked.get(name) ??
        (isOurs() ? runHere(script) : sender.sendUntilAcknowledged('page.runScript', { script }, { signal }));
      asked.set(name, answer);
      // A background that was away may be asked again.
      await answer.finally(() => asked.delete(name));
    }
    const brought = left[name];
    if (!brought) throw new Error(`The script ${script} did not come.`);
    return brought;
  }
  return {
    bringFinder: () => bring('maniculeSearch', 'finder'),
    bringCard: () => bring('maniculeCard', 'card'),
    get card() {
      return left.maniculeCard ?? null;
    },
  };
}
