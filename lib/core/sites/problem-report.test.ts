import { describe, expect, test } from 'vitest';
import { problemReport, type ReportParts } from './problem-report.ts';

const PARTS: ReportParts = {
  version: '0.1.0',
  browser: 'Mozilla/5.0 Firefox/142.0',
  languages: ['de-AT', 'en'],
  access: true,
  tab: {
    kind: 'page',
    status: {
      state: 'on',
      textLength: 1234,
      terms: [
        { concept: 'hukou', surface: 'a word of the page', count: 3 },
        { concept: 'soviet', surface: 'another', count: 2 },
      ],
      notes: 1,
      problem: null,
    },
  },
  entries: 188,
  notes: 7,
  health: null,
  settings: { density: 'section', code: false, muted: ['secret.example'] },
  address: null,
};

describe('the report of a problem', () => {
  test('says what helps, and nothing of the page', () => {
    expect(problemReport(PARTS)).toBe(
      [
        'Manicule 0.1.0',
        'Browser: Mozilla/5.0 Firefox/142.0',
        'Languages: de-AT, en',
        'Access to all sites: yes',
        'Page: on, 2 terms in 5 places, 1 notes, 1234 letters',
        'Glossary: 188 entries',
        'Notes: 7',
        'Settings: density section, code false, muted 1',
      ].join('\n'),
    );
  });

  test('the address only when it is given', () =>
    expect(problemReport({ ...PARTS, address: 'https://example.org/a' })).toContain(
      '\nAddress: https://example.org/a\n',
    ));

  test.each([
    [{ kind: 'off' }, 'Page: off\n'],
    [{ kind: 'blocked', why: 'store' }, 'Page: blocked, store\n'],
    [{ kind: 'silent', why: 'pdf' }, 'Page: silent, pdf\n'],
    [{ kind: 'noAccess' }, 'Page: noAccess\n'],
  ] as const)('%j', (tab, line) => expect(problemReport({ ...PARTS, tab })).toContain(line));

  test('what went wrong, cut short', () => {
    const text = problemReport({ ...PARTS, health: `The disk is full. ${'x'.repeat(1000)}` });
    expect(text).toContain('Notes: 7, problem: The disk is full.');
    expect(text.length).toBeLessThan(700);
  });
});
