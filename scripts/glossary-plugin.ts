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
const HIGHLIGHT_RULES = '\0virtual:manicule/highlight-rules';
const HIGHLIGHT_FILE = fileURLToPath(new URL('../public/highlights.css', import.meta.url));

/** The code of a virtual module; null for any other id. Throws with file and line if an entry is bad. */
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

/** Replaced by the index after minifying, as a minifier drops comments. */
const PLACEHOLDER = 'manicule:index';
const QUOTED_PLACEHOLDER = new RegExp(`(["'\`])${PLACEHOLDER}\\1`);

/**
 * The index as a comment in a function, read by the function's source text. An engine skips a comment four times as fast
 * as it parses a string literal, and this is paid in every frame of every page.
 */
const inComment = (base64: string): string => `(String(function(){/*${base64}*/}).slice(13,-3))`;

/** Scripts that run in pages. */
const IN_PAGES = ['page.js', 'card.js', 'finder.js'];

/** Escapes all but ASCII: a single curly quote makes the engine store and scan the whole script in two bytes a unit. */
export const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The virtual modules of virtual-modules.d.ts: compiled glossary and highlight rules. A bad entry fails the build. */
export function glossaryPlugin(): Plugin {
  let isBuild = false;
  let base64 = '';
  return {
    name: 'manicule:glossary',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => ([...MODULES, HIGHLIGHT_RULES].includes(`\0${id}`) ? `\0${id}` : undefined),
    load(id) {
      if (id === HIGHLIGHT_RULES) {
        this.addWatchFile(HIGHLIGHT_FILE);
        return `export default ${JSON.stringify(readFileSync(HIGHLIGHT_FILE, 'utf8'))}`;
      }
      if (!MODULES.includes(id)) return undefined;
      const glossary = readGlossary(FOLDER);
      for (const file of glossary.looked) this.addWatchFile(file);
      const code = glossaryModule(id, glossary);
      if (id !== INDEX || !isBuild || code === null) return code;
      base64 = JSON.parse(code.replace(/^export default /, '')) as string;
      return `export default ${JSON.stringify(PLACEHOLDER)}`;
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (IN_PAGES.includes(chunk.fileName)) chunk.code = inAscii(chunk.code);
        chunk.code = chunk.code.replace(QUOTED_PLACEHOLDER, () => inComment(base64));
        if (chunk.code.includes(PLACEHOLDER)) this.error(`The index is missing in ${chunk.fileName}.`);
      }
    },
  };
}
