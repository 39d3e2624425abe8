import { type Range, range, type Scalar, shift } from '../../text';
import type { ValueLocation } from '../event';
import type { EventSyntax, Places } from '../event-syntax';
import type { JsonObject } from '../json';
import { listLocation } from '../locate';
import { flat } from '../shapes/flat';
import type { Shape } from '../shapes/shape';

/** One value in an event's part of the text. All ranges count from where the event begins. */
export interface FieldSpan {
  readonly name: string;
  /** The decoded value. Fields that occur twice become a list. */
  readonly value: Scalar;
  /** The name's characters; null if the event does not write it, as below a table's header. */
  readonly key: Range | null;
  /** The value's characters, without quotes. */
  readonly at: Range;
  /**
   * For each character of the decoded value where it begins in `at`, and where the last ends; absent if the characters
   * are the same.
   */
  readonly starts?: Uint32Array;
  /** Where the value's pieces stand, one after another in the value, where it does not stand in one stretch. */
  readonly pieces?: readonly Piece[];
  /** True if the value is not in the text: `at` is what implied it, for every part of it. */
  readonly concluded?: boolean;
}

/** A stretch of a value: how many of its characters it has, and where they stand. */
export interface Piece {
  readonly length: number;
  readonly at: Range;
  readonly starts?: Uint32Array;
}

/** The object of an event that is a list of values. */
export function objectOf(spans: readonly FieldSpan[]): JsonObject {
  const object: Record<string, unknown> = Object.create(null);
  for (const { name, value } of spans) {
    const there = object[name];
    if (there === undefined) object[name] = value;
    else if (Array.isArray(there)) there.push(value);
    else object[name] = [there, value];
  }
  return object;
}

/** The syntax of events that are a list of values: `spansOf` gives those of one event's text. */
export function spanSyntax(
  name: string,
  spansOf: (slice: string) => readonly FieldSpan[],
  shape: Shape = { ...flat, name },
): EventSyntax {
  return {
    isJson: () => false,
    parse: (slice) => objectOf(spansOf(slice)),
    shape: () => shape,
    places: (slice) => placesOf(spansOf(slice)),
  };
}

/** The positions in an event that is a list of values. */
export function placesOf(spans: readonly FieldSpan[]): Places {
  return {
    locate: (_, base, path, shown) => {
      const own = spans.filter((span) => span.name === path[0]);
      const member = typeof path[1] === 'number' ? own[path[1]] : undefined;
      if (member) return new SpanLocation(base, member, shown);
      return listOf(own.map((span) => new SpanLocation(base, span, shown)));
    },
  };
}

function listOf(found: readonly ValueLocation[]): ValueLocation | undefined {
  return found.length === 1 ? found[0] : listLocation(found);
}

class SpanLocation implements ValueLocation {
  readonly key: Range | null;
  readonly value: Range;

  constructor(
    private readonly base: number,
    private readonly span: FieldSpan,
    readonly name: string,
  ) {
    const { key, at } = span;
    this.key = key && range(base + key.start, base + key.end);
    this.value = range(base + at.start, base + at.end);
  }

  toText(decoded: Range): Range[] {
    const { concluded, pieces } = this.span;
    if (concluded) return [this.value];
    if (!pieces) return [within(this.value, this.span.starts, decoded)];
    const found: Range[] = [];
    let from = 0;
    for (const { length, at, starts } of pieces) {
      const start = Math.max(decoded.start - from, 0);
      const end = Math.min(decoded.end - from, length);
      if (start < end) found.push(within(shift(at, this.base), starts, { start, end }));
      from += length;
    }
    return found.length > 0 ? found : [range(this.value.start, this.value.start)];
  }
}

/** The characters of a part of a value that stands in one stretch. */
function within(value: Range, starts: Uint32Array | undefined, { start, end }: Range): Range {
  const place = (offset: number) =>
    value.start + (starts ? (starts[Math.min(offset, starts.length - 1)] ?? 0) : offset);
  const from = Math.min(place(Math.max(0, start)), value.end);
  return range(from, Math.max(from, Math.min(place(Math.max(start, end)), value.end)));
}
