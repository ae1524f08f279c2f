/** The calls used of PouchDB's modular packages, which ship no types. */
declare module 'pouchdb-core' {
  interface PouchConstructor {
    /** `NoteDatabase` describes its instances. */
    new (name: string, options: { adapter: 'idb'; auto_compaction: false }): object;
    /** `RemoteDatabase`. */
    new (address: string, options: { adapter: 'http'; skip_setup: true; fetch: typeof fetch }): object;
    plugin(plugin: unknown): PouchConstructor;
  }
  const PouchDB: PouchConstructor;
  export default PouchDB;
}

declare module 'pouchdb-adapter-idb' {
  const adapter: unknown;
  export default adapter;
}

declare module 'pouchdb-adapter-http' {
  const adapter: unknown;
  export default adapter;
}

declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
