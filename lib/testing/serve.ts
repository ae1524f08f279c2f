/** Test pages over HTTP on loopback, at a port that is free. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('pages', import.meta.url));

export interface ServeOptions {
  /** The folder served; lib/testing/pages by default. */
  folder?: string;
  /** More headers for every page (a Content-Security-Policy, say), or for the path given. */
  headers?: Record<string, string> | ((path: string) => Record<string, string>);
  /** Pages that are no files: path, with the slash → its HTML. */
  pages?: Record<string, string>;
}

export interface PageServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  url(path: string): string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

export function servePages(options: ServeOptions = {}): Promise<PageServer> {
  const { folder = PAGES, headers = {}, pages = {} } = options;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const more = typeof headers === 'function' ? headers(path) : headers;
    // Asked for by browsers, named by no page; a refusal would count as an error of the page.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const page = pages[path];
    if (page !== undefined) {
      return void response.writeHead(200, { 'content-type': TYPES['.html'], ...more }).end(page);
    }
    const file = fileAt(folder, path);
    if (!file) return void response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('No such page.');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...more }).end(readFileSync(file));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
      resolve({
        origin,
        url: (path) => `${origin}/${path.replace(/^\//, '')}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The file behind a path; an `index.html` for a folder; null outside the folder. */
function fileAt(folder: string, path: string): string | null {
  const file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) return file;
  if (!stat?.isDirectory()) return null;
  const index = join(file, 'index.html');
  return statSync(index, { throwIfNoEntry: false }) ? index : null;
}
