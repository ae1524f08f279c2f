import { describe, expect, test } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { until } from '../../testing/until.ts';
import { createFileImporter, type FilePreview, type OnProgress, type WriteOutcome } from './file-importer.ts';

const DONE: Omit<WriteOutcome, 'undo'> = { written: 2, unchanged: 0, problem: null };

function start(preview: (text: string) => Promise<FilePreview<string>> = async (preview) => ({ preview })) {
  const steps: string[] = [];
  let isWorking = (): boolean => false;
  const importer = createFileImporter<string>({
    strings: createStrings(['en'], withStrings()),
    preview,
    guardUnload: (asked) => (isWorking = asked),
    onChanged: () => void steps.push(importer.flow().step),
  });
  return {
    importer,
    steps,
    isWorking: () => isWorking(),
    choose: (text: string, name = `${text}.csv`) => importer.choose({ name, text: async () => text }),
    reaches: (step: string) => until(() => importer.flow().step === step, { what: step }),
  };
}

describe('a file', () => {
  test('is read, previewed, written with its progress, and undone', async () => {
    const { importer, steps, choose, reaches, isWorking } = start();
    choose('a');
    await reaches('preview');
    expect(importer.flow()).toMatchObject({ name: 'a.csv', preview: 'a' });
    let undone = false;
    importer.write(2, async (onProgress: OnProgress) => {
      onProgress(1, 2);
      expect(importer.flow()).toMatchObject({ step: 'working', done: 1, total: 2 });
      expect(isWorking()).toBe(true);
      return { ...DONE, undo: async () => void (undone = true) };
    });
    await reaches('done');
    expect(isWorking()).toBe(false);
    importer.undo();
    await reaches('undone');
    expect(undone).toBe(true);
    importer.close();
    expect(steps).toEqual(['reading', 'preview', 'working', 'working', 'done', 'done', 'undone', 'idle']);
  });

  test.each<[name: string, preview: (text: string) => Promise<FilePreview<string>>, reason: string]>([
    ['that is refused says why', async () => ({ reasons: ['Not a backup.'] }), 'Not a backup.'],
    ['that cannot be read says why', () => Promise.reject(new Error('No disk.')), 'No disk.'],
  ])('%s', async (_, preview, reason) => {
    const { importer, choose, reaches } = start(preview);
    choose('a');
    await reaches('refused');
    expect(importer.flow()).toMatchObject({ reasons: [reason] });
  });

  test('chosen while another is read takes its place', async () => {
    const answers = new Map<string, (found: FilePreview<string>) => void>();
    const { importer, choose, reaches } = start(
      (text) => new Promise((resolve) => answers.set(text, resolve)),
    );
    choose('slow');
    choose('quick');
    await until(() => answers.size === 2, { what: 'both to be read' });
    answers.get('quick')!({ preview: 'quick' });
    answers.get('slow')!({ preview: 'slow' });
    await reaches('preview');
    expect(importer.flow()).toMatchObject({ preview: 'quick' });
  });

  test('closed while it is read shows nothing', async () => {
    const { importer, steps, choose } = start();
    choose('a');
    importer.close();
    await new Promise((resolve) => setTimeout(resolve));
    expect(steps).toEqual(['reading', 'idle']);
  });

  test('that is not previewed is not written', () => {
    const { importer } = start();
    importer.write(1, () => Promise.reject(new Error('Written.')));
    expect(importer.flow().step).toBe('idle');
  });

  test('that cannot be written says why, and has nothing to undo', async () => {
    const { importer, choose, reaches } = start();
    choose('a');
    await reaches('preview');
    importer.write(1, () => Promise.reject(new Error('Full.')));
    await reaches('done');
    expect(importer.flow()).toMatchObject({ outcome: { written: 0, problem: { message: 'Full.' } } });
    importer.undo();
    await reaches('undone');
  });

  test('whose undo fails can be undone again', async () => {
    const { importer, choose, reaches } = start();
    choose('a');
    await reaches('preview');
    let isBlocked = true;
    const undo = async (): Promise<void> => {
      if (isBlocked) throw new Error('Blocked.');
    };
    importer.write(1, async () => ({ ...DONE, undo }));
    await reaches('done');
    importer.undo();
    await until(() => 'problem' in importer.flow() && importer.flow(), { what: 'the problem' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(importer.flow()).toMatchObject({ isUndoing: false, problem: { message: 'Blocked.' } });
    isBlocked = false;
    importer.undo();
    await reaches('undone');
  });
});
