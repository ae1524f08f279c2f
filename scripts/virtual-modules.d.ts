/** The packed index of the bundled glossary as base64; see lib/core/spotter. */
declare module 'virtual:manicule/index' {
  const base64: string;
  export default base64;
}

/** Every entry of the bundled glossary. */
declare module 'virtual:manicule/entries' {
  // An import statement would make this file a module, whose declarations are local to it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const entries: import('../lib/core/glossary/concept.ts').Concept[];
  export default entries;
}

/** The subjects of the bundled glossary, and how many concepts each has. */
declare module 'virtual:manicule/subjects' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  type Subject = import('../lib/core/glossary/concept.ts').Subject;
  const subjects: (Pick<Subject, 'id' | 'name'> & { count: number })[];
  export default subjects;
}

/** public/highlights.css as text, for open shadow trees, where Firefox does not apply it. */
declare module 'virtual:manicule/highlight-rules' {
  const rules: string;
  export default rules;
}
