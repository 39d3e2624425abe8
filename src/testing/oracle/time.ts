/** The oracle's time parts: as written, without zones. */

const PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimePart = (typeof PARTS)[number];

export function isPart(modifier: string): modifier is TimePart {
  return (PARTS as readonly string[]).includes(modifier);
}

export function partOf(text: string, part: TimePart): number | undefined {
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!date) return undefined;
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number];
  if (part === 'year') return year;
  if (part === 'month') return month;
  if (part === 'day') return day;
  if (part === 'week') return weekOf(year, month, day);
  const clock = /^.{10}[T ](\d\d):(\d\d)/.exec(text);
  if (!clock) return undefined;
  return Number(part === 'hour' ? clock[1] : clock[2]);
}

const DAY = 86_400_000;

/** ISO 8601: week 1, from Monday to Sunday, contains 4 January. */
function weekOf(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  for (const candidate of [year + 1, year, year - 1]) {
    const fourth = new Date(Date.UTC(candidate, 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY;
    if (at >= monday) return Math.floor((at - monday) / (7 * DAY)) + 1;
  }
  throw new Error('no week');
}
