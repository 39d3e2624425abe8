/** A format or product; `text` has an event for each of the times. */
export interface TimedFormat {
  readonly name: string;
  /** True if its times name no zone. */
  readonly zoneless?: true;
  /** True if its times name no year. */
  readonly yearless?: true;
  text(times: readonly Date[]): string;
}

export const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The parts of a time from which every way to write it is made. */
export function partsOf(time: Date) {
  const [hour, minute] = [time.getUTCHours(), time.getUTCMinutes()];
  return {
    iso: time.toISOString(),
    seconds: time.getTime() / 1000,
    millis: time.getTime(),
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    name: MONTHS[time.getUTCMonth()]!,
    day: time.getUTCDate(),
    weekday: DAYS[time.getUTCDay()]!,
    date: time.toISOString().slice(0, 10),
    clock: `${two(hour)}:${two(minute)}:00`,
    twelve: `${hour % 12 || 12}:${two(minute)}:00`,
    half: hour < 12 ? 'AM' : 'PM',
    fileTime: String((BigInt(time.getTime()) + 11_644_473_600_000n) * 10_000n),
  };
}
type Parts = ReturnType<typeof partsOf>;

export const lines = (one: (t: Parts, i: number) => string) => (times: readonly Date[]) =>
  times.map((time, i) => one(partsOf(time), i)).join('\n');
export const json = (one: (t: Parts, i: number) => object) => lines((t, i) => JSON.stringify(one(t, i)));
export const below = (head: string, one: (t: Parts, i: number) => string) => (times: readonly Date[]) =>
  `${head}\n${lines(one)(times)}`;
