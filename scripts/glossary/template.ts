/** A template that explains itself. The check fails until every … is replaced; `format` removes the comments. */
export function templateOf(id: string, kind: string): string {
  return `# Fill in every …, take out what there is nothing to say about, then run: npm run glossary -- check
# At the end, npm run glossary -- format lays the file out and removes these comments.
id: ${id}
kind: ${kind}

# The name as a reader would write it; other languages may stand beside English (zh-Hans: …).
term:
  en: …

# The name in its own writing, if that is not English. Variant: the other Chinese script, if it differs.
script:
  text: …
  lang: …
  variant: …
  romanization: …

# A year "1958", month "1958-01", day "1958-01-09" or decade "1840s".
# The end of what lasted a moment is its start; of what still goes on, null.
dates:
  start: …
  end: …

# The name alone will do; lat and lon go together.
place:
  name: …

# Every way of writing it. Possessives, and the plurals of concepts and institutions, follow by rule
# (plural: none forbids the plural; plural: followed by a text gives an irregular one).
# lang: zh-Hans for other languages; case: exact for abbreviations;
# context: followed by a reason where the form may mean other things too;
# only: essay where it is worth marking on the page of the essay alone.
forms:
  - text: …

# Longer phrases in which a form means something else.
never:
  - …

# Words that stand near when this is meant, at best 8 to 20.
context: […]

# Words that stand near when a form means something else.
against: […]

# Two to five sentences of your own, neutral; the first says what it is. Each names its sources.
definition:
  en:
    - text: …
      sources: […]

# Where the essay speaks of it, and to what end.
essay:
  sections: […]
  use: …

# What is disputed, and who holds what.
contested:
  - text: …
    sources: […]

# Ids of the closest entries.
related: […]

# Checked: the month in which you read some of it, "2026-11"; left out for what is cited from memory.
sources:
  - key: …
    title: …
    author: …
    year: …
    publisher: …
    url: …
    checked: …
`;
}
