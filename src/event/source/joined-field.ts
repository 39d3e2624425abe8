import { range } from '../../text';
import type { SigmaEvent, ValueLocation } from '../event';
import type { DerivedField, DerivedOrigin } from './hashes';

/** One of the values that a text is assembled from. */
export interface FieldPiece {
  /** The event's own field. */
  readonly own: string;
  /** The member, if the field is a list. */
  readonly member?: number;
  readonly text: string;
  /** True if nothing separates it from the piece before. */
  readonly glued?: true;
}

interface Parts {
  /** Every name that a piece may have. */
  readonly from: readonly string[];
  /** The pieces in order; none if the event has no value for the field. */
  pieces(event: SigmaEvent): readonly FieldPiece[];
  /** What separates them. */
  readonly separator: string;
  /** A whole sentence that says where the event has it, from the names of its fields. */
  said(names: readonly string[]): string;
}

/**
 * A field that an event has in several values: the arguments of a command line, a folder and a file name. The event's
 * own field of that name wins. Each character is where its piece has it; separators are nowhere.
 */
export class JoinedField implements DerivedField {
  readonly from: readonly string[];

  constructor(
    private readonly field: string,
    private readonly parts: Parts,
  ) {
    this.from = [field, ...parts.from];
  }

  get(event: SigmaEvent): unknown {
    const own = event.get(this.field);
    if (own !== undefined) return own;
    const pieces = this.parts.pieces(event);
    if (pieces.length === 0) return undefined;
    return pieces
      .map(({ text, glued }, i) => (i === 0 || glued ? text : this.parts.separator + text))
      .join('');
  }

  origin(event: SigmaEvent): DerivedOrigin | undefined {
    if (event.get(this.field) !== undefined) return undefined;
    const names = [...new Set(this.parts.pieces(event).map(({ own }) => own))];
    const own = names.length > 0 ? names : this.parts.from;
    return { own, text: [this.parts.said(own)] };
  }

  locate(event: SigmaEvent, member?: number | readonly number[]): ValueLocation | undefined {
    if (event.get(this.field) !== undefined) return event.locate(this.field, member);
    let start = 0;
    const places = this.parts.pieces(event).flatMap(({ own, member, text, glued }, i) => {
      const place = event.locate(own, member);
      const from = i === 0 || glued ? start : start + this.parts.separator.length;
      start = from + text.length;
      return place ? [{ start: from, end: from + text.length, place }] : [];
    });
    const first = places[0];
    if (!first) return undefined;
    const values = places.map(({ place }) => place.value);
    return {
      name: [...new Set(places.map(({ place }) => place.name))].join(', '),
      key: first.place.key,
      value: range(Math.min(...values.map((v) => v.start)), Math.max(...values.map((v) => v.end))),
      toText: (decoded) =>
        places
          .filter((piece) => decoded.start < piece.end && decoded.end > piece.start)
          .flatMap(({ start, end, place }) =>
            place.toText(range(Math.max(0, decoded.start - start), Math.min(decoded.end, end) - start)),
          ),
    };
  }
}

/** A command line from a list of its arguments, separated by spaces. */
export function commandWords(label: string, own: string): DerivedField {
  return new JoinedField('CommandLine', {
    from: [own],
    pieces: (event) => {
      const words = event.get(own);
      if (!Array.isArray(words)) return [];
      return words.map((word, member) => ({ own, member, text: String(word) }));
    },
    separator: ' ',
    said: () => `${label} has its arguments in ${own}.`,
  });
}

/** A path from a folder and the name of a file in it. */
export function pathOf(field: string, label: string, folder: string, file: string): DerivedField {
  return new JoinedField(field, {
    from: [folder, file],
    pieces: (event) => {
      const [before, name] = [event.get(folder), event.get(file)];
      if (typeof name !== 'string') return [];
      const last = { own: file, text: name };
      return typeof before === 'string' ? [{ own: folder, text: before.replace(/\/$/, '') }, last] : [last];
    },
    separator: '/',
    said: () => `${label} has it in two fields, ${folder} and ${file}.`,
  });
}
