/** The packed index of the bundled glossary as base64; see lib/core/spotter. */
declare module 'virtual:manicule/index' {
  const base64: string;
  export default base64;
}

/** Every entry of the bundled glossary. */
declare module 'virtual:manicule/entries' {
  import type { Concept } from '../lib/core/concept.ts';
  const entries: Concept[];
  export default entries;
}
