import { fileURLToPath } from 'node:url';
import { createJudge } from '../../lib/core/judge.ts';
import { bytesOf } from '../../lib/core/spotter/base64.ts';
import { openIndex } from '../../lib/core/spotter/index-format.ts';
import { createSpotter } from '../../lib/core/spotter/spotter.ts';
import { buildBundledIndex } from '../glossary/bundled-index.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import type { Engine } from './spot-file.ts';

/** The bundled glossary's spotter and judge, from the very bytes that the content script carries. */
export function loadEngine(): Engine {
  const { concepts, problems } = readGlossary(fileURLToPath(new URL('../../glossary', import.meta.url)));
  if (problems.length > 0) {
    const [first] = problems;
    throw new Error(
      `The glossary has ${problems.length} problems, the first in ${first!.file}:${first!.line}: ${first!.message}`,
    );
  }
  const spotter = createSpotter(openIndex(bytesOf(buildBundledIndex(concepts))));
  return { spotter, judge: createJudge(spotter) };
}
