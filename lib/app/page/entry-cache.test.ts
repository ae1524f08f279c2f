import { expect, test } from 'vitest';
import type { Concept } from '../../core/glossary/concept.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createEntryCache } from './entry-cache.ts';

/** A background that answers when it is told to, and what it was asked. */
function createAnswers() {
  const asked: string[][] = [];
  const answers: { resolve(): void; reject(): void }[] = [];
  const sendUntilAcknowledged = ((_name: string, { ids }: { ids: string[] }) => {
    asked.push(ids);
    return new Promise<Concept[]>((resolve, reject) => {
      const entries = ids.filter((id) => id !== 'unknown').map((id) => ({ id }) as Concept);
      answers.push({ resolve: () => resolve(entries), reject: () => reject(new Error('away')) });
    });
  }) as unknown as Sender['sendUntilAcknowledged'];
  return { asked, answers, cache: createEntryCache({ sendUntilAcknowledged }) };
}

test('each entry is asked for once, also while it is on its way', async () => {
  const { asked, answers, cache } = createAnswers();
  const first = cache.load(['a', 'b', 'a']);
  const second = cache.load(['b', 'c']);
  expect(asked).toEqual([['a', 'b'], ['c']]);
  answers[1]!.resolve();
  answers[0]!.resolve();
  await Promise.all([first, second]);
  expect([cache.get('a')?.id, cache.get('c')?.id]).toEqual(['a', 'c']);
  await cache.load(['a', 'b', 'c']);
  expect(asked).toHaveLength(2);
});

test('a background that was away is asked again', async () => {
  const { asked, answers, cache } = createAnswers();
  const failed = cache.load(['a']);
  answers[0]!.reject();
  await expect(failed).rejects.toThrow('away');
  expect(cache.get('a')).toBeUndefined();
  const loaded = cache.load(['a']);
  answers[1]!.resolve();
  await loaded;
  expect(asked).toEqual([['a'], ['a']]);
  expect(cache.get('a')?.id).toBe('a');
});

test('an entry that the glossary does not have is not asked for again', async () => {
  const { asked, answers, cache } = createAnswers();
  const loaded = cache.load(['unknown']);
  answers[0]!.resolve();
  await loaded;
  await cache.load(['unknown']);
  expect(asked).toEqual([['unknown']]);
});
