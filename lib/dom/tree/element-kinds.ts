/** Traits of elements by name: where flows end and what is skipped. Names, unlike layout, are the same in every reader. */

/** Begins and ends a flow, whatever `display` the page gives it. */
export const BLOCK = 1;
/** Its text is never read. */
export const SKIPPED = 2;
/** Replaced by something that is not text: no form spans it. */
export const REPLACED = 4;
export const BREAK = 8;
export const HEADING = 16;
export const SLOT = 32;
/** May host an open shadow tree. */
export const HOST = 64;
/** A custom element; always a HOST as well. */
export const CUSTOM = 128;

const TRAITS: [bit: number, names: string][] = [
  [
    BLOCK,
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
      'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup ' +
      'option p pre search section summary table tbody td text tfoot th thead tr ul hr',
  ],
  [
    SKIPPED,
    'script style noscript template textarea input select button option datalist optgroup progress meter ' +
      'code pre samp kbd var tt math rt rp rtc iframe object embed applet canvas audio video noembed noframes ' +
      'xmp listing plaintext head title desc metadata defs',
  ],
  [
    REPLACED,
    'img picture svg input select textarea button iframe object embed canvas audio video math meter progress',
  ],
  [BREAK, 'br'],
  [HEADING, 'h1 h2 h3 h4 h5 h6'],
  [SLOT, 'slot'],
  [HOST, 'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'],
];

/** Skipped, unless a reading asks for code. */
const CODE = new Set(['code', 'pre', 'samp', 'kbd', 'var', 'tt', 'xmp', 'listing', 'plaintext']);
export const isCodeName = (name: string): boolean => CODE.has(name);

const traitsByName = new Map<string, number>();
for (const [bit, names] of TRAITS) {
  for (const name of names.split(' ')) traitsByName.set(name, (traitsByName.get(name) ?? 0) | bit);
}

/** A page can invent names without end. */
const MAX_CACHED_NAMES = 5000;

function cacheTraits(name: string): number {
  const traits = name.includes('-') ? HOST | CUSTOM : 0;
  if (traitsByName.size < MAX_CACHED_NAMES) traitsByName.set(name, traits);
  return traits;
}

/** The bits above that apply to a local name. */
export const traitsOf = (name: string): number => traitsByName.get(name) ?? cacheTraits(name);
export const isBlockName = (name: string): boolean => (traitsOf(name) & BLOCK) !== 0;

/**
 * Selectors of what somebody writes in, neither read nor watched: editing hosts, text boxes made by the page, editors
 * that show their text outside the edited element, and their previews.
 */
export const EDITED_KINDS = [
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox" i]',
  '.CodeMirror',
  '.cm-editor',
  '.monaco-editor',
  '.ace_editor',
  '.kix-appview-editor',
  '.editor-preview',
  '.editor-preview-side',
  '.wmd-preview',
];
export const EDITED = EDITED_KINDS.join();
