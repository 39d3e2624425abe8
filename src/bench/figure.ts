/** One figure of the benchmark, as a line of JSON. */
export interface Figure {
  readonly figure: string;
  readonly limit: number;
  readonly ok: boolean;
  readonly [detail: string]: string | number | boolean;
}

/** Prints a figure. Returns whether it is within its limit. */
export function report(figure: Figure): boolean {
  console.log(JSON.stringify(figure));
  return figure.ok;
}

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** The milliseconds that `work` takes, and its result. */
export function time<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/**
 * Does the same pieces of work in two ways, in turn piece by piece, so that other load on the machine affects both
 * alike. The first round warms up. Returns the median of the rounds' ratios and the median milliseconds of each way.
 */
export function compareByPiece<Piece>(
  pieces: readonly Piece[],
  rounds: number,
  work: (piece: Piece) => unknown,
  measure: (piece: Piece) => unknown,
): { ratio: number; work: number; measure: number } {
  const sums: { work: number; measure: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const sum = { work: 0, measure: 0 };
    for (const piece of pieces) {
      sum.measure += time(() => measure(piece)).ms;
      sum.work += time(() => work(piece)).ms;
    }
    if (round > 0) sums.push(sum);
  }
  return {
    ratio: median(sums.map((s) => s.work / s.measure)),
    work: median(sums.map((s) => s.work)),
    measure: median(sums.map((s) => s.measure)),
  };
}
