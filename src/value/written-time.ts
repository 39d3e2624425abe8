/** The parts of a timestamp that `minute` … `year` can ask for. */
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const TIMESTAMP =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?\s*$/i;

/**
 * One part of a timestamp as its clock was written, with no conversion between zones (ours); `day` is the day of the
 * month, `week` the ISO week. Undefined where the text is no timestamp or does not carry the part.
 */
export function timePart(text: string, part: TimePart): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  switch (part) {
    case 'year':
      return year;
    case 'month':
      return month;
    case 'day':
      return day;
    case 'week':
      return isoWeek(date);
    default: {
      const written = part === 'hour' ? match[4] : match[5];
      const limit = part === 'hour' ? 24 : 60;
      return written !== undefined && Number(written) < limit ? Number(written) : undefined;
    }
  }
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
function isoWeek(date: Date): number {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - start) / (7 * 86_400_000));
}
