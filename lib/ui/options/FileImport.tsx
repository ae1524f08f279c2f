import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { failureText } from '../../core/i18n/error-text.ts';
import { isWorking, type FileFlow, type Outcome } from '../../core/exchange/file-flow.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface FileActions {
  onChoose(file: File): void;
  onUndo(): void;
  onClose(): void;
}

export interface FileImportProps<P> extends FileActions {
  id: string;
  flow: FileFlow<P>;
  strings: Strings;
  /** File name extensions and MIME types, for the browser's dialog. */
  accept: string;
  title: string;
  lead: string;
  chooseLabel: string;
  refusedTitle(name: string): string;
  doneTitle(name: string): string;
  /** Sentences about what was written. */
  summarize(outcome: Outcome): string[];
  preview(looked: P, name: string): ComponentChildren;
}

/** Choose a file, preview it, write it, undo it: the steps of a restore and of an import. */
export function FileImport<P>(props: FileImportProps<P>) {
  const { id, flow, strings, title, lead } = props;
  const root = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);

  // Focus follows the step: to its heading, and back to the button at the end.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    root.current?.querySelector<HTMLElement>('[data-step-focus]')?.focus();
  }, [flow.step]);

  return (
    <div class={`sheet ${flow.step === 'preview' ? 'asks-blue' : ''}`} ref={root} id={id}>
      <h3>{title}</h3>
      <p class="hint">{lead}</p>
      <Chooser {...props} />
      <Step {...props} />
      <p class="sr" role="status">
        {flow.step === 'reading' && strings.t('fileReading', { name: flow.name })}
        {flow.step === 'undone' && strings.t('fileUndone')}
      </p>
    </div>
  );
}

function Chooser<P>({ id, flow, accept, chooseLabel, onChoose }: FileImportProps<P>) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="row-of-buttons">
      <button
        type="button"
        disabled={isWorking(flow)}
        data-step-focus={flow.step === 'idle' || flow.step === 'undone' || undefined}
        onClick={(event) => event.isTrusted && field.current?.click()}
      >
        {chooseLabel}
      </button>
      <input
        ref={field}
        id={`${id}-file`}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // Without this, choosing the same file again, as after a correction, is no change.
          currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
    </div>
  );
}

function Step<P>(props: FileImportProps<P>) {
  const { flow, strings, onClose } = props;
  const { t } = strings;
  switch (flow.step) {
    case 'idle':
      return null;
    case 'reading':
      return <p>{t('fileReading', { name: flow.name })}</p>;
    case 'refused':
      return (
        <div class="file-step" role="group" aria-label={props.refusedTitle(flow.name)}>
          <h4 class="error" tabIndex={-1} data-step-focus>
            {props.refusedTitle(flow.name)}
          </h4>
          {flow.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          <p class="muted">{t('restoreUnharmed')}</p>
          <div class="row-of-buttons">
            <button type="button" onClick={onClose}>
              {t('fileClose')}
            </button>
          </div>
        </div>
      );
    case 'preview':
      return <div class="file-step">{props.preview(flow.preview, flow.name)}</div>;
    case 'working': {
      const progress = t('fileWorking', { done: flow.done, total: flow.total });
      return (
        <div class="file-step">
          <p tabIndex={-1} data-step-focus>
            {progress}
          </p>
          <progress max={Math.max(1, flow.total)} value={flow.done} aria-label={progress} />
        </div>
      );
    }
    case 'done':
      return <Done {...props} flow={flow} />;
    case 'undone':
      return <p>{t('fileUndone')}</p>;
  }
}

function Done<P>(props: FileImportProps<P> & { flow: FileFlow<P> & { step: 'done' } }) {
  const { flow, strings, doneTitle, summarize, onUndo, onClose } = props;
  const { t } = strings;
  const { outcome, isUndoing, problem } = flow;
  return (
    <div class="file-step">
      <h4 tabIndex={-1} data-step-focus>
        {doneTitle(flow.name)}
      </h4>
      {outcome.problem !== null && (
        <p class="error">{t('fileStopped', { problem: failureText(outcome.problem, strings) })}</p>
      )}
      {summarize(outcome).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="error" role="alert">
        {problem !== null && t('fileUndoFailed', { problem: failureText(problem, strings) })}
      </p>
      <div class="row-of-buttons">
        <button type="button" disabled={isUndoing} onClick={(event) => event.isTrusted && onUndo()}>
          {isUndoing ? t('fileUndoing') : t('fileUndo')}
        </button>
        <button type="button" disabled={isUndoing} onClick={onClose}>
          {t('fileClose')}
        </button>
      </div>
      <p class="hint">{t('fileUndoHint')}</p>
    </div>
  );
}
