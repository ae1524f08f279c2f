import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab {
  id: string;
  name: string;
  count: number;
  view(): ComponentChildren;
}

export interface TabsProps {
  tabs: readonly Tab[];
  chosen: string;
  label: string;
  dir: 'ltr' | 'rtl';
  onChoose(id: string): void;
}

/** Tabs as the pattern has them: arrows go from one to the other, and only the one in front is on the way of Tab. */
export function Tabs({ tabs, chosen, label, dir, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length]!;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === chosen}
            aria-controls={`of-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {name} <span class="n">{count}</span>
          </button>
        ))}
      </div>
      {tabs.map(({ id, view }) => (
        <div key={id} role="tabpanel" id={`of-${id}`} aria-labelledby={`tab-${id}`} hidden={id !== chosen}>
          {id === chosen && view()}
        </div>
      ))}
    </>
  );
}
