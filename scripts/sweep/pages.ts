import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, relative, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface SavedPage {
  /** Path below the folder, with forward slashes. */
  path: string;
  file: string;
  /** From the manifest; undefined where none names it, and the browser decides. */
  charset: string | undefined;
}

/** Every saved page below a folder, in the order of the SHA-256 of its path: the first N are a fair sample. */
export function savedPagesBelow(folder: string): SavedPage[] {
  const charsets = charsetsBelow(folder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html(\.gz)?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).replaceAll('\\', '/');
      return { path, file, charset: charsets.get(resolve(file)) };
    })
    .map((page) => ({ page, order: createHash('sha256').update(page.path).digest('hex') }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ page }) => page);
}

/** A manifest.jsonl, in the folder or above it, names the charset of each page by its path. */
function charsetsBelow(folder: string): Map<string, string> {
  const charsets = new Map<string, string>();
  for (const place of [folder, join(folder, '..'), join(folder, '../..')]) {
    const manifest = join(place, 'manifest.jsonl');
    if (!existsSync(manifest)) continue;
    for (const line of readFileSync(manifest, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const { file, charset } = JSON.parse(line) as { file?: string; charset?: string };
      if (file && charset) charsets.set(resolve(place, file), charset);
    }
    break;
  }
  return charsets;
}

export const contentOf = (page: SavedPage): Buffer => {
  const bytes = readFileSync(page.file);
  return page.file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** No handler of the page runs: a picture that fails to load rewrites some pages again and again. */
const QUIET = "script-src 'none'";
/** Nothing from outside, no script, nowhere to go: for browsers whose requests we cannot hold back one by one. */
const ALONE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-same-origin";

/** Serves each page at the path of its number, byte for byte, on loopback. */
export function servePages(
  pages: readonly SavedPage[],
  options: { alone?: boolean } = {},
): Promise<{ server: Server; urlOf(page: SavedPage): string }> {
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))];
    if (!page) return void response.writeHead(404).end();
    const charset = page.charset ? `; charset=${page.charset}` : '';
    response
      .writeHead(200, {
        'Content-Type': `text/html${charset}`,
        'Content-Security-Policy': options.alone ? ALONE : QUIET,
      })
      .end(contentOf(page));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      done({ server, urlOf: (page) => `http://127.0.0.1:${port}/${pages.indexOf(page)}` });
    });
  });
}
