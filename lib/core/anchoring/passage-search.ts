import type { createPassageFinder, findAll } from './passage-finder.ts';

/** What finds passages again. Pages without notes need none of it, so it comes when the first notes do. */
export interface PassageSearch {
  createPassageFinder: typeof createPassageFinder;
  findAll: typeof findAll;
}
