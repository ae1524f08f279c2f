import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';
import { normalizeTags, putTag, tagAt } from '../../core/notes/tags.ts';

export interface TagFieldProps {
  value: string;
  complete(typed: string): Promise<readonly string[]>;
  strings: Strings;
  onChange(tags: string): void;
}

/** Tags as one types them, with those that the reader used before. A combobox: arrows choose, Enter takes, Esc puts away. */
export function TagField({ value, complete, strings: { t, count }, onChange }: TagFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const caret = useRef<number | null>(null);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const [active, setActive] = useState(-1);

  const close = (): void => {
    asked.current++;
    setOffered([]);
    setActive(-1);
  };
  function offer(text: string, at: number, evenNothing = false): void {
    const { start, end, typed } = tagAt(text, at);
    if (typed === '' && !evenNothing) return close();
    const question = ++asked.current;
    const others = normalizeTags(`${text.slice(0, start)},${text.slice(end)}`).map((tag) =>
      tag.toLowerCase(),
    );
    void complete(typed).then((tags) => {
      if (question !== asked.current) return;
      setOffered(tags.filter((tag) => !others.includes(tag.toLowerCase())));
      setActive(evenNothing ? 0 : -1);
    });
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
      // One place more than there are tags: what was typed.
      const places = offered.length + 1;
      setActive(((active + 1 + (down ? 1 : -1) + places) % places) - 1);
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
          aria-controls="tags-offered"
          aria-activedescendant={active >= 0 ? `tag-${active}` : undefined}
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
      <ul id="tags-offered" role="listbox" aria-label={t('noteTagsKnown')} hidden={offered.length === 0}>
        {offered.map((tag, at) => (
          <li
            key={tag}
            id={`tag-${at}`}
            role="option"
            aria-selected={at === active}
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
