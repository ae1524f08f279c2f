import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { localized } from '../../core/glossary/localized.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { Note } from '../../core/notes/note.ts';
import { DraftList } from '../notes/DraftList.tsx';
import { NoteCard } from '../notes/NoteCard.tsx';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import type { NoteTools } from '../notes/note-tools.ts';
import { PrivateWindowPrompt } from '../notes/PrivateWindowPrompt.tsx';
import { CardFooter } from './CardFooter.tsx';
import { CardHeader } from './CardHeader.tsx';
import { takeWheel } from './card-wheel.ts';
import { DecisionLine } from './DecisionLine.tsx';
import { Definition } from './Definition.tsx';
import { SenseActions } from './SenseActions.tsx';
import type { SourceReference } from './Sources.tsx';
import { useHeldHeight } from './use-held-height.ts';

export interface TermCardProps {
  model: CardModel;
  strings: Strings;
  tools: NoteTools;
  onIntent(intent: CardIntent): void;
  /** Goes to the concept on a page that is not this one; only in the popup. */
  onShow?: (() => void) | null;
  /** Size of the text in percent of the default. */
  textSize?: number;
}

/** After these the card may be smaller. */
const SHRINKING: ReadonlySet<CardIntent['type']> = new Set([
  'deleteNote',
  'leaveDraft',
  'saveDraft',
  'discardDraft',
  'notHere',
  'know',
  'wrongSense',
  'meant',
  'always',
] as const);
/** These lead to another card; the button pressed goes with the old one, so focus waits at the new name. */
const LEADING: ReadonlySet<CardIntent['type']> = new Set(['openRelated', 'chooseSense', 'back'] as const);

/** Shows everything the glossary says of a concept, and the reader's notes on it. Draws state and reports intents. */
export function TermCard({ model, strings, tools, onIntent, onShow, textSize = 100 }: TermCardProps) {
  const { t } = strings;
  const { entry, editor, notes, senses } = model;
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [requestedSource, requestSource] = useState<SourceReference | null>(null);
  const isFollowed = useRef(false);
  const held = useHeldHeight(card);

  const act = (intent: CardIntent): void => {
    isFollowed.current = LEADING.has(intent.type);
    if (SHRINKING.has(intent.type)) held.hold();
    else if (isFollowed.current) held.release();
    onIntent(intent);
  };
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = 0;
    requestSource(null);
    if (isFollowed.current) heading.current?.focus({ preventScroll: true });
    isFollowed.current = false;
  }, [entry?.id, senses.length > 0]);

  // Focus goes with the editor; on the card it keeps the keys that are still typed from the page.
  const root = card.current?.getRootNode() as ShadowRoot | Document | undefined;
  const hadFocus = (root?.activeElement?.closest('.editor') ?? null) !== null;
  const isWriting = editor !== null;
  useLayoutEffect(() => {
    if (!isWriting && hadFocus && !isFollowed.current) body.current?.focus({ preventScroll: true });
  }, [isWriting]);

  const isReadOnly = ({ _id }: Note): boolean => model.readOnlyNotes.includes(_id);
  const isWaiting =
    !entry && !editor && notes.length === 0 && senses.length === 0 && !model.deleted && !model.discarded;
  const onWheel = (event: WheelEvent): void => {
    if (card.current && body.current) takeWheel(event, card.current, body.current);
  };
  return (
    <>
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
        onWheel={onWheel}
        onKeyDown={keepSpace}
        {...held.listeners}
      >
        <CardHeader
          title={titleOf(model, isWaiting, strings)}
          canPin={!editor && (entry !== null || senses.length > 0)}
          entry={entry}
          lang={model.lang}
          back={model.back}
          heading={heading}
          strings={strings}
          onIntent={act}
        />
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
              saveState={model.saveState}
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
          <DecisionLine
            decided={model.decided}
            alwaysOn={model.offersAlways ? model.site : null}
            strings={strings}
            onIntent={act}
          />
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
          {entry && (
            <Definition
              key={entry.id}
              entry={entry}
              lang={model.lang}
              related={model.related}
              reasons={model.reasons}
              requestedSource={requestedSource}
              strings={strings}
              onOpen={(id) => act({ type: 'openRelated', id })}
            />
          )}
          {entry && model.offersKnown && model.decided === null && (
            <SenseActions
              term={localized(entry.term, model.lang).value}
              site={model.site}
              surface={model.surface}
              others={model.others}
              strings={strings}
              onIntent={act}
            />
          )}
        </div>
        {entry && (
          <CardFooter
            entry={entry}
            position={model.position}
            strings={strings}
            onSources={() => requestSource({ key: null })}
            onStep={(by) => act({ type: by > 0 ? 'next' : 'previous' })}
            onShow={onShow ?? null}
          />
        )}
      </section>
      <div class="card-space" ref={held.space} onWheel={onWheel} {...held.listeners} />
    </>
  );
}

function titleOf({ entry, lang, senses, surface }: CardModel, isWaiting: boolean, { t }: Strings) {
  if (entry) return localized(entry.term, lang);
  if (senses.length === 0) return { value: isWaiting ? '…' : t('noteOfPage'), lang: undefined };
  return { value: surface === null ? t('chooseSense') : t('chooseSenseOf', { surface }), lang: undefined };
}

/** Space scrolls the nearest thing that can: where the card cannot, that would be the page. */
function keepSpace(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== ' ' || event.defaultPrevented || !(target instanceof Element)) return;
  if (!target.matches('h2, .body')) return;
  const body = target.closest('.card')?.querySelector('.body');
  event.preventDefault();
  body?.scrollBy({ top: (event.shiftKey ? -0.9 : 0.9) * body.clientHeight });
}
