import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { CardFooter } from './CardFooter.tsx';
import { CardHeader } from './CardHeader.tsx';
import { Definition } from './Definition.tsx';
import { NoteCard } from '../notes/NoteCard.tsx';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import type { NoteTools } from '../notes/note-tools.ts';
import { PrivateWindowPrompt } from '../notes/PrivateWindowPrompt.tsx';
import { DecisionLine, SenseActions } from './SenseActions.tsx';
import type { SourceReference } from './Sources.tsx';
import { DraftList } from '../notes/DraftList.tsx';

export interface TermCardProps {
  model: CardModel;
  strings: Strings;
  tools: NoteTools;
  onIntent(intent: CardIntent): void;
  /** Where the concept stands on a page that is not this one; only in the popup. */
  onShow?: (() => void) | null;
  /** Of the usual size of its text, in percent. */
  textSize?: number;
}

/** After these the card may be smaller, and the way to Undo must not lead out of it. */
const HOLDING: readonly CardIntent['type'][] = [
  ...(['deleteNote', 'leaveDraft', 'saveDraft', 'discardDraft'] as const),
  ...(['notHere', 'know', 'wrongSense', 'meant', 'always'] as const),
];

/** Everything the glossary says of a concept, and what the reader pinned to it. Shows state, reports intent. */
export function TermCard(props: TermCardProps) {
  const { model, strings, tools, onIntent, textSize = 100 } = props;
  const { t } = strings;
  const { entry, editor, notes, senses } = model;
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<SourceReference | null>(null);
  const follows = useRef(false);
  const card = useRef<HTMLElement>(null);

  // A card that shrinks slips away from under the pointer, closes, and the offer to undo is gone with it.
  const hold = (height: string): void => {
    if (card.current) card.current.style.minHeight = height;
  };
  // What was pressed to get to another card is gone with the old one; focus waits at the new name.
  const act = (intent: CardIntent): void => {
    follows.current = ['openRelated', 'chooseSense', 'back'].includes(intent.type);
    if (HOLDING.includes(intent.type)) {
      hold(`${card.current?.getBoundingClientRect().height ?? 0}px`);
    }
    onIntent(intent);
  };
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = 0;
    setAsked(null);
    hold('');
    if (follows.current) heading.current?.focus({ preventScroll: true });
    follows.current = false;
  }, [entry?.id, senses.length > 0]);

  const isReadOnly = ({ _id }: Note): boolean => model.readOnlyNotes.includes(_id);
  const isWaiting = !entry && !editor && notes.length === 0 && senses.length === 0 && !model.deleted;
  return (
    <section
      class="card"
      role="dialog"
      aria-labelledby="card-title"
      aria-describedby={model.position && entry ? 'card-position' : undefined}
      lang={strings.lang}
      dir={strings.dir}
      data-concept={entry?.id}
      style={textSize === 100 ? undefined : { '--zoom': String(textSize / 100) }}
      ref={card}
      onPointerLeave={() => hold('')}
    >
      <CardHeader {...props} onIntent={act} heading={heading} />
      <div class="body" ref={body} tabIndex={0} role="group" aria-labelledby="card-title">
        {model.asksPrivate && (
          <PrivateWindowPrompt
            strings={strings}
            onYes={() => act({ type: 'allowPrivate' })}
            onNo={() => act({ type: 'leaveDraft' })}
          />
        )}
        {editor && !model.asksPrivate && (
          <NoteEditor
            key={model.writing}
            draft={editor}
            draftState={model.draftState}
            tools={tools}
            problem={model.problem}
            strings={strings}
            onChange={(draft) => onIntent({ type: 'changeDraft', draft })}
            onSave={() => act({ type: 'saveDraft' })}
            onLeave={() => act({ type: 'leaveDraft' })}
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
            <button type="button" class="plain" onClick={() => onIntent({ type: 'undoDelete' })}>
              {t('undo')}
            </button>
          </div>
        )}
        <DraftList
          drafts={model.unfinished}
          discarded={model.discarded}
          strings={strings}
          onIntent={(intent) => act(intent)}
        />
        <DecisionLine {...props} onIntent={act} />
        {isWaiting && !model.problem && (
          <p class="muted" role="status">
            {t('waiting')}
          </p>
        )}
        {senses.length > 0 && (
          <div class="senses" role="group" aria-labelledby="card-title">
            {senses.map(({ id, term, gloss }) => (
              <button type="button" key={id} onClick={() => act({ type: 'chooseSense', id })}>
                <b lang={guessLanguage(term)}>{term}</b>
                <span lang={guessLanguage(gloss)}>{gloss}</span>
              </button>
            ))}
          </div>
        )}
        {notes.length > 0 && (
          <div class="notes" role="group" aria-label={t('notes')}>
            {notes.map((note) => (
              <NoteCard
                key={note._id}
                note={note}
                reader={tools.reader}
                strings={strings}
                onEdit={isReadOnly(note) ? null : () => onIntent({ type: 'editNote', id: note._id })}
                onDelete={isReadOnly(note) ? null : () => act({ type: 'deleteNote', id: note._id })}
              />
            ))}
          </div>
        )}
        {entry && <Definition key={entry.id} {...props} onIntent={act} {...{ entry, asked }} />}
        {model.decided === null && <SenseActions {...props} onIntent={act} />}
      </div>
      <CardFooter {...props} onSources={() => setAsked({ key: null })} />
    </section>
  );
}
