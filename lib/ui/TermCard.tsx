import { useState } from 'preact/hooks';
import type { CardIntent, CardModel } from '../core/card-model.ts';
import type { Concept } from '../core/concept.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import { yearsOf } from '../core/time-strip.ts';
import { CardFooter } from './CardFooter.tsx';
import { localized } from '../core/localized.ts';
import { NoteCard } from './NoteCard.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { Sentences } from './Sentences.tsx';
import { Sources } from './Sources.tsx';
import { TimeStrip } from './TimeStrip.tsx';

export interface TermCardProps {
  model: CardModel;
  strings: Strings;
  onIntent(intent: CardIntent): void;
}

/** Script, romanization and what kind of thing it is, when and where. */
function Facts({ entry, strings: { t } }: { entry: Concept; strings: Strings }) {
  const { script, kind, place, dates } = entry;
  const facts = [t(`kind_${kind}` as StringKey), place?.name, dates && yearsOf(dates)]
    .filter(Boolean)
    .join(' · ');
  return (
    <div class="script">
      {script && (
        <>
          <span lang={script.lang}>{script.text}</span>
          {script.variant && script.variant.text !== script.text && (
            <>
              {' / '}
              <span lang={script.variant.lang}>{script.variant.text}</span>
            </>
          )}{' '}
          {script.romanization && (
            <i lang={`${script.lang.split('-')[0]}-Latn`}>{script.romanization}</i>
          )}{' '}
        </>
      )}
      <span class="muted small">
        {script ? '· ' : ''}
        {facts}
      </span>
    </div>
  );
}

/** Everything the glossary says of a concept, and what the reader pinned to it. Shows state, reports intent. */
export function TermCard({ model, strings, onIntent }: TermCardProps) {
  const { t } = strings;
  const { entry, lang, notes, editor } = model;
  const [pointed, setPointed] = useState<{ key: string } | null>(null);
  const term = entry && localized(entry.term, lang);
  const definition = entry && localized(entry.definition, lang);
  const shared = { sources: entry?.sources ?? [], strings, onSource: (key: string) => setPointed({ key }) };
  return (
    <section class="card" role="dialog" aria-labelledby="card-title" data-concept={entry?.id}>
      <header>
        {model.back && (
          <button type="button" class="plain back small" onClick={() => onIntent({ type: 'back' })}>
            ‹ {t('back', { term: model.back })}
          </button>
        )}
        <h2 id="card-title" tabIndex={-1} data-first-focus lang={term?.lang}>
          {term?.value ?? t('noteOfPage')}
        </h2>
        <div class="actions">
          {!editor && (
            <button type="button" aria-label={t('pinLabel')} onClick={() => onIntent({ type: 'pin' })}>
              {t('pin')}
            </button>
          )}
          <button
            type="button"
            class="plain"
            aria-label={t('close')}
            onClick={() => onIntent({ type: 'close' })}
          >
            ✕
          </button>
        </div>
        {entry && <Facts entry={entry} strings={strings} />}
      </header>
      <div class="body" tabIndex={0} role="group" aria-labelledby="card-title">
        {editor && (
          <NoteEditor
            draft={editor}
            problem={model.problem}
            strings={strings}
            onChange={(draft) => onIntent({ type: 'changeDraft', draft })}
            onSave={() => onIntent({ type: 'saveDraft' })}
            onLeave={() => onIntent({ type: 'leaveDraft' })}
          />
        )}
        {!editor && model.problem && (
          <p class="problem" role="alert">
            {model.problem}
          </p>
        )}
        {model.deleted && (
          <div class="toast" role="status">
            {t('noteDeleted')}
            <button type="button" onClick={() => onIntent({ type: 'undoDelete' })}>
              {t('undo')}
            </button>
          </div>
        )}
        {!entry && notes.map((note) => <NoteOf key={note._id} {...{ note, strings, onIntent }} />)}
        {model.senses.length > 0 && (
          <div class="senses" role="group" aria-label={t('chooseSense')}>
            <p class="small muted">{t('chooseSense')}</p>
            {model.senses.map((sense) => (
              <button
                type="button"
                key={sense.id}
                onClick={() => onIntent({ type: 'chooseSense', id: sense.id })}
              >
                <b>{sense.term}</b>
                <span class="small muted">{sense.gloss}</span>
              </button>
            ))}
          </div>
        )}
        {entry && definition && (
          <>
            <Sentences sentences={definition.value} lang={definition.lang} {...shared} />
            {entry.dates && <TimeStrip dates={entry.dates} strings={strings} />}
            {entry.essay && (
              <div class="block" lang="en">
                <h3>{[t('inTheEssay'), ...entry.essay.sections].join(' · ')}</h3>
                <p>{entry.essay.use}</p>
              </div>
            )}
            {entry.contested.length > 0 && (
              <div class="block contested">
                <h3>{t('contestedTitle')}</h3>
                <Sentences sentences={entry.contested} lang="en" {...shared} />
              </div>
            )}
            {notes.map((note) => (
              <NoteOf key={note._id} {...{ note, strings, onIntent }} />
            ))}
            {model.related.length > 0 && (
              <div class="chips" role="group" aria-label={t('related')}>
                {model.related.map(({ id, term: name }) => (
                  <button type="button" key={id} onClick={() => onIntent({ type: 'openRelated', id })}>
                    {name}
                  </button>
                ))}
              </div>
            )}
            {model.reasons.length > 0 && (
              <details>
                <summary>{t('whyHere')}</summary>
                {model.reasons.map((reason) => (
                  <p class="small" key={reason}>
                    {reason}
                  </p>
                ))}
              </details>
            )}
            <Sources sources={entry.sources} pointed={pointed} strings={strings} />
          </>
        )}
      </div>
      {entry && <CardFooter {...{ model, strings, onIntent }} />}
    </section>
  );
}

function NoteOf({
  note,
  strings,
  onIntent,
}: { note: CardModel['notes'][number] } & Pick<TermCardProps, 'strings' | 'onIntent'>) {
  return (
    <NoteCard
      note={note}
      strings={strings}
      onEdit={() => onIntent({ type: 'editNote', id: note._id })}
      onDelete={() => onIntent({ type: 'deleteNote', id: note._id })}
    />
  );
}
