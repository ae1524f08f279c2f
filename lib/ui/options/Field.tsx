import type { ComponentChildren } from 'preact';

export interface FieldProps {
  id: string;
  label: string;
  value: string;
  isSecret?: boolean;
  hint?: string;
  example?: string;
  error?: string | undefined;
  autocomplete?: string;
  onType(text: string): void;
  onLeave?: () => void;
}

/** A labelled text field with its error. */
export function Field(props: FieldProps) {
  const { id, label, value, isSecret, hint, example, error, autocomplete = 'off' } = props;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...(isSecret ? { type: 'password' } : { type: 'text' })}
        {...{ id, value, autocomplete }}
        {...(example !== undefined && { placeholder: example })}
        spellcheck={false}
        autocapitalize="none"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy || undefined}
        onInput={(event) => props.onType(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Rendered while empty too: a live region has to exist before its text changes to be announced. */
export function FieldError({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <p class="error" id={id} role="alert">
      {children}
    </p>
  );
}
