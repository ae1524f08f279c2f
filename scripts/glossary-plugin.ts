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

/** Serves the compiled glossary, and the rules of the marks, to the bundler: see virtual-modules.d.ts. A bad entry fails the build. */
export function glossaryPlugin(): Plugin {
  return {
    name: 'manicule:glossary',
    resolveId: (id) => ([...MODULES, LOOKS].includes(`\0${id}`) ? `\0${id}` : undefined),
    load(id) {
      if (id === LOOKS) {
        this.addWatchFile(LOOKS_FILE);
        return `export default ${JSON.stringify(readFileSync(LOOKS_FILE, 'utf8'))}`;
      }
      if (!MODULES.includes(id)) return undefined;
      const glossary = readGlossary(FOLDER);
      for (const file of glossary.looked) this.addWatchFile(file);
      return glossaryModule(id, glossary);
    },
  };
}
