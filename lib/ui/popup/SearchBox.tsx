import { useRef } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';
import { useAutofocus } from '../base/use-autofocus.ts';

/** `Pin` is Enter with Ctrl or Cmd. */
export type SearchKey = 'ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'Enter' | 'Pin' | 'Escape';

export interface SearchBoxProps {
  query: string;
  /** Id of the row under the cursor; null if there is no row. */
  active: string | null;
  strings: Strings;
  onType(query: string): void;
  /** False: the browser is to handle the key. */
  onKey(key: SearchKey): boolean;
}

/** The field of the combobox: it has the focus while the cursor moves in the list. */
export function SearchBox({ query, active, strings: { t }, onType, onKey }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useAutofocus(input);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key } = event;
    const isPin = key === 'Enter' && (event.ctrlKey || event.metaKey);
    // In a text these keys move the caret.
    if ((key === 'Home' || key === 'End') && query !== '') return;
    const known = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'Escape'] as const;
    const named = known.find((each) => each === key);
    if (named && onKey(isPin ? 'Pin' : named)) event.preventDefault();
  };
  return (
    <input
      ref={input}
      class="search"
      type="text"
      role="combobox"
      aria-label={t('searchLabel')}
      aria-expanded={active !== null}
      aria-controls="results"
      aria-autocomplete="list"
      aria-activedescendant={active ?? undefined}
      placeholder={t('searchHint')}
      autocomplete="off"
      spellcheck={false}
      value={query}
      onInput={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
