/**
 * The parts that point and show, put together as the content script does but without reading and painting: every
 * `soviet` or `hukou` on the page is a target. Bundled by dom-parts.e2e.ts, which asks for everything by `parts`.
 */
import {
  HOVER_DEFAULTS,
  type HoverConfig,
  type Target,
  type TargetKey,
} from '../../core/pointing/hover-types.ts';
import { cardPosition, sheetPosition } from '../../core/pointing/placement.ts';
import { characterAt, rectsOf, rectsOfPieces } from '../../dom/pointing/hit-test.ts';
import { createHoverRunner } from '../../dom/pointing/hover-runner.ts';
import type { Piece } from '../../dom/tree/text-pieces.ts';
import { colorSchemeOf } from '../../dom/marks/color-scheme.ts';
import { createPointer } from '../../dom/pointing/pointer.ts';
import { createPopoverHost } from '../../dom/card/popover-host.ts';

const FORMS = /soviet|hukou/g;
const CSS = `
  .card { width: 320px; height: 200px; background: rgb(250, 245, 235); overflow: auto; max-height: var(--card-max-height); }
  :host([data-layout='sheet']) .card { width: 100%; }
`;

function start(changes: Partial<HoverConfig> = {}) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pieces: Piece[] = [];
  const roots: ShadowRoot[] = [...document.querySelectorAll('*')].flatMap(
    ({ shadowRoot }) => shadowRoot ?? [],
  );
  for (const root of [document, ...roots]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { index, 0: form } of node.data.matchAll(FORMS)) {
        pieces.push({ node, start: index, end: index + form.length });
      }
    }
  }
  const rects = (key: TargetKey) => rectsOfPieces([pieces[Number(key)]!]);
  const log: { type: string; atMs: number; key: TargetKey | null }[] = [];
  let current: TargetKey | null = null;
  let byTouch = false;

  const host = createPopoverHost({
    document,
    signal,
    css: CSS,
    onPointer: (inside, x, y) => {
      const timeMs = performance.now();
      loop.dispatch(inside ? { type: 'pointerOnCard', timeMs } : { type: 'pointerOffCard', x, y, timeMs });
    },
    onFocus: (inside) =>
      loop.dispatch(
        inside ? { type: 'focusEnteredCard' } : { type: 'focusLeftCard', timeMs: performance.now() },
      ),
    onEscape: () => loop.dispatch({ type: 'keyEscape' }),
    onClosedByPage: () => loop.dispatch({ type: 'cardClosed' }),
  });
  const card = document.createElement('div');
  card.className = 'card';
  const field = document.createElement('input');
  const button = document.createElement('button');
  button.textContent = 'Pin';
  card.append(field, button);
  host.root.append(card);

  /** `at`: the pointer, which the card must keep clear of; null for a card that it may be on already. */
  function place({ key, rect }: Target, at: { x: number; y: number } | null): void {
    const viewport = { x: 0, y: 0, width: innerWidth, height: innerHeight };
    const floating = { anchor: rects(key), pointer: at, line: rect, card: host.size(), viewport };
    host.moveTo(byTouch ? sheetPosition(viewport) : cardPosition(floating));
  }

  const loop = createHoverRunner({
    signal,
    config: () => ({ ...HOVER_DEFAULTS, ...changes }),
    act(act) {
      log.push({
        type: act.type,
        atMs: performance.now(),
        key: 'target' in act ? (act.target?.key ?? null) : null,
      });
      if (act.type === 'open') {
        host.open({ anchor: pieces[Number(act.target.key)]!.node });
        place(act.target, act.focus ? null : pointer.position);
        if (act.focus) host.focus();
      }
      if (act.type === 'close') host.close({ returnFocus: act.returnFocus });
      const { phase } = loop.state();
      if (act.type === 'place' && 'card' in phase) place(phase.card.target, null);
    },
  });
  const pointer = createPointer({
    document,
    signal,
    findTarget: (node, offset) => {
      const at = pieces.findIndex(
        (piece) => piece.node === node && piece.start <= offset && offset < piece.end,
      );
      return at < 0 ? null : at;
    },
    rectsOf: rects,
    onEvent: (event) => {
      if (event.type === 'touchTap') byTouch = true;
      loop.dispatch(event);
    },
    cardRect: () => host.rect(),
    isCard: (target) => target === host.element,
    currentTarget: () => current,
    shadowRoots: () => roots,
  });
  pointer.start();
  pointer.start();

  return {
    host,
    log,
    rects,
    pieces,
    stop: () => stopping.abort(),
    go: (key: TargetKey | null) => (current = key),
    phase: () => loop.state().phase.name,
    opened: () => log.filter(({ type }) => type === 'open').length,
    focused: () => host.root.activeElement?.localName ?? null,
  };
}

const parts = { start, characterAt, rectsOf, rectsOfPieces, colorSchemeOf };
export type Parts = typeof parts;
export type Started = ReturnType<typeof start>;

declare global {
  var parts: Parts;
  var run: Started;
}

globalThis.parts = parts;
