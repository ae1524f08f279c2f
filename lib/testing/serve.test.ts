import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages, type PageServer } from './serve.ts';

let server: PageServer;
beforeAll(async () => {
  server = await servePages({
    pages: { '/made': '<p>Made</p>' },
    headers: (path) => (path === '/made' ? { 'content-security-policy': "default-src 'none'" } : {}),
  });
});
afterAll(() => server.close());

test.each([
  ['sample/', 200, 'text/html; charset=utf-8', null],
  ['sample/style.css', 200, 'text/css; charset=utf-8', null],
  ['made', 200, 'text/html; charset=utf-8', "default-src 'none'"],
  ['favicon.ico', 204, null, null],
  ['nowhere', 404, 'text/plain; charset=utf-8', null],
  ['%2e%2e%2fserve.ts', 404, 'text/plain; charset=utf-8', null],
  ['..%2fserve.ts', 404, 'text/plain; charset=utf-8', null],
])('%s answers %i', async (path, status, type, policy) => {
  const response = await fetch(server.url(path));
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe(policy);
});
