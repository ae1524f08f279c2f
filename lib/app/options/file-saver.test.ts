import { expect, test } from 'vitest';
import { createFileSaver } from './file-saver.ts';

const FILE = { name: 'a.csv', type: 'text/csv', text: 'a' };
type Make = () => Promise<{ file: typeof FILE | null; text: string }>;

async function save(make: Make) {
  const saved: string[] = [];
  const busy: boolean[] = [];
  const saver = createFileSaver({
    make,
    failureText: (error) => `Failed: ${(error as Error).message}`,
    saveFile: ({ name }) => void saved.push(name),
    onChanged: () => void busy.push(saver.status().isBusy),
  });
  saver.save();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  return { saver, saved, busy };
}

test.each<[name: string, make: Make, saved: string[], text: string, isWrong: boolean]>([
  ['a file is saved', async () => ({ file: FILE, text: 'Saved.' }), ['a.csv'], 'Saved.', false],
  ['nothing is saved', async () => ({ file: null, text: 'No notes.' }), [], 'No notes.', false],
  ['it fails', () => Promise.reject(new Error('no.')), [], 'Failed: no.', true],
])('%s, and the status says so', async (_, make, saved, text, isWrong) => {
  const run = await save(make);
  expect(run.saved).toEqual(saved);
  expect(run.busy).toEqual([true, false]);
  expect(run.saver.status()).toEqual({ text, isWrong, isBusy: false });
  run.saver.reset();
  expect(run.saver.status().text).toBe('');
});
