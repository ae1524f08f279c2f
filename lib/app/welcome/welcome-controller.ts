/** The welcome page without its surface: access, shortcuts, and whether the search opened. */
import type { Commands } from 'webextension-polyfill';
import type { WelcomeKeys } from '../../ui/welcome/WelcomePage.tsx';

export interface WelcomeParts {
  hasAccess(): Promise<boolean>;
  requestAccess(): Promise<unknown>;
  /** Empty if the browser has no commands. */
  commands(): Promise<readonly Pick<Commands.Command, 'name' | 'shortcut'>[]>;
  openSearch(): Promise<unknown>;
  /** False: nothing is selected. */
  pinSelection(): Promise<boolean>;
  selectFirstSentence(): void;
  onChanged(): void;
}

export interface WelcomeModel {
  /** Null until the browser has answered. */
  access: boolean | null;
  keys: WelcomeKeys;
  /** The browser does not open the search from here. */
  searchByHand: boolean;
}

export interface WelcomeController {
  model(): WelcomeModel;
  /** To be called at the start, and when permissions have changed. */
  refresh(): Promise<void>;
  search(): Promise<void>;
  /** Pins what the reader has selected, else the first sentence. */
  pin(): Promise<void>;
  allow(): Promise<void>;
}

export function createWelcomeController(parts: WelcomeParts): WelcomeController {
  let model: WelcomeModel = {
    access: null,
    keys: { search: '', next: '', previous: '', open: '' },
    searchByHand: false,
  };

  function change(part: Partial<WelcomeModel>): void {
    model = { ...model, ...part };
    parts.onChanged();
  }

  async function refresh(): Promise<void> {
    change({ access: await parts.hasAccess() });
    const commands = await parts.commands();
    const keyOf = (command: string): string => commands.find(({ name }) => name === command)?.shortcut ?? '';
    change({
      keys: {
        search: keyOf('_execute_action'),
        next: keyOf('next-term'),
        previous: keyOf('previous-term'),
        open: keyOf('open-card'),
      },
    });
  }

  return {
    model: () => model,
    refresh,
    async search() {
      const isOpened = await parts.openSearch().then(
        () => true,
        () => false,
      );
      change({ searchByHand: !isOpened });
    },
    async pin() {
      if (await parts.pinSelection()) return;
      parts.selectFirstSentence();
      await parts.pinSelection();
    },
    async allow() {
      await parts.requestAccess();
      await refresh();
    },
  };
}
