import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { buildBundledIndex } from './glossary/bundled-index.ts';
import { readGlossary } from './glossary/read-glossary.ts';

const FOLDER = fileURLToPath(new URL('../glossary', import.meta.url));
const INDEX = 'virtual:manicule/index';
const ENTRIES = 'virtual:manicule/entries';

/** Serves the compiled glossary to the bundler (virtual-modules.d.ts). A bad entry fails the build, by file and line. */
export function glossaryPlugin(): Plugin {
  return {
    name: 'manicule:glossary',
    resolveId: (id) => (id === INDEX || id === ENTRIES ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${INDEX}` && id !== `\0${ENTRIES}`) return undefined;
      const { concepts, looked, problems } = readGlossary(FOLDER);
      for (const file of looked) this.addWatchFile(file);
      if (problems.length > 0) {
        const lines = problems.map(
          ({ file, line, message }) => `${relative(process.cwd(), file)}:${line}: ${message}`,
        );
        throw new Error(`The glossary cannot be compiled:\n${lines.join('\n')}`);
      }
      const value = id === `\0${INDEX}` ? buildBundledIndex(concepts) : concepts;
      return `export default ${JSON.stringify(value)}`;
    },
  };
}
