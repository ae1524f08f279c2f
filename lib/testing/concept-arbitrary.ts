import fc from 'fast-check';
import { KINDS, type Concept, type Form, type Sentence, type Source } from '../core/glossary/concept.ts';

/** Fragments that are awkward to write down: YAML's own signs, numbers, words that YAML reads, several scripts. */
const AWKWARD = [
  ...[
    'plain',
    'Word',
    'a: b',
    '#1',
    '- x',
    '? y',
    'no',
    'null',
    '~',
    '1958',
    '1e3',
    '2026-11',
    "it's",
    '"q"',
  ],
  ...[
    '户口',
    'hùkǒu',
    'советы',
    '…',
    '—',
    '&a',
    '*b',
    '!tag',
    '%',
    '@',
    '`',
    '{x}',
    '[y]',
    ',',
    '|',
    '>',
    '\\n',
  ],
  ...['🚩', '0x1f', '.5', 'true', '=', '<<', ':', "'", 'العمل'],
];

const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.stringMatching(/^[!-~]{1,12}$/)), {
      minLength: 1,
      maxLength: most,
    })
    .map((parts) => parts.join(' ').normalize('NFC').slice(0, 110).trim())
    .filter((text) => text !== '' && text !== '…' && !/\p{Cs}$/u.test(text));

const forPages = words(5).map((text) => `x ${text}`);
const id = fc.stringMatching(/^[a-z]{1,8}(-[a-z\d]{1,6}){0,2}$/);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });

const form: fc.Arbitrary<Form> = fc.record({
  text: forPages,
  lang: fc.constantFrom('en', 'zh-Hans', 'zh-Latn-pinyin', 'ru-Latn', 'de'),
  case: fc.constantFrom('any', 'exact'),
  context: maybe(words(20)),
  plural: fc.oneof(fc.constantFrom('auto', 'none'), forPages),
  only: maybe(fc.constant<'essay'>('essay')),
});

const source: fc.Arbitrary<Source> = fc.record({
  key: id,
  title: words(30),
  author: maybe(words(4)),
  year: maybe(fc.constantFrom('1920', '1999–2003')),
  publisher: maybe(words(4)),
  url: maybe(fc.webUrl()),
  checked: maybe(fc.constantFrom('2026-11', '2026-02-28')),
  note: maybe(words(30)),
});

const sentencesOf = (sources: readonly Source[], least: number): fc.Arbitrary<Sentence[]> =>
  fc.array(
    fc.record({
      text: fc.array(words(12), { minLength: 1, maxLength: 2 }).map((parts) => `${parts.join(' ')} end.`),
      sources:
        sources.length === 0
          ? fc.constant([])
          : fc.subarray(
              sources.map(({ key }) => key),
              { minLength: least },
            ),
    }),
    { minLength: least, maxLength: 4 },
  );

/** Valid concepts with everything that is awkward to write down and to read back. */
export const conceptArbitrary: fc.Arbitrary<Concept> = fc
  .uniqueArray(source, { minLength: 1, maxLength: 4, selector: ({ key }) => key })
  .chain((sources) =>
    fc.record<Concept>({
      id,
      subject: fc.constant('china'),
      kind: fc.constantFrom(...KINDS),
      term: fc.record({ en: words(6), 'zh-Hans': words(2) }, { requiredKeys: ['en'] }),
      script: maybe(
        fc.oneof(
          fc.record({
            text: fc.constant('户口'),
            lang: fc.constant('zh-Hans'),
            variant: maybe(fc.constant({ text: '戶口', lang: 'zh-Hant' })),
            romanization: maybe(words(3)),
          }),
          fc.record({
            text: words(3),
            lang: fc.constant('ru'),
            variant: fc.constant(null),
            romanization: maybe(words(3)),
          }),
        ),
      ),
      dates: maybe(
        fc.record({
          start: fc.constantFrom('1840s', '1848', '1848-02', '1848-02-29'),
          end: maybe(fc.constantFrom('1848-03', '1849', '1850s')),
        }),
      ),
      place: maybe(
        fc.oneof(
          fc.record({ name: words(3), lat: fc.constant(null), lon: fc.constant(null) }),
          fc.record({
            name: words(3),
            lat: fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0),
            lon: fc.double({ min: -180, max: 180, noNaN: true }).map((n) => n + 0),
          }),
        ),
      ),
      forms: fc.uniqueArray(form, { minLength: 1, maxLength: 5, selector: ({ text }) => text.toLowerCase() }),
      never: fc.uniqueArray(forPages, { maxLength: 4, selector: (text) => text.toLowerCase() }),
      context: fc.uniqueArray(forPages, { maxLength: 12, selector: (text) => text.toLowerCase() }),
      against: fc.uniqueArray(forPages, { maxLength: 6, selector: (text) => text.toLowerCase() }),
      // Every source is used by the first sentence.
      definition: sentencesOf(sources, 1).map((sentences) => ({
        en: sentences.map((sentence, i) =>
          i === 0 ? { ...sentence, sources: sources.map(({ key }) => key) } : sentence,
        ),
      })),
      essay: maybe(
        fc.record({
          sections: fc.uniqueArray(words(5), { minLength: 1, maxLength: 3 }),
          use: words(40),
        }),
      ),
      contested: sentencesOf(sources, 0),
      related: fc.uniqueArray(
        id.map((text) => `other-${text}`),
        { maxLength: 4 },
      ),
      sources: fc.constant(sources),
    }),
  );
