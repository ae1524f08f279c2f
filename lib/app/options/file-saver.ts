/** Makes a file, hands it to the browser to save, and remembers how that went. */
import type { ExportedFile } from '../../core/exchange/import-export.ts';

export interface FileSaverStatus {
  /** How the last file went; empty before the first. */
  text: string;
  isWrong: boolean;
  isBusy: boolean;
}

export interface FileSaver {
  status(): FileSaverStatus;
  save(): void;
  /** Forgets how the last file went. */
  reset(): void;
}

export interface FileSaverParts {
  /** File null: there is nothing to save, and `text` says so. */
  make(): Promise<{ file: ExportedFile | null; text: string }>;
  /** Says why no file was made. */
  failureText(error: unknown): string;
  saveFile(file: ExportedFile): void;
  onChanged(): void;
}

const START: FileSaverStatus = { text: '', isWrong: false, isBusy: false };

export function createFileSaver({ make, failureText, saveFile, onChanged }: FileSaverParts): FileSaver {
  let status = START;

  function show(next: FileSaverStatus): void {
    status = next;
    onChanged();
  }

  async function save(): Promise<void> {
    show({ ...status, isBusy: true });
    try {
      const { file, text } = await make();
      if (file) saveFile(file);
      show({ text, isWrong: false, isBusy: false });
    } catch (error) {
      show({ text: failureText(error), isWrong: true, isBusy: false });
    }
  }

  return { status: () => status, save: () => void save(), reset: () => show(START) };
}
