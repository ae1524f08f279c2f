import { expect, test } from 'vitest';
import { batched } from './batch.ts';

test('calls of one task run once, after it; later ones run again', async () => {
  let runs = 0;
  const draw = batched(() => runs++);
  draw();
  draw();
  expect(runs).toBe(0);
  await Promise.resolve();
  expect(runs).toBe(1);
  draw();
  await Promise.resolve();
  expect(runs).toBe(2);
});

test('a call from within asks for one more run', async () => {
  let runs = 0;
  const draw = batched(() => {
    if (++runs === 1) draw();
  });
  draw();
  await new Promise<void>((resolve) => setTimeout(resolve));
  expect(runs).toBe(2);
});
