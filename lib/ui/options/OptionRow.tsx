import type { ComponentChildren } from 'preact';

export interface OptionRowProps {
  id: string;
  title: string;
  /** Why one would change it, or what follows. */
  reason: string;
  /** Labelled by `<id>-title`, described by `<id>-reason`. */
  control: ComponentChildren;
  /** Below, over the full width. */
  more?: ComponentChildren;
}

/** One option: title and reason, with the control at the end of the line. */
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

interface SelectProps<T extends string | number> {
  id: string;
  value: T;
  choices: readonly (readonly [value: T, name: string])[];
  /** For a control outside a row that names it. */
  label?: string;
  onPick(value: T): void;
}

/** Chooses one of a few values. */
export function Select<T extends string | number>({ id, value, choices, label, onPick }: SelectProps<T>) {
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

interface SwitchProps {
  id: string;
  isOn: boolean;
  onSwitch(isOn: boolean): void;
}

/** Turns an option on or off. */
function Switch({ id, isOn, onSwitch }: SwitchProps) {
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

type SelectRowProps<T extends string | number> = Omit<OptionRowProps, 'control'> &
  Omit<SelectProps<T>, 'id' | 'label'>;

export const selectRow = <T extends string | number>(props: SelectRowProps<T>): OptionRowProps => {
  const { value, choices, onPick, ...row } = props;
  return { ...row, control: <Select id={row.id} {...{ value, choices, onPick }} /> };
};

export const switchRow = (props: Omit<OptionRowProps, 'control'> & SwitchProps): OptionRowProps => {
  const { isOn, onSwitch, ...row } = props;
  return { ...row, control: <Switch id={row.id} {...{ isOn, onSwitch }} /> };
};
