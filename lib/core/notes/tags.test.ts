import { describe, expect, test } from 'vitest';
import { completeTag, normalizeTags, putTag, tagAt } from './tags.ts';

describe('the tag that is being typed', () => {
  test.each([
    ['', 0, { start: 0, end: 0, typed: '' }],
    ['#cou', 4, { start: 0, end: 4, typed: 'cou' }],
    ['#one, #tw', 9, { start: 6, end: 9, typed: 'tw' }],
    ['#one #tw', 8, { start: 5, end: 8, typed: 'tw' }],
    ['one，two', 7, { start: 4, end: 7, typed: 'two' }],
    ['#on, #two', 2, { start: 0, end: 3, typed: 'o' }],
    ['#land ref', 9, { start: 0, end: 9, typed: 'land ref' }],
  ])('%j at %i', (text, caret, typed) => expect(tagAt(text, caret)).toEqual(typed));

  test.each([
    ['#cou', 4, 'councils', '#councils, ', 11],
    ['#one, tw', 8, 'two', '#one, #two, ', 12],
    ['#on, #two', 3, 'one', '#one, #two', 4],
    ['', 0, 'land reform', '#land reform, ', 14],
  ])('%j at %i becomes %s', (text, caret, tag, after, at) => {
    const put = putTag(text, tagAt(text, caret), tag);
    expect(put).toEqual({ text: after, caret: at });
    expect(normalizeTags(put.text)).toContain(tag);
  });
});

describe('tags that may be meant', () => {
  const notes = [
    ['Shanghai', 'councils'],
    ['councils', 'land reform'],
    ['reform', 'shanghai'],
    ['councils'],
  ].map((tags) => ({ tags }));
  test.each([
    ['', ['councils', 'Shanghai', 'land reform', 'reform']],
    ['S', ['Shanghai']],
    ['ref', ['reform', 'land reform']],
    ['councils', []],
    ['x', []],
  ])('%j', (typed, tags) => expect(completeTag(notes, typed)).toEqual(tags));

  test('are few', () => {
    const many = [{ tags: Array.from({ length: 50 }, (_, at) => `tag${at}`) }];
    expect(completeTag(many, 't')).toHaveLength(8);
  });
});
