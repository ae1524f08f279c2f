import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { glossaryPlugin } from '../glossary-plugin.ts';

/** One script that sets `ManiculeBench` in a page: the product's own parts, without the extension around them. */
export async function bundleEntry(): Promise<string> {
  const entry = fileURLToPath(new URL('page-entry.ts', import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [glossaryPlugin()],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'ManiculeBench' } },
  })) as Rollup.RollupOutput[];
  return built[0]!.output[0].code;
}
