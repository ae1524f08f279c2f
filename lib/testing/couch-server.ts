/** A server of CouchDB's protocol on loopback, in memory, behind a user and a password. For tests of sync. */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import express, { type RequestHandler } from 'express';

const COUCH_USER = 'reader';
const COUCH_PASSWORD = 'grüße: 一月';

export interface CouchServer {
  /** `http://127.0.0.1:5984` */
  readonly origin: string;
  readonly user: string;
  readonly password: string;
  /** Requests so far, `GET /notes/_changes`, oldest first. */
  readonly requests: string[];
  /** Nobody answers any more; what is stored stays. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Every answer is this status until it is null again. */
  answerWith(status: number | null): void;
  /** A database on the server, by PouchDB, past all passwords. */
  database(name: string): CouchDatabase;
  /** Takes a database away. */
  drop(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface CouchDatabase {
  info(): Promise<{ doc_count: number }>;
  allDocs(options: {
    include_docs: boolean;
  }): Promise<{ rows: { id: string; doc: Record<string, unknown> }[] }>;
  get(id: string): Promise<Record<string, unknown> & { _id: string; _rev: string }>;
  put(document: Record<string, unknown>): Promise<{ rev: string }>;
  bulkDocs(documents: Record<string, unknown>[]): Promise<unknown>;
}

const require = createRequire(import.meta.url);
let servers = 0;

export async function startCouchServer(): Promise<CouchServer> {
  type Pouch = { new (name: string): CouchDatabase; plugin(plugin: unknown): Pouch };
  const plain = require('pouchdb-core') as Pouch & {
    defaults(options: object): Pouch;
  };
  const memory = plain.plugin(require('pouchdb-adapter-memory')) as typeof plain;
  const Stored = memory.defaults({ adapter: 'memory', prefix: `couch-${process.pid}-${++servers}-` });
  const couch = (require('express-pouchdb') as (pouch: Pouch, options: object) => RequestHandler)(Stored, {
    mode: 'minimumForPouchDB',
  });

  const requests: string[] = [];
  let forced: number | null = null;
  const expected = `Basic ${Buffer.from(`${COUCH_USER}:${COUCH_PASSWORD}`).toString('base64')}`;
  const app = express();
  app.use((request, response, next) => {
    requests.push(`${request.method} ${request.path}`);
    if (forced !== null) {
      response.status(forced).json({ error: 'forced', reason: 'forced' });
    } else if (request.headers.authorization !== expected) {
      response
        .status(401)
        .set('WWW-Authenticate', 'Basic realm="notes"')
        .json({ error: 'unauthorized', reason: 'Name or password is incorrect.' });
    } else next();
  });
  app.use(couch);

  let server: Server | null = null;
  let port = 0;
  const up = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const starting = app.listen(port, '127.0.0.1', () => {
        ({ port } = starting.address() as AddressInfo);
        resolve();
      });
      starting.on('error', reject);
      server = starting;
    });
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
      server = null;
    });
  await up();
  return {
    origin: `http://127.0.0.1:${port}`,
    user: COUCH_USER,
    password: COUCH_PASSWORD,
    requests,
    up,
    down,
    answerWith: (status) => void (forced = status),
    database: (name) => new Stored(name),
    async drop(name) {
      await fetch(`http://127.0.0.1:${port}/${name}`, {
        method: 'DELETE',
        headers: { Authorization: expected },
      });
    },
    close: down,
  };
}
