import { own } from '../../src/text';

interface Place {
  /** The chosen line; -1 where none is. */
  readonly at: number;
  readonly last: number;
  /** So many lines are one page. */
  readonly page: number;
}

/** The line that a key leads to in a list, within its ends; undefined for a key that does not move, or an empty list. */
export function lineOfKey(key: string, { at, last, page }: Place): number | undefined {
  const places = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? last : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const place = own<number>(places, key);
  return place === undefined || last < 0 ? undefined : Math.min(last, Math.max(0, place));
}
