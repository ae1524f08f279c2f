/** Popovers for tests in jsdom, which has none: they record their calls and the models drawn in them. */
import type { CardIntent, CardModel } from '../core/card/card-model.ts';
import { en } from '../core/i18n/tables/card/en.ts';
import type { PopoverHost, PopoverHostOptions } from '../dom/card/popover-host.ts';
import type { CardSurface } from '../ui/card/card-bundle.ts';

export interface FakePopover {
  createHost(options: PopoverHostOptions): PopoverHost;
  surface: CardSurface;
  /** Calls of all hosts, in order; `moveTo` as its layout. */
  calls: string[];
  drawn: { model: CardModel; textSize: number }[];
  /** Options of the last host; set once it is made. */
  options: PopoverHostOptions;
  /** Reports an intent, as a press in the card does. */
  intend(intent: CardIntent): void;
  /** Some host is open. */
  readonly isOpen: boolean;
  /** The last model drawn. */
  model(): CardModel;
}

const CARD_RECT = { x: 100, y: 200, width: 300, height: 150 };

export function createFakePopover(): FakePopover {
  const openHosts = new Set<PopoverHost>();
  let onIntent: (intent: CardIntent) => void = () => undefined;
  const fake: FakePopover = {
    calls: [],
    drawn: [],
    options: null!,
    surface: {
      css: '',
      english: en,
      mount(_root, _strings, _tools, report) {
        onIntent = report;
        return {
          update: (model: CardModel, textSize = 100) => void fake.drawn.push({ model, textSize }),
        } as ReturnType<CardSurface['mount']>;
      },
    },
    intend: (intent) => onIntent(intent),
    get isOpen() {
      return openHosts.size > 0;
    },
    model: () => fake.drawn.at(-1)!.model,
    createHost(options) {
      fake.options = options;
      const host: PopoverHost = {
        root: { activeElement: null } as ShadowRoot,
        element: options.document.createElement('div'),
        get isOpen() {
          return openHosts.has(host);
        },
        open() {
          fake.calls.push(host.isOpen ? 'open again' : 'open');
          openHosts.add(host);
        },
        moveTo: ({ layout }) => void fake.calls.push(layout),
        textScale: () => 2,
        size: () => ({ width: 300, height: 150 }),
        rect: () => (host.isOpen ? CARD_RECT : null),
        focus: () => void fake.calls.push('focus'),
        close({ returnFocus = false } = {}) {
          if (openHosts.delete(host)) fake.calls.push(returnFocus ? 'close and return focus' : 'close');
        },
      };
      return host;
    },
  };
  return fake;
}
