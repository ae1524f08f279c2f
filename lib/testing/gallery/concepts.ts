/** Entries of our own for looking at cards and for testing them: a plain one, a long one, a bare one, two senses. */
import type { Concept, Sentence, Source } from '../../core/glossary/concept.ts';

const say = (text: string, ...sources: string[]): Sentence => ({ text, sources });

const source = (key: string, title: string, more: Partial<Source> = {}): Source => ({
  key,
  title,
  author: null,
  year: null,
  publisher: null,
  url: null,
  checked: null,
  note: null,
  ...more,
});

const BARE: Omit<Concept, 'id' | 'kind' | 'term' | 'definition'> = {
  subject: 'china',
  script: null,
  dates: null,
  place: null,
  forms: [],
  never: [],
  context: [],
  against: [],
  essay: null,
  contested: [],
  related: [],
  sources: [],
};

const form = (text: string, lang = 'en'): Concept['forms'][number] => ({
  text,
  lang,
  case: 'any',
  context: null,
  plural: 'auto',
  only: null,
});

export const HUKOU: Concept = {
  ...BARE,
  id: 'hukou',
  kind: 'institution',
  term: { en: 'hukou', 'zh-Hans': '户口' },
  script: {
    text: '户口',
    lang: 'zh-Hans',
    variant: { text: '戶口', lang: 'zh-Hant' },
    romanization: 'hùkǒu',
  },
  dates: { start: '1958', end: null },
  place: { name: 'China', lat: 39.9, lon: 116.4 },
  forms: [form('hukou'), form('household registration'), form('户口', 'zh-Hans'), form('戶口', 'zh-Hant')],
  definition: {
    en: [
      say('Household registration: the record that ties each person in China to one place.', 'ledger'),
      say(
        'Where somebody was registered decided about schooling, clinics and rations, and a move had to be approved.',
        'ledger',
        'gate',
      ),
    ],
    'zh-Hans': [say('户籍登记：把每个人登记在一个地方，上学、就医和口粮都与之相连。', 'ledger')],
  },
  essay: {
    sections: ['The road to Tiananmen'],
    use: 'The line between a protected urban workforce and a countryside that paid for it.',
  },
  related: ['work-unit', 'migrant-workers', 'grain'],
  sources: [
    source('ledger', 'Ledgers and Gates: Registration After 1958', {
      author: 'A. Reader',
      year: '1999',
      publisher: 'Margin Press',
      url: 'https://example.org/ledgers',
      checked: '2026-11',
    }),
    source('gate', 'Hukou', {
      author: 'Wikipedia contributors',
      publisher: 'Wikipedia (English)',
      url: 'https://en.wikipedia.org/wiki/Hukou',
    }),
  ],
};

export const SOVIET: Concept = {
  ...BARE,
  id: 'soviet',
  subject: 'councils-and-revolutions',
  kind: 'institution',
  term: { en: 'soviet' },
  script: { text: 'совет', lang: 'ru', variant: null, romanization: 'sovet' },
  dates: { start: '1905', end: '1921' },
  place: { name: 'Russia', lat: null, lon: null },
  forms: [form('soviet')],
  definition: {
    en: [
      say('A council of delegates elected from workplaces, first set up by strikers in 1905.', 'petrograd'),
      say(
        'In 1917 such councils came back everywhere and for some months rivalled the government.',
        'petrograd',
      ),
    ],
  },
  essay: {
    sections: ['Democracy in the factory', 'Notes'],
    use: 'The best known form of the workers’ council, and the one whose defeat from within it calls decisive.',
  },
  contested: [
    say(
      'Some hold that the councils were emptied by war and hunger; others blame the party in power.',
      'petrograd',
    ),
    say('Whether they could have governed is asked to this day.'),
  ],
  related: ['workers-council', 'bolsheviks', 'one-man-rule'],
  sources: [
    source('petrograd', 'The Councils of One City', {
      author: 'B. Author',
      year: '1983',
      publisher: 'Quay Books',
      note: 'Only the introduction was read.',
    }),
  ],
};

export const SOVIET_UNION: Concept = {
  ...BARE,
  id: 'soviet-union',
  kind: 'place',
  term: { en: 'Soviet Union' },
  dates: { start: '1922', end: '1991' },
  definition: { en: [say('The federation of republics that lasted from 1922 to 1991.')] },
};

export const FEDERATION: Concept = {
  ...BARE,
  id: 'federation',
  kind: 'organization',
  term: { en: 'Beijing Workers’ Autonomous Federation' },
  script: {
    text: '北京工人自治联合会',
    lang: 'zh-Hans',
    variant: { text: '北京工人自治聯合會', lang: 'zh-Hant' },
    romanization: 'Běijīng gōngrén zìzhì liánhéhuì',
  },
  dates: { start: '1989-04-20', end: '1989-06-04' },
  place: { name: 'Tiananmen Square, Beijing', lat: null, lon: null },
  forms: [form('Beijing Workers’ Autonomous Federation'), form('BWAF'), form('Gongzilian')],
  definition: {
    en: [
      say(
        'An independent workers’ organisation on the square’s north-west edge, April to June 1989.',
        'square',
      ),
      say(
        'It spoke of prices, of bosses and of a voice for those who work, in leaflets read out by loudspeaker.',
        'square',
      ),
      say(
        'Its tents were the first to be cleared, and its people were punished harder than the students.',
        'square',
      ),
    ],
  },
  essay: {
    sections: ['The road to Tiananmen', 'The death of the workers’ movement'],
    use: 'Proof that the spring belonged to workers too, and that they brought demands of their own to it.',
  },
  contested: [
    say('How many joined is open: its own count and the count of the police lie far apart.', 'square'),
  ],
  related: ['work-unit', 'hukou', 'soviet', 'migrant-workers', 'general-strike', 'workers-council'],
  sources: [source('square', 'Voices From the Edge of the Square', { author: 'C. Writer', year: '1993' })],
};

export const STORM: Concept = {
  ...BARE,
  id: 'january-storm',
  kind: 'event',
  term: { en: 'January Storm' },
  script: {
    text: '一月风暴',
    lang: 'zh-Hans',
    variant: { text: '一月風暴', lang: 'zh-Hant' },
    romanization: 'Yīyuè fēngbào',
  },
  dates: { start: '1967-01', end: '1967-02' },
  place: { name: 'Shanghai', lat: null, lon: null },
  forms: [form('January Storm'), form('January Revolution')],
  definition: {
    en: [
      say('Shanghai workers’ organisations unseat the city’s party leadership in the first weeks of 1967.'),
    ],
  },
};

export const COMMUNE: Concept = {
  ...BARE,
  id: 'shanghai-commune',
  kind: 'institution',
  term: { en: 'Shanghai People’s Commune' },
  script: { text: '上海人民公社', lang: 'zh-Hans', variant: null, romanization: 'Shànghǎi rénmín gōngshè' },
  dates: { start: '1967-02-05', end: '1967-02-24' },
  definition: {
    en: [say('The short-lived body proclaimed in February 1967, when the storm of January had passed.')],
  },
};

/** Only what every entry has. */
export const PLAIN: Concept = {
  ...BARE,
  id: 'dwell',
  kind: 'concept',
  term: { en: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe' },
  definition: { en: [say('One long word, to see where it breaks.')] },
};

export const ALL: Concept[] = [HUKOU, SOVIET, SOVIET_UNION, FEDERATION, STORM, COMMUNE, PLAIN];
