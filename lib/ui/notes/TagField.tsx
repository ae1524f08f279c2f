import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';
import { normalizeTags, putTag, tagAt } from '../../core/notes/tags.ts';

export interface TagFieldProps {
  value: string;
  complete(typed: string): Promise<readonly string[]>;
  strings: Strings;
  onChange(tags: string): void;
}

/** Tags as one types them, completed from those used before. A combobox: arrows choose, Enter takes, Esc closes. */
export function TagField({ value, complete, strings: { t, count }, onChange }: TagFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  /** Counts requests, so that a late answer is ignored. */
  const request = useRef(0);
  const caret = useRef<number | null>(null);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const [active, setActive] = useState(-1);

  const close = (): void => {
    request.current++;
    setOffered([]);
    setActive(-1);
  };
  function offer(text: string, position: number, offersAll = false): void {
    const { start, end, typed } = tagAt(text, position);
    if (typed === '' && !offersAll) return close();
    const number = ++request.current;
    const others = normalizeTags(`${text.slice(0, start)},${text.slice(end)}`).map((tag) =>
      tag.toLowerCase(),
    );
    complete(typed).then((tags) => {
      if (number !== request.current) return;
      setOffered(tags.filter((tag) => !others.includes(tag.toLowerCase())));
      setActive(offersAll ? 0 : -1);
      // Without an answer one types the tag to its end.
    }, close);
  }
  function take(tag: string): void {
    const put = putTag(value, tagAt(value, input.current?.selectionStart ?? value.length), tag);
    caret.current = put.caret;
    close();
    onChange(put.text);
  }
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const down = key === 'ArrowDown';
    if (down || key === 'ArrowUp') {
      event.preventDefault();
      if (offered.length === 0) {
        if (down) offer(value, input.current?.selectionStart ?? value.length, true);
        return;
      }
      // One more than there are tags: -1 stands for the text as typed.
      const choices = offered.length + 1;
      setActive(((active + 1 + (down ? 1 : -1) + choices) % choices) - 1);
    } else if (key === 'Enter' && offered[active] !== undefined) {
      event.preventDefault();
      take(offered[active]);
    } else if (key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      close();
    }
  }

  return (
    <div class="tag-field">
      <label>
        <span>{t('noteTags')}</span>
        <input
          ref={input}
          type="text"
          dir="auto"
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${String(active)}` : undefined}
          value={value}
          placeholder={t('noteTagsHint')}
          onInput={(event) => {
            const { value: text, selectionStart } = event.currentTarget;
            onChange(text);
            offer(text, selectionStart ?? text.length);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      </label>
      <ul id={`${id}-list`} role="listbox" aria-label={t('noteTagsKnown')} hidden={offered.length === 0}>
        {offered.map((tag, index) => (
          <li
            key={tag}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === active}
            dir="auto"
            // Before the field loses focus, which would take the list away.
            onPointerDown={(event) => {
              event.preventDefault();
              if (event.isTrusted) take(tag);
            }}
          >
            #{tag}
          </li>
        ))}
      </ul>
      <span class="sr" role="status">
        {offered.length > 0 && count('tagsOffered', offered.length)}
      </span>
    </div>
  );
}
