/** Hovering under random events: what holds whatever the reader does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRun, toEvent } from '../../testing/hover-script.ts';
import { cardOf } from './hover-state.ts';
import { reduceHover } from './hover.ts';
import { HOVER_DEFAULTS } from './hover-types.ts';

const STEPS = (
  'on 1,on 2,on 3,on 1 60 10,on+key 1,off,off 150 195,off 60 100,card,uncard,scroll,scroll-elsewhere,press,press 1,' +
  'release,select,type,key down,key up,enter 1,enter 2,esc,click 1,tap 1,tap 2,tap,focus,unfocus,gone,blur,dirty,clean'
).split(',');
const aStep = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...STEPS) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 500 }).map(String) },
);
const aMode = fc.constantFrom('hover' as const, 'hover-with-key' as const, 'click' as const);

describe('hover, whatever happens', () => {
  it('keeps one timer at most, one card at most, and never hears a stale token', () => {
    fc.assert(
      fc.property(aMode, fc.array(aStep, { maxLength: 60 }), (mode, steps) => {
        const config = { ...HOVER_DEFAULTS, mode };
        const run = createRun(config);
        let shown = 0;
        let seen = 0;
        let pointed: unknown = null;
        for (const step of steps) {
          if (/^\d+$/.test(step)) run.advance(Number(step));
          else if (step === 'gone') {
            run.send({ type: 'cardClosed' });
            shown = 0;
          } else run.send(toEvent(step, run.now(), run.state()));
          expect(run.timers.size).toBeLessThanOrEqual(1);
          for (const effect of run.effects.slice(seen)) {
            if (effect.type === 'open') shown = 1;
            if (effect.type === 'point') {
              expect(effect.target?.key).not.toBe(pointed);
              pointed = effect.target?.key;
            }
            if (effect.type === 'close') {
              expect(shown).toBe(1);
              shown = 0;
            }
          }
          seen = run.effects.length;
          expect(cardOf(run.state().phase) === null ? 0 : 1).toBe(shown);
          // Any token but the live one is nobody's.
          const live = [...run.timers.keys()][0];
          for (let token = 0; token < run.state().nextToken + 1; token++) {
            if (token === live) continue;
            const stale = { type: 'timer', token, name: 'open', timeMs: run.now() } as const;
            expect(reduceHover(run.state(), stale, config)).toEqual({ state: run.state(), effects: [] });
          }
        }
        run.send({ type: 'stop' });
        expect(run.timers.size).toBe(0);
        const before = run.effects.length;
        for (const step of steps) {
          if (!/^\d+$/.test(step)) run.send(toEvent(step, run.now(), run.state()));
          run.advance(500);
        }
        expect(run.effects.length).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('opens by hovering only what a movement found since the page last moved, no button down', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 60 }), (steps) => {
        const run = createRun(HOVER_DEFAULTS);
        let seen = 0;
        let found: number | null = null;
        let restMs = 0;
        let pressing = false;
        for (const step of steps) {
          // The step itself asks for it.
          const byHand = /^(enter|tap|click) \d/.test(step);
          if (/^\d+$/.test(step)) run.advance(Number(step));
          else run.send(toEvent(step, run.now(), run.state()));
          for (const effect of run.effects.slice(seen)) {
            if (effect.type !== 'open' || byHand) continue;
            expect(effect.target.key).toBe(found);
            expect(pressing).toBe(false);
            expect(run.now() - restMs).toBeGreaterThanOrEqual(HOVER_DEFAULTS.openDelayMs);
          }
          seen = run.effects.length;
          const on = /^on(?:\+key)? (\d)/.exec(step);
          if (on) {
            if (found !== Number(on[1])) restMs = run.now();
            found = Number(on[1]);
          }
          if (/^(off|card|scroll$|press|select|type|esc|blur)/.test(step)) found = null;
          if (/^press/.test(step)) pressing = true;
          if (step === 'release' || step === 'blur') pressing = false;
        }
      }),
      { numRuns: 300 },
    );
  });
});
