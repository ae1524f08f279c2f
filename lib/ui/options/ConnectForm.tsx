import { useEffect, useRef } from 'preact/hooks';
import { faultText } from '../../core/i18n/import-error-text.ts';
import type { Fault } from '../../core/base/result.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { ConnectFormState, ConnectFormEvent } from '../../core/sync/connect-form.ts';
import { Field, FieldError } from './Field.tsx';

export interface ConnectFormProps {
  form: ConnectFormState;
  strings: Strings;
  onForm(event: ConnectFormEvent): void;
}

/** Address, user and password, then a confirmation that names the server. */
export function ConnectForm({ form, strings, onForm }: ConnectFormProps) {
  const { t } = strings;
  const root = useRef<HTMLFormElement>(null);
  const isFirst = useRef(true);
  const { step, errors, target } = form;
  const errorText = (error: Fault | string | undefined): string | undefined =>
    typeof error === 'object' ? faultText(error, strings) : error;

  // Focus goes to the confirmation, then back to the first invalid field or the first of all.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const form = root.current;
    const next = step === 'typing' ? form?.querySelector('[aria-invalid=true]') : form?.querySelector('h3');
    ((next ?? form?.querySelector('input')) as HTMLElement | null | undefined)?.focus();
  }, [step]);

  return (
    <form
      ref={root}
      class={`sheet ${step === 'typing' ? '' : 'asks'}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (event.isTrusted) onForm({ type: step === 'typing' ? 'submitted' : 'confirmed' });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && step === 'confirming') onForm({ type: 'cancelled' });
      }}
    >
      {step === 'typing' || !target ? (
        <>
          <Field
            id="sync-address"
            label={t('syncAddress')}
            value={form.address}
            example={t('syncAddressHint')}
            error={errorText(errors.address)}
            onType={(text) => onForm({ type: 'typed', field: 'address', text })}
            onLeave={() => onForm({ type: 'left' })}
          />
          <div class="fields">
            <Field
              id="sync-user"
              label={t('syncUser')}
              value={form.user}
              autocomplete="username"
              error={errorText(errors.user)}
              onType={(text) => onForm({ type: 'typed', field: 'user', text })}
            />
            <Field
              id="sync-password"
              label={t('syncPassword')}
              value={form.password}
              isSecret
              autocomplete="current-password"
              error={errorText(errors.password)}
              onType={(text) => onForm({ type: 'typed', field: 'password', text })}
            />
          </div>
          <p class="hint">{t('syncPasswordHint')}</p>
          <FieldError id="sync-error">{errorText(errors.all)}</FieldError>
          <div class="row-of-buttons">
            <button class="primary" type="submit">
              {t('syncConnect')}
            </button>
          </div>
        </>
      ) : (
        <>
          <h3 class="origin" tabIndex={-1}>
            {t('syncConfirmTitle', { origin: target.origin })}
          </h3>
          <p>{t('syncConfirmSent')}</p>
          <p>{t('syncConfirmTaken', { database: target.database })}</p>
          <p class="muted">{t('syncConfirmNot')}</p>
          <div class="row-of-buttons">
            <button class="primary" type="submit" disabled={step === 'connecting'}>
              {step === 'connecting' ? t('syncConnecting', { origin: target.origin }) : t('syncConfirmYes')}
            </button>
            <button
              type="button"
              disabled={step === 'connecting'}
              onClick={(event) => event.isTrusted && onForm({ type: 'cancelled' })}
            >
              {t('syncConfirmNo')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}
