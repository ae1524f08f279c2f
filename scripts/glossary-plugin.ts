import type { Plugin } from 'vite';

/** Serves the compiled glossary to the bundler: see virtual-modules.d.ts. */
export function glossaryPlugin(): Plugin {
  const INDEX = 'virtual:manicule/index';
  const ENTRIES = 'virtual:manicule/entries';
  return {
    name: 'manicule:glossary',
    resolveId: (id) => (id === INDEX || id === ENTRIES ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${INDEX}`) return `export default ''`;
      if (id === `\0${ENTRIES}`) return `export default []`;
      return undefined;
    },
  };
}
