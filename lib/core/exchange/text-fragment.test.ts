import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../testing/note-arbitrary.ts';
import { textDirective, textFragmentLink } from './text-fragment.ts';

const quote = (prefix: string, exact: string, suffix: string) => [
  { type: 'TextQuoteSelector' as const, exact, prefix, suffix },
];
const directive = (prefix: string, exact: string, suffix: string): string =>
  decodeURIComponent(textDirective(quote(prefix, exact, suffix))!);

describe('text fragments', () => {
  it.each([
    [
      'a short quote with what stands around',
      'met in the ',
      'first soviet',
      ' of the city of',
      'text=met in the-,first soviet,-of the city',
    ],
    [
      'a word that the passage cuts',
      'in the ',
      'soviet',
      's of the city',
      'text=in the-,soviets,-of the city',
    ],
    ['a cut on the left', 'the anti', 'war', ' party', 'text=the-,antiwar,-party'],
    [
      'a sentence alone',
      'x ',
      'The council met in the old customs house.',
      ' y',
      'text=The council met in the old customs house.',
    ],
    [
      'a long quote by its ends',
      '',
      'In Petrograd the councils met again, and what they decided was printed in the papers of the next morning.',
      '',
      'text=In Petrograd the councils met,papers of the next morning.',
    ],
    ['over two blocks', '', 'end of one.\nBegin of two', '', 'text=end of one.,Begin of two'],
    ['context of its own block only', 'before\n', 'soviet', '\nafter the', 'text=soviet'],
    [
      'Chinese, where nothing parts words',
      '城市的',
      '户口',
      '制度改革以后',
      'text=城市的-,户口,-制度改革以后',
    ],
    ['a dash and a comma', '', 'well-read, and more', '', 'text=well-read, and more'],
  ])('%s', (_name, prefix, exact, suffix, expected) => {
    expect(directive(prefix, exact, suffix)).toBe(expected);
  });

  it('writes nothing that the browser would take for its own signs', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (prefix, exact, suffix) => {
        const text = textDirective(exact === '' ? [] : quote(prefix, exact, suffix));
        if (text === null) return;
        expect(text).toMatch(
          /^text=(?:[\w%.!~*'()]+-,)?[\w%.!~*'()]+(?:,[\w%.!~*'()]+)?(?:,-[\w%.!~*'()]+)?$/,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is the page alone where there is no quote', () => {
    expect(textFragmentLink('https://a.org/', [])).toBe('https://a.org/');
    expect(textFragmentLink('https://a.org/', quote('', 'x', ''))).toBe('https://a.org/#:~:text=x');
  });
});
