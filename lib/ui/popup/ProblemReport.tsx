import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface ProblemReportProps {
  text: string;
  hasAddress: boolean;
  withAddress: boolean;
  isCopied: boolean;
  onAddress(wanted: boolean): void;
  onCopy(): void;
  onBack(): void;
}

/** Shows the report before it is copied: nothing is sent. */
export function ProblemReport({ strings: { t }, ...props }: ProblemReportProps & { strings: Strings }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="report" aria-labelledby="report-title">
      <button type="button" class="plain" onClick={props.onBack}>
        ‹ {t('reportBack')}
      </button>
      <h1 id="report-title" tabIndex={-1} ref={heading}>
        {t('reportTitle')}
      </h1>
      <p class="muted">{t('reportLead')}</p>
      <pre tabIndex={0} role="group" aria-label={t('reportText')} lang="en" dir="ltr">
        {props.text}
      </pre>
      {props.hasAddress && (
        <label>
          <input
            type="checkbox"
            checked={props.withAddress}
            onChange={(event) => props.onAddress(event.currentTarget.checked)}
          />{' '}
          {t('reportAddress')}
        </label>
      )}
      <div class="buttons">
        <button type="button" class="primary" onClick={props.onCopy}>
          {t('reportCopy')}
        </button>
        <span role="status">{props.isCopied && t('reportCopied')}</span>
      </div>
    </section>
  );
}
