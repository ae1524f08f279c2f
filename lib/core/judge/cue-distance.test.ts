import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWords, cueOf } from './cue-distance.ts';

describe('distance', () => {
  const text = 'The workers of Petrograd, and the soviet; a class struggle. Soviet workers!';
  const words = createWords(text);
  const start = text.indexOf('soviet');
  const end = start + 'soviet'.length;
  test.each([
    ['Petrograd', text.indexOf('soviet') - text.indexOf(', and')],
    ['petrograd', text.indexOf('soviet') - text.indexOf(', and')],
    ['worker', text.indexOf('soviet') - text.indexOf(' of')],
    ['class struggle', 'soviet; a '.length - 'soviet'.length],
    ['struggle class', Infinity],
    ['soviet', text.indexOf('Soviet') - end],
    ['petro', Infinity],
    ['', Infinity],
  ])('of %s', (cue, distance) => {
    expect(words.distance(cueOf(cue), start, end, 1000)).toBe(distance);
  });

  test('in scripts without blanks anything counts that stands there', () => {
    const chinese = createWords('工厂的职工在单位');
    expect(chinese.distance(cueOf('职工'), 6, 8, 1000)).toBe(1);
    expect(chinese.distance(cueOf('单位'), 6, 8, 1000)).toBe(Infinity);
  });

  test.each([1, 2, 5, 1000])(
    'in scripts without blanks it is that of the nearest place within %i units',
    (reach) => {
      const han = fc.string({
        unit: fc.constantFrom('工', '人', '单', '位', '。'),
        minLength: 6,
        maxLength: 30,
      });
      fc.assert(
        fc.property(han, fc.nat(4), fc.constantFrom('工人', '单', '位位'), (text, start, wanted) => {
          const end = start + 2;
          let nearest = Infinity;
          for (let at = 0; at + wanted.length <= text.length; at++) {
            if (!text.startsWith(wanted, at)) continue;
            const distance =
              at >= end ? at - end : at + wanted.length <= start ? start - at - wanted.length : Infinity;
            if (distance <= reach) nearest = Math.min(nearest, distance);
          }
          expect(createWords(text).distance(cueOf(wanted), start, end, reach)).toBe(nearest);
        }),
      );
    },
  );

  test('past the reach there is nothing', () => {
    const far = createWords('Petrograd, and then the soviet');
    expect(far.distance(cueOf('Petrograd'), 24, 30, 15)).toBe(15);
    expect(far.distance(cueOf('Petrograd'), 24, 30, 14)).toBe(Infinity);
  });

  test('every word of a text is found in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-zé]{1,8}$/), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const own = createWords(`§ ${parts.join(' ')}`);
          for (const part of parts) expect(own.distance(cueOf(part), 0, 1, 1000)).toBeLessThan(Infinity);
        },
      ),
    );
  });
});

test('years in reach', () => {
  const text = 'In 1905, not in room 1234 or 21000, came 1917s storm; 2021 too.';
  const words = createWords(text);
  expect(words.years(0, 2, 1000)).toEqual([1905, 1917, 2021]);
  expect(words.years(0, 2, 20)).toEqual([1905]);
});
