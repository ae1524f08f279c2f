import { expect, test } from 'vitest';
import { isFound } from './settings-search.ts';

test.each<[string, string[], boolean]>([
  ['', ['Marks'], true],
  ['  ', ['Marks'], true],
  ['mark', ['Style of marks'], true],
  ['MARKS style', ['Style of marks'], true],
  ['style click', ['Style of marks', 'Open by click'], true],
  ['delai', ['Délai'], true],
  ['délai', ['Delai'], true],
  ['字号', ['卡片字号'], true],
  ['bank', ['Style of marks'], false],
])('“%s” in %j: %s', (query, texts, found) => expect(isFound(query, ...texts)).toBe(found));
