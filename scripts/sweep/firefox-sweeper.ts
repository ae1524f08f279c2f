import type { Sweeper } from './sweeper.ts';
export function createFirefoxSweeper(extension: string | null): Promise<Sweeper> {
  return Promise.reject(new Error(`Firefox is not here yet (${String(extension)}).`));
}
