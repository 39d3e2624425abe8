/** The parts of a timestamp that `minute` … `year` ask for. */
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const TIMESTAMP =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?\s*$/i;

/**
 * One part of a timestamp in its own time zone, without conversion (ours). `day` is the day of the month, `week` the
 * ISO week. Undefined if the text is not a timestamp or lacks the part. With `utc`, a time that names its zone is
 * converted to UTC first.
 */
export function timePart(text: string, part: TimePart, utc = false): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const written = new Date(Date.UTC(year, month - 1, day));
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day) return undefined;
  const [hour, minute] = [Number(match[4] ?? Number.NaN), Number(match[5] ?? Number.NaN)];
  const clock = hour < 24 && minute < 60;
  const date = utc && clock ? converted(written, hour, minute, match[6]) : written;
  switch (part) {
    case 'year':
      return date.getUTCFullYear();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'day':
      return date.getUTCDate();
    case 'week':
      return isoWeek(date);
    case 'hour':
      if (!(hour < 24)) return undefined;
      return date === written ? hour : date.getUTCHours();
    case 'minute':
      if (!(minute < 60)) return undefined;
      return date === written ? minute : date.getUTCMinutes();
  }
}

/** The moment in UTC; the date itself if no other zone is named. */
function converted(date: Date, hour: number, minute: number, zone: string | undefined): Date {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!offset) return date;
  const ahead = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
  return new Date(date.getTime() + (hour * 60 + minute - ahead) * 60_000);
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(date: Date): number {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - start) / (7 * 86_400_000));
}
