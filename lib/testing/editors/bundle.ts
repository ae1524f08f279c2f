import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** One script that puts every editor on a page, from the packages as they are installed. */
export async function bundleEditors(): Promise<string> {
  const entry = fileURLToPath(new URL('editors-page.ts', import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'editors' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
