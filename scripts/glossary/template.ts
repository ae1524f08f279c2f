/** A new entry: every field with a word on what belongs there. The check fails until the dots are gone. */
export function templateOf(id: string, kind: string): string {
  return `id: ${id}
kind: ${kind}
# The name as a reader would write it, in English at least.
term:
  en: …
# Leave out what there is nothing to say about: script, dates, place, never, contested.
dates:
  start: "…"
  end: null
# Every way in which it is written. Plurals and possessives follow from rules.
# A form that can mean something else says why under "context".
forms:
  - text: …
# Words that stand near when this is meant.
context: []
# Two to five sentences of your own. Each names its sources by their keys below.
definition:
  en:
    - text: …
      sources: [source-1]
# Ids of entries that help to understand this one.
related: []
sources:
  - key: source-1
    title: …
    author: …
    year: "…"
    # When you read some of it. Leave it out if you cite from memory.
    checked: "…"
`;
}
