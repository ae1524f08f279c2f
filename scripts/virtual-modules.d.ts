/** The packed index of the bundled glossary as base64; see lib/core/spotter. */
declare module 'virtual:manicule/index' {
  const base64: string;
  export default base64;
}

/** Every entry of the bundled glossary. */
declare module 'virtual:manicule/entries' {
  // A relative import statement is not resolved in here: the entries would quietly be of no type.
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

/** The rules of public/highlights.css, for where the browser does not let them in. */
declare module 'virtual:manicule/looks' {
  const rules: string;
  export default rules;
}
