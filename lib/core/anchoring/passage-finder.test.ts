import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { createPassageFinder, findAll, type FoundPassage } from './passage-finder.ts';
import { describe } from './selector.ts';

const BEFORE =
  'The bakery on the corner opens early. Its ovens are lit at four, and the street smells of bread. ';
const QUOTE = 'The old miller carries twelve sacks of rye flour across the wooden bridge every Monday.';
const AFTER =
  ' Children run behind his cart. In winter the river freezes, and the geese walk where boats went.';
const OLD = BEFORE + QUOTE + AFTER;
const PINNED = describe(OLD, BEFORE.length, BEFORE.length + QUOTE.length);

const foundIn = (text: string): string | null => {
  const place = createPassageFinder(text).find(PINNED);
  return place && text.slice(place.start, place.end);
};

group('a passage that was edited', () => {
  test.each([
    ['a word', QUOTE.replace('wooden', 'narrow')],
    ['a number in words', QUOTE.replace('twelve sacks', 'fifteen heavy sacks')],
    ['its first word', QUOTE.replace('The', 'An')],
    ['its last word', QUOTE.replace('Monday', 'morning')],
    ['a longer end', QUOTE.replace('Monday', 'Monday and on the eve of all the great feasts')],
    ['words put in', QUOTE.replace('across', ', whistling and never in a hurry, across')],
    ['words taken out', QUOTE.replace(' of rye flour', '')],
    ['inflected', QUOTE.replace('carries', 'carried').replace('sacks', 'sack')],
    ['another case', QUOTE.replace('rye flour', 'RYE FLOUR')],
  ])('%s', (_what, now) => {
    expect(foundIn(BEFORE + now + AFTER)).toBe(now);
    expect(foundIn(`A new preface, and some more words. ${BEFORE}${now}${AFTER}`)).toBe(now);
  });

  test('white space, quotation marks and what is invisible are no change', () => {
    const now = QUOTE.replace(' old ', '\n   old ').replace('miller', 'mil\u00adler');
    const text = `“${BEFORE}${now}${AFTER}`;
    const place = createPassageFinder(text).find(PINNED);
    expect(place).toMatchObject({ how: 'quote', score: 1 });
    expect(text.slice(place!.start, place!.end)).toBe(now);
  });

  test('in Chinese', () => {
    const before = '上海的工厂在冬天停工了。';
    const quote = '工人们在广场上选出了自己的代表，要求公开账目。';
    const after = '第二天，报纸没有提到这件事。';
    const old = before + quote + after;
    const now = before + quote.replace('公开账目', '公开所有账目') + after;
    const place = createPassageFinder(now).find(describe(old, before.length, before.length + quote.length));
    expect(now.slice(place!.start, place!.end)).toBe(quote.replace('公开账目', '公开所有账目'));
  });
});

group('a passage that is gone', () => {
  test.each([
    ['struck out', BEFORE + AFTER],
    ['another sentence in its place', `${BEFORE}A tram line has been built where the mill stood.${AFTER}`],
    ['another page', 'Nothing of this is here. Ships leave the harbour at noon, and gulls follow them.'],
    [
      'words of it strewn about',
      `${BEFORE}The bridge is wooden. A miller was old. Every sack is of rye.${AFTER}`,
    ],
    ['an empty page', ''],
  ])('%s: an orphan', (_what, text) => {
    expect(foundIn(text)).toBeNull();
  });
});

test('of two places alike, the one in the old surroundings', () => {
  const edited = QUOTE.replace('wooden', 'iron');
  const decoy = QUOTE.replace('twelve', 'three');
  const text = `Somebody wrote on a wall: ${decoy} Nobody read it. ${BEFORE}${edited}${AFTER}`;
  expect(foundIn(text)).toBe(edited);
});

test('a long passage is found by its ends', () => {
  const lines = Array.from({ length: 90 }, (_, i) => `Line ${i} tells of harvest${i} and of barn${i * 7}.`);
  const old = `${BEFORE}${lines.join(' ')}${AFTER}`;
  const now = [...lines.slice(0, 40), 'Something new was put in here.', ...lines.slice(43)].join(' ');
  const selectors = describe(old, BEFORE.length, old.length - AFTER.length);
  const text = `${BEFORE}${now}${AFTER}`;
  const place = createPassageFinder(text).find(selectors);
  expect(place && text.slice(place.start, place.end)).toBe(now);
});

test('blocks end a passage where there is no full stop', () => {
  const old = 'Opening hours\nMonday to Friday\nClosed in August';
  const quote = 'Monday to Friday';
  const start = old.indexOf(quote);
  const text = 'Opening hours\nMonday to Saturday\nClosed in August';
  const place = createPassageFinder(text, [0, 14, 33]).find(describe(old, start, start + quote.length));
  expect(place && text.slice(place.start, place.end)).toBe('Monday to Saturday');
});

test('prepared in steps it finds the same', () => {
  const text = `${'Words and words again, of no account. '.repeat(3000)}${BEFORE}${QUOTE.replace('rye', 'oat')}${AFTER}`;
  const finder = createPassageFinder(text);
  let steps = 1;
  while (finder.prepare('words')) steps++;
  expect(steps).toBeGreaterThan(2);
  expect(finder.find(PINNED)).toEqual(createPassageFinder(text).find(PINNED));
});

test('looked for in parts it is found at the same place', () => {
  const text = `${'Rye in the field, and a bell. '.repeat(50)}${BEFORE}${QUOTE.replace('rye', 'oat')}${AFTER}`;
  const looking = createPassageFinder(text).findInSteps(PINNED);
  let parts = 1;
  let turn = looking.next();
  for (; !turn.done; turn = looking.next()) parts++;
  expect(parts).toBeGreaterThan(3);
  expect(turn.value).toEqual(createPassageFinder(text).find(PINNED));
});

test('edits elsewhere never move a passage', () => {
  const words = fc.array(fc.constantFrom('snow', 'the', 'hill', 'and', 'slow', 'bell.'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (above, below) => {
      const text = `${above.join(' ')} ${OLD} ${below.join(' ')}`;
      const place = createPassageFinder(text).find(PINNED);
      expect(place && text.slice(place.start, place.end)).toBe(QUOTE);
    }),
  );
});

group('several passages', () => {
  const parts = [
    'The first lamp is red.',
    'A second lamp is green, they say.',
    'The third lamp burns blue all night.',
  ];
  const old = parts.join(' ');
  const passages = parts.map((part) => describe(old, old.indexOf(part), old.indexOf(part) + part.length));
  const placesIn = (text: string): (FoundPassage | null | undefined)[] => {
    const places: (FoundPassage | null | undefined)[] = parts.map(() => undefined);
    const step = findAll(createPassageFinder(text), passages, (index, place) => (places[index] = place));
    while (step());
    return places;
  };

  test('each is told, found or not', () => {
    const text = `${parts[2]} ${parts[0]}`;
    expect(placesIn(text).map((place) => place && text.slice(place.start, place.end))).toEqual([
      parts[0],
      null,
      parts[2],
    ]);
  });

  test('what is sure tells where the rest is', () => {
    const edited = 'A second lamp is green now.';
    const decoy = 'A second lamp is green again.';
    const text = `${decoy} ${'Nothing. '.repeat(40)}${parts[0]} ${edited} ${parts[2]}`;
    const place = placesIn(text)[1];
    expect(place && text.slice(place.start, place.end)).toBe(edited);
  });

  test('none is no work', () => {
    expect(findAll(createPassageFinder(old), [], () => expect.fail('nothing to tell'))()).toBe(false);
  });
});
