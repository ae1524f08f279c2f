/** A folder with files in it, for tests that read folders. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes files by their path in the folder; folders between are made. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(): void;
}

export function createTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'manicule-'));
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        const file = join(path, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
