/** Validates and normalises a typed database address, and moves a user and a password out of it. */
import { isLoopback } from '../sites/loopback.ts';
import { fail, faultOf, ok, type FaultCode, type Result } from '../base/result.ts';

export interface SyncAddress {
  /** `https://example.org:6984/couch/notes`: no user, no query, no slash at the end. */
  address: string;
  /** Scheme, host and port, as the confirmation shows them. */
  origin: string;
  /** The last part of the path. */
  database: string;
  /** From the typed address; empty if it has none. */
  user: string;
  password: string;
}

const ADDRESS =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:([^/@?#]*)@)?(\[[\da-f:.]+\]|[^/:?#@\s]+)(?::(\d{1,5}))?(\/[^?#\s]*)?(?:[?#]\S*)?$/i;
const HOST = /^(?:\[[\da-f:.]+\]|[^\s"'<>\\^`{|}%]+)$/;
/** The rule for names at https://docs.couchdb.org/en/stable/api/database/common.html, without slashes. */
const DATABASE = /^[a-z][a-z\d_$()+-]*$/;
const PORTS: Record<string, string> = { https: '443', http: '80' };

/** The default scheme is `https`, and `http` for loopback hosts. Problems have the path `address`. */
export function parseSyncAddress(typed: string): Result<SyncAddress> {
  const text = typed.trim();
  if (text === '') {
    return wrong('noAddress', 'Type the address of the database, like https://example.org/notes.');
  }
  const found = ADDRESS.exec(text);
  if (!found) {
    return wrong('address', 'This is no web address. It has to look like https://example.org/notes.');
  }
  const [, givenScheme, login = '', givenHost = '', givenPort, givenPath = ''] = found;
  const host = givenHost.toLowerCase();
  const isLocal = isLoopback(host);
  const scheme = givenScheme?.toLowerCase() ?? (isLocal ? 'http' : 'https');
  if (scheme !== 'https' && scheme !== 'http') {
    const message = `“${scheme}:” cannot be used for sync; the address has to begin with https://.`;
    return wrong('scheme', message, scheme);
  }
  if (scheme === 'http' && !isLocal) {
    return wrong(
      'noHttps',
      'Without https, anyone on the way could read your notes and password. Use https://.',
    );
  }
  if (!HOST.test(host) || Number(givenPort ?? 0) > 65_535) {
    return wrong(
      'server',
      'The name of the server is not right. It has to look like https://example.org/notes.',
    );
  }
  const path = givenPath.replace(/\/+$/, '');
  const database = decoded(path.slice(path.lastIndexOf('/') + 1));
  if (database === '' || database.startsWith('_')) {
    return wrong(
      'noDatabase',
      'The name of the database is missing at the end, as in https://example.org/notes.',
    );
  }
  if (!DATABASE.test(database)) {
    return wrong(
      'database',
      `A database cannot be called “${database}”: small letters, digits and _ $ ( ) + - only, and a letter first.`,
      database,
    );
  }
  const port = givenPort === undefined || givenPort === PORTS[scheme] ? '' : `:${Number(givenPort)}`;
  const origin = `${scheme}://${host}${port}`;
  const colon = login.indexOf(':');
  return ok({
    address: `${origin}${path}`,
    origin,
    database,
    user: decoded(colon < 0 ? login : login.slice(0, colon)),
    password: colon < 0 ? '' : decoded(login.slice(colon + 1)),
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const wrong = (code: FaultCode, message: string, field = ''): Result<never> =>
  fail([{ path: ['address'], message, fault: faultOf(code, { field }) }]);
