/** Long pages made of real prose, served on loopback. */
import { createServer, type Server } from 'node:http';
import { readText } from '../spot/read-file.ts';
import { savedPages } from './texts.ts';

const TERMS = [
  'The hukou of the migrants.',
  'A general strike began.',
  'Lenin wrote of the soviets.',
  'The Paris Commune fell.',
];

/** Paragraphs of real prose with a term of the glossary here and there, in sections and chapters as long pages have. */
export function longPage(
  units: number,
  isWanted: (prose: string) => boolean = () => true,
  terms = TERMS,
): string {
  const prose = savedPages()
    .slice(0, 40)
    .flatMap((page) => [...readText(page).matchAll(/<p[^>]*>([^<]{80,600})<\/p>/g)].map((found) => found[1]!))
    .filter(isWanted);
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < units; i++) {
    const part = `<p>${i % 3 === 0 ? (terms[(i / 3) % terms.length] ?? '') : ''} ${prose[i % prose.length] ?? 'Text without a term. '.repeat(9)}</p>`;
    parts.push(part);
    length += part.length;
  }
  const wrap = (list: string[], size: number, name: string): string[] =>
    Array.from(
      { length: Math.ceil(list.length / size) },
      (_, i) => `<${name}>${list.slice(i * size, (i + 1) * size).join('\n')}</${name}>`,
    );
  const body = wrap(wrap(parts, 30, 'section'), 20, 'article').join('\n');
  return `<!doctype html><meta charset=utf-8><title>Long</title><body><main>${body}</main>`;
}

export function serveIsolated(pages: Map<string, string>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    // Isolation gives the page a fine clock.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    const type = request.url!.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    response.end(pages.get(request.url!) ?? '');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, url: `http://127.0.0.1:${typeof address === 'object' ? address!.port : 0}` });
    });
  });
}
