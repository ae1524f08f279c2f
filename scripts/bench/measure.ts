/** Two sides, measured in turn in one process: what the machine does to one it does to the other. */

export interface Measured {
  name: string;
  value: number;
  unit: string;
  against: string;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
};

/** Medians of each side's milliseconds; the first two rounds warm up and are dropped. */
export function inTurn(sides: (() => void)[], rounds = 15): number[] {
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < rounds + 2; round++) {
    sides.forEach((side, i) => {
      const start = performance.now();
      side();
      if (round >= 2) times[i]!.push(performance.now() - start);
    });
  }
  return times.map(median);
}

export { median };
