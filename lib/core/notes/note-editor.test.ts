import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNoteEditorRun, outcomeOf, playNoteEditor } from '../../testing/note-editor-script.ts';
import { hasText, type Draft } from './draft.ts';

const PINNED = 'load, put n1, dirty';

describe('the note editor', () => {
  it.each([
    // Typing
    ['an empty editor stores nothing', 'pin a, later', 'load', 'closed'],
    ['each keystroke is stored', 'pin a, type o, type on', 'load, put n1, dirty, put n1', 'writes n1 “on”'],
    ['tags are words too', 'pin a, tag #one', 'load, put n1, dirty', 'writes n1 “”'],
    [
      'typed back to nothing, nothing is stored',
      'pin a, type o, type ',
      `${PINNED}, drop n1, clean`,
      'writes n1 “” (safe)',
    ],
    ['a change of a note is stored', 'edit m, type more', 'load, put m, dirty', 'writes m “more”'],
    [
      'typed back to the note, nothing is stored',
      'edit m, type more, type m',
      'load, put m, dirty, drop m, clean',
      'writes m “m” (safe)',
    ],
    ['typing without an editor does nothing', 'type one', '', 'closed'],
    // Leaving
    ['what is left waits', 'pin a, type one, later', `${PINNED}, clean`, 'closed, waits n1 “one”'],
    [
      'and is gone on with at the same passage',
      'pin a, type one, later, pin a',
      `${PINNED}, clean, dirty`,
      'writes n1 “one”',
    ],
    [
      'not at another one',
      'pin a, type one, later, pin b',
      `${PINNED}, clean, load`,
      'writes n2 “” (safe), waits n1 “one”',
    ],
    [
      'or when it is asked for',
      'pin a, type one, later, resume n1',
      `${PINNED}, clean, dirty`,
      'writes n1 “one”',
    ],
    ['an unknown one is not', 'resume n9, edit x', '', 'closed'],
    [
      'a second editor does not cost the first its words',
      'edit m, type more, edit n',
      'load, put m, dirty, load, clean',
      'writes n “n” (safe), waits m “more”',
    ],
    [
      'no editor follows to another term',
      'pin a, type one, away',
      `${PINNED}, clean`,
      'closed, waits n1 “one”',
    ],
    ['nor does an empty one', 'pin a, away', 'load', 'closed'],
    // Saving
    [
      'a save closes the editor once it is stored',
      'pin a, type one, save, stored',
      `${PINNED}, save n1 “one”, saved n1, drop n1, clean`,
      'closed, note n1 “one”',
    ],
    ['not before', 'pin a, type one, save', `${PINNED}, save n1 “one”`, 'writes n1 “one”'],
    [
      'a change of a note',
      'edit m, type more, save, stored',
      'load, put m, dirty, save m “more”, saved m, drop m, clean',
      'closed, note m “more”',
    ],
    ['without an editor nothing is saved', 'save, stored', '', 'closed'],
    [
      'a second press while it is saved makes no second note',
      'pin a, type one, save, save, stored',
      `${PINNED}, save n1 “one”, saved n1, drop n1, clean`,
      'closed, note n1 “one”',
    ],
    // Typing while it is saved
    [
      'what is typed meanwhile is saved after it, and the editor stays',
      'pin a, type one, save, type one two, stored, stored',
      `${PINNED}, save n1 “one”, put n1, saved n1, put n1, save n1 “one two”, saved n1, drop n1, clean`,
      'writes n1 “one two” (safe), note n1 “one two”',
    ],
    [
      'as often as it takes',
      'pin a, type 1, save, type 12, stored, type 123, stored, stored',
      `${PINNED}, save n1 “1”, put n1, saved n1, put n1, save n1 “12”, put n1, saved n1, put n1, save n1 “123”, saved n1, drop n1, clean`,
      'writes n1 “123” (safe), note n1 “123”',
    ],
    [
      'tags typed meanwhile too',
      'pin a, type one, save, tag #t, stored, stored',
      `${PINNED}, save n1 “one”, put n1, saved n1, put n1, save n1 “one”, saved n1, drop n1, clean`,
      'writes n1 “one” (safe), note n1 “one”',
    ],
    [
      'typed on and saved again, it closes',
      'pin a, type one, save, type two, save, stored, stored',
      `${PINNED}, save n1 “one”, put n1, saved n1, put n1, save n1 “two”, saved n1, drop n1, clean`,
      'closed, note n1 “two”',
    ],
    [
      'typed and taken back, it stays open without a second save',
      'pin a, type one, save, type ones, type one, stored',
      `${PINNED}, save n1 “one”, put n1, put n1, saved n1, drop n1, clean`,
      'writes n1 “one” (safe), note n1 “one”',
    ],
    [
      'what is typed after that is a change of the note',
      'pin a, type one, save, type two, stored, stored, type three, save, stored',
      `${PINNED}, save n1 “one”, put n1, saved n1, put n1, save n1 “two”, saved n1, drop n1, clean, put n1, dirty, save n1 “three”, saved n1, drop n1, clean`,
      'closed, note n1 “three”',
    ],
    // Leaving while it is saved
    [
      'left while it is saved, nothing waits',
      'pin a, type one, save, later, stored',
      `${PINNED}, save n1 “one”, clean, saved n1, drop n1`,
      'closed, note n1 “one”',
    ],
    [
      'what was typed on is saved too',
      'pin a, type one, save, type two, later, stored, stored',
      `${PINNED}, save n1 “one”, put n1, clean, saved n1, put n1, save n1 “two”, saved n1, drop n1`,
      'closed, note n1 “two”',
    ],
    [
      'another draft that was begun meanwhile stays open',
      'pin a, type one, save, later, pin b, type two, stored',
      `${PINNED}, save n1 “one”, clean, load, put n2, dirty, saved n1, drop n1`,
      'writes n2 “two”, note n1 “one”',
    ],
    [
      'both may be saved at once',
      'pin a, type one, save, pin b, type two, save, stored, stored',
      `${PINNED}, save n1 “one”, load, clean, put n2, dirty, save n2 “two”, saved n1, drop n1, saved n2, drop n2, clean`,
      'closed, note n1 “one”, note n2 “two”',
    ],
    [
      'come back to it while it is saved, it stays open',
      'pin a, type one, save, later, pin a, stored',
      `${PINNED}, save n1 “one”, clean, dirty, saved n1, drop n1, clean`,
      'writes n1 “one” (safe), note n1 “one”',
    ],
    // Failure
    [
      'a save that fails keeps the editor',
      'pin a, type one, save, refused',
      `${PINNED}, save n1 “one”`,
      'writes n1 “one”, problem: refused',
    ],
    [
      'the next one may succeed',
      'pin a, type one, save, refused, save, stored',
      `${PINNED}, save n1 “one”, save n1 “one”, saved n1, drop n1, clean`,
      'closed, note n1 “one”',
    ],
    [
      'typed on meanwhile, nothing is lost',
      'pin a, type one, save, type two, refused',
      `${PINNED}, save n1 “one”, put n1`,
      'writes n1 “two”, problem: refused',
    ],
    [
      'a save that fails brings the editor back',
      'pin a, type one, save, later, refused',
      `${PINNED}, save n1 “one”, clean, dirty`,
      'writes n1 “one”, problem: refused',
    ],
    [
      'not over another draft',
      'pin a, type one, save, later, pin b, refused',
      `${PINNED}, save n1 “one”, clean, load`,
      'writes n2 “” (safe), waits n1 “one”, problem: refused',
    ],
    [
      'not on the card of another term',
      'pin a, type one, save, away, refused',
      `${PINNED}, save n1 “one”, clean`,
      'closed, waits n1 “one”, problem: refused',
    ],
    [
      'a new editor takes the problem away',
      'pin a, type one, save, refused, later, pin b',
      `${PINNED}, save n1 “one”, clean, load`,
      'writes n2 “” (safe), waits n1 “one”',
    ],
    ['and so does another term', 'failed full, away', '', 'closed'],
    // Conflict
    [
      'a note changed elsewhere: what is typed here is saved over the newer one',
      'edit m, type here, other-tab-saves m there, save, stored',
      'load, put m, dirty, save m “here”, saved m, drop m, clean',
      'closed, note m “here”',
    ],
    [
      'the store refuses it: the words stay, and the next save is over the newer one',
      'edit m, type here, save, other-tab-saves m there, refused conflict, save, stored',
      'load, put m, dirty, save m “here”, save m “here”, saved m, drop m, clean',
      'closed, note m “here”',
    ],
    [
      'a note deleted elsewhere comes back with what was written',
      'edit m, type here, deleted m, save, stored',
      'load, put m, dirty, save m “here”, saved m, drop m, clean',
      'closed, note m “here”, deleted m',
    ],
    [
      'the same passage begun in another tab: an empty editor takes it up',
      'other-tab-types a there, pin a, loaded',
      'load, dirty',
      'writes x-a “there”',
    ],
    [
      'one with words joins it',
      'other-tab-types a there, pin a, type here, loaded',
      'load, put n1, dirty, drop n1, put x-a',
      'writes x-a “there\n\nhere”',
    ],
    [
      'of another passage it is left alone',
      'other-tab-types b there, pin a, type here, loaded',
      PINNED,
      'writes n1 “here”, waits x-b “there”',
    ],
    [
      'an editor that is gone is left alone',
      'other-tab-types a there, pin a, later, loaded',
      'load',
      'closed, waits x-a “there”',
    ],
    // Discarding
    [
      'a waiting draft is discarded',
      'pin a, type one, later, discard n1',
      `${PINNED}, clean, drop n1`,
      'closed, discarded n1',
    ],
    [
      'and brought back',
      'pin a, type one, later, discard n1, undiscard',
      `${PINNED}, clean, drop n1, put n1`,
      'closed, waits n1 “one”',
    ],
    [
      'an open one is discarded with its editor',
      'pin a, type one, discard n1',
      `${PINNED}, drop n1, clean`,
      'closed, discarded n1',
    ],
    [
      'discarded while it is saved: what is saved is saved, and nothing comes back',
      'pin a, type one, save, discard n1, stored',
      `${PINNED}, save n1 “one”, drop n1, clean, saved n1`,
      'closed, note n1 “one”, discarded n1',
    ],
    [
      'discarded, a failed save says nothing',
      'pin a, type one, save, discard n1, refused',
      `${PINNED}, save n1 “one”, drop n1, clean`,
      'closed, discarded n1',
    ],
    ['without one there is nothing to bring back', 'undiscard, undelete', '', 'closed'],
    // Deleting
    ['a note is deleted, and may be brought back', 'delete m, deleted m', 'remove m', 'closed, deleted m'],
    ['and is', 'delete m, deleted m, undelete, restored m', 'remove m, restore m', 'closed'],
    ['another term takes the offer away', 'delete m, deleted m, away', 'remove m', 'closed'],
    ['what could not be done is said', 'delete m, failed full', 'remove m', 'closed, problem: full'],
    // Private windows
    [
      'nothing new is saved before the reader allows it',
      'private, pin a, save',
      'load',
      'writes n1 “” (safe)',
    ],
    [
      'then it is',
      'private, pin a, allow, type one, save, stored',
      `${PINNED}, save n1 “one”, saved n1, drop n1, clean`,
      'closed, note n1 “one”',
    ],
    [
      'a note that exists is changed, its draft kept in memory',
      'private, edit m, type more, save, stored',
      'load, put m here alone, dirty, save m “more”, saved m, drop m, clean',
      'closed, note m “more”',
    ],
  ])('%s', (_name, script, done, outcome) => {
    expect(playNoteEditor(script)).toEqual({ done, outcome });
  });

  it('never loses a word, whatever happens in whatever order', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('type one', 'type two', 'type three', 'tag #t') },
      { weight: 3, arbitrary: fc.constantFrom('pin a', 'pin b', 'edit m', 'resume n1', 'save', 'save') },
      { weight: 3, arbitrary: fc.constantFrom('stored', 'refused', 'later', 'away', 'loaded') },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = createNoteEditorRun();
        const typed = new Map<string, Draft>();
        for (const each of steps) {
          run.step(each);
          const { open } = run.state();
          if (open) typed.set(open.note, open);
        }
        while (run.inFlight.length > 0) run.step('stored');
        for (const [id, last] of typed) {
          const note = run.notes.get(id);
          const isSafe = !hasText(last, note) || run.drafts.get(id)?.text === last.text;
          expect(isSafe, `${steps.join(', ')}: ${outcomeOf(run)}`).toBe(true);
        }
      }),
    );
  });
});
