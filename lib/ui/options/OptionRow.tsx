import type { ComponentChildren } from 'preact';

export interface OptionRowProps {
  id: string;
  title: string;
  /** Why one would, or what follows. */
  reason: string;
  /** What is chosen with; labelled by `<id>-title`, described by `<id>-reason`. */
  control: ComponentChildren;
  /** Shown below, over the whole width. */
  more?: ComponentChildren;
}

/** One option: its name and its reason, and beside it what is chosen with. */
export function OptionRow({ id, title, reason, control, more }: OptionRowProps) {
  return (
    <div class="option" id={`option-${id}`}>
      <div class="option-words">
        <strong id={`${id}-title`}>{title}</strong>
        <p class="hint" id={`${id}-reason`}>
          {reason}
        </p>
      </div>
      <div class="option-control">{control}</div>
      {more && <div class="option-more">{more}</div>}
    </div>
  );
}

export interface PickProps<T extends string | number> {
  id: string;
  value: T;
  choices: readonly (readonly [value: T, name: string])[];
  /** Where no row names it. */
  label?: string;
  onPick(value: T): void;
}

/** One of a few. */
export function Pick<T extends string | number>({ id, value, choices, label, onPick }: PickProps<T>) {
  const name = label === undefined ? { 'aria-labelledby': `${id}-title` } : { 'aria-label': label };
  return (
    <select
      id={id}
      {...name}
      {...(label === undefined && { 'aria-describedby': `${id}-reason` })}
      onChange={(event) => {
        const picked = choices.find(([each]) => String(each) === event.currentTarget.value);
        if (picked && event.isTrusted) onPick(picked[0]);
      }}
    >
      {choices.map(([each, text]) => (
        <option key={each} value={String(each)} selected={each === value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** On or off. */
export function Switch({ id, isOn, onSwitch }: { id: string; isOn: boolean; onSwitch(on: boolean): void }) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      id={id}
      aria-checked={isOn}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-reason`}
      onClick={(event) => event.isTrusted && onSwitch(!isOn)}
    />
  );
}
