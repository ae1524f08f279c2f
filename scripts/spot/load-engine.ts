import { fileURLToPath } from 'node:url';
import type { Concept } from '../../lib/core/glossary/concept.ts';
import { bytesOf } from '../../lib/core/spotter/base64.ts';
import { openIndex, type PackedIndex } from '../../lib/core/spotter/index-format.ts';
import { buildBundledIndex } from '../glossary/bundled-index.ts';
import { readGlossary } from '../glossary/read-glossary.ts';

export interface Engine {
  index: PackedIndex;
  /** In the order of the index. */
  concepts: readonly Concept[];
}

/** The bundled glossary's index, from the very bytes that the content script carries. */
export function loadEngine(folder = fileURLToPath(new URL('../../glossary', import.meta.url))): Engine {
  const { concepts, subjects, problems } = readGlossary(folder);
  if (problems.length > 0) {
    const [first] = problems;
    throw new Error(
      `The glossary has ${problems.length} problems, the first in ${first!.file}:${first!.line}: ${first!.message}`,
    );
  }
  return { index: openIndex(bytesOf(buildBundledIndex(concepts, subjects))), concepts };
}
