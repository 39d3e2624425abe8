const UNITS = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
]);

/** The milliseconds of an offset such as `0s`, `30s` or `5m`; `0` alone is allowed. Null if it is none. */
export function offsetOf(written: string): number | null {
  if (written === '0') return 0;
  const [, number, unit = ''] = /^(\d{1,9})([smhdw])$/.exec(written.trim()) ?? [];
  return number === undefined ? null : Number(number) * UNITS.get(unit)!;
}

/** An offset in the largest unit that writes it as a whole number: `30s`, `5m`. In: milliseconds. */
export function offsetText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000) * 1000;
  const [unit, size] = [...UNITS].reverse().find(([, size]) => seconds % size === 0 && seconds > 0) ?? [
    's',
    1000,
  ];
  return `${seconds / size}${unit}`;
}
