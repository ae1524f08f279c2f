import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { buildBundledIndex } from './glossary/bundled-index.ts';
import { readGlossary, type Glossary } from './glossary/read-glossary.ts';

const FOLDER = fileURLToPath(new URL('../glossary', import.meta.url));
const INDEX = '\0virtual:manicule/index';
const ENTRIES = '\0virtual:manicule/entries';
const SUBJECTS = '\0virtual:manicule/subjects';
const MODULES = [INDEX, ENTRIES, SUBJECTS];
const LOOKS = '\0virtual:manicule/looks';
const LOOKS_FILE = fileURLToPath(new URL('../public/highlights.css', import.meta.url));

/** The code of a virtual module; null for every other id. Throws, by file and line, where an entry is bad. */
export function glossaryModule(id: string, { concepts, subjects, problems }: Glossary): string | null {
  if (!MODULES.includes(id)) return null;
  if (problems.length > 0) {
    const lines = problems.map(
      ({ file, line, message }) => `${relative(process.cwd(), file)}:${line}: ${message}`,
    );
    throw new Error(`The glossary cannot be compiled:\n${lines.join('\n')}`);
  }
  const content =
    id === INDEX
      ? buildBundledIndex(concepts, subjects)
      : id === ENTRIES
        ? concepts
        : subjects.map((subject) => ({
            id: subject.id,
            name: subject.name,
            count: concepts.filter((concept) => concept.subject === subject.id).length,
          }));
  return `export default ${JSON.stringify(content)}`;
}

/** Stands for the index until the code around it is minified: a minifier drops what the next function makes of it. */
const STAND_IN = 'manicule:index';
const QUOTED = new RegExp(`(["'\`])${STAND_IN}\\1`);

/**
 * The index as a comment in a function whose text is asked for. An engine passes over a comment four times as fast as it
 * takes in a string, and every frame of every page waits for that, with a term or without.
 */
const inComment = (base64: string): string => `(String(function(){/*${base64}*/}).slice(13,-3))`;

/** What is put into pages. */
const IN_PAGES = ['page.js', 'card.js', 'finder.js'];

/** The same program in ASCII: one curly quote would have the engine keep and read all of it in two bytes a unit. */
export const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Serves the compiled glossary, and the rules of the marks, to the bundler: see virtual-modules.d.ts. A bad entry fails the build. */
export function glossaryPlugin(): Plugin {
  let isBuild = false;
  let base64 = '';
  return {
    name: 'manicule:glossary',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => ([...MODULES, LOOKS].includes(`\0${id}`) ? `\0${id}` : undefined),
    load(id) {
      if (id === LOOKS) {
        this.addWatchFile(LOOKS_FILE);
        return `export default ${JSON.stringify(readFileSync(LOOKS_FILE, 'utf8'))}`;
      }
      if (!MODULES.includes(id)) return undefined;
      const glossary = readGlossary(FOLDER);
      for (const file of glossary.looked) this.addWatchFile(file);
      const code = glossaryModule(id, glossary);
      if (id !== INDEX || !isBuild || code === null) return code;
      base64 = JSON.parse(code.replace(/^export default /, '')) as string;
      return `export default ${JSON.stringify(STAND_IN)}`;
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (IN_PAGES.includes(chunk.fileName)) chunk.code = inAscii(chunk.code);
        chunk.code = chunk.code.replace(QUOTED, () => inComment(base64));
        if (chunk.code.includes(STAND_IN)) this.error(`The index did not come into ${chunk.fileName}.`);
      }
    },
  };
}
