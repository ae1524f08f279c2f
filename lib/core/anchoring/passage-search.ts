import type { createFinder, findAll } from './passage-finder.ts';

/** What finds passages again. Pages without notes need none of it, so it comes when the first notes do. */
export interface PassageSearch {
  createFinder: typeof createFinder;
  findAll: typeof findAll;
}
