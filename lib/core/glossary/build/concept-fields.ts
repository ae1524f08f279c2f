/** The keys of each group of fields of an entry, in the canonical order. */
export const ENTRY_KEYS = {
  concept: [
    ...(['id', 'kind', 'term', 'script', 'dates', 'place', 'forms', 'never', 'context'] as const),
    ...(['against', 'definition', 'essay', 'contested', 'related', 'sources'] as const),
  ],
  script: ['text', 'lang', 'variant', 'romanization'],
  dates: ['start', 'end'],
  place: ['name', 'lat', 'lon'],
  form: ['text', 'lang', 'case', 'plural', 'only', 'context'],
  sentence: ['text', 'sources'],
  essay: ['sections', 'use'],
  source: ['key', 'title', 'author', 'year', 'publisher', 'url', 'checked', 'note'],
  subject: ['id', 'name', 'context'],
} as const;

/** In characters; `sentences` is the number of sentences in a definition. */
export const LIMITS = { sentence: 320, form: 120, use: 640, sentences: 6 } as const;
