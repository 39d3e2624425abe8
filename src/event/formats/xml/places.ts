import { type Range, range } from '../../../text';
import type { JsonPath, ValueLocation } from '../../event';
import { listLocation } from '../../locate';
import type { Characters, Maker } from './maker';
import { unitStarts } from './references';

/** The position of one value, or of one element with everything in it, in an event's text. */
export class XmlPlace {
  parts: readonly Characters[] = [];
  start = 0;
  end = 0;
  keyStart = 0;
  keyEnd = 0;
  members: Map<string, XmlPlace> | null = null;
  list: XmlPlace[] | null = null;
}

/** Builds the positions of an event's values. */
export class PlaceMaker implements Maker<XmlPlace> {
  leaf(parts: readonly Characters[], keyStart: number, keyEnd: number): XmlPlace {
    const place = new XmlPlace();
    place.parts = parts;
    place.start = parts[0]!.start;
    place.end = parts[parts.length - 1]!.end;
    place.keyStart = keyStart;
    place.keyEnd = keyEnd;
    return place;
  }

  none(at: number, keyStart: number, keyEnd: number): XmlPlace {
    return this.leaf([{ start: at, end: at, isCdata: false }], keyStart, keyEnd);
  }

  branch(): XmlPlace {
    const place = new XmlPlace();
    place.members = new Map();
    return place;
  }

  add(branch: XmlPlace, name: string, node: XmlPlace): void {
    const members = branch.members!;
    const before = members.get(name);
    if (!before) members.set(name, node);
    else if (before.list) before.list.push(node);
    else {
      const list = new XmlPlace();
      list.list = [before, node];
      members.set(name, list);
    }
  }

  close(branch: XmlPlace, start: number, end: number, keyStart: number, keyEnd: number): void {
    Object.assign(branch, { start, end, keyStart, keyEnd });
  }
}

/** The position at `path`; `base` is where the event begins in `text`. */
export function locateXml(
  root: XmlPlace,
  text: string,
  base: number,
  path: JsonPath,
  name: string,
): ValueLocation | undefined {
  let place: XmlPlace | undefined = root;
  let isMember = false;
  for (const step of path) {
    isMember = typeof step === 'number';
    place = typeof step === 'number' ? place?.list?.[step] : place?.members?.get(step);
  }
  if (!place) return undefined;
  if (place.list) return listLocation(place.list.map((one) => new XmlLocation(text, base, one, name)));
  return new XmlLocation(text, base, place, name, isMember);
}

class XmlLocation implements ValueLocation {
  readonly name: string;
  readonly key: Range | null;
  readonly value: Range;
  private readonly text: string;
  private readonly base: number;
  private readonly place: XmlPlace;

  constructor(text: string, base: number, place: XmlPlace, name: string, isMember = false) {
    this.name = name;
    this.text = text;
    this.base = base;
    this.place = place;
    // Each member of a list has a tag of its own, which names the field too.
    const hasKey = place.keyEnd > place.keyStart || !isMember;
    this.key = hasKey ? range(base + place.keyStart, base + place.keyEnd) : null;
    this.value = range(base + place.start, base + place.end);
  }

  toText(wanted: Range): Range[] {
    if (this.place.members) return [this.value];
    const found: Range[] = [];
    let before = 0;
    for (const { start, end, isCdata } of this.place.parts) {
      const at = this.base + start;
      const raw = this.text.slice(at, this.base + end);
      const starts = !isCdata && raw.includes('&') ? unitStarts(raw) : null;
      const length = starts ? starts.length - 1 : raw.length;
      const from = Math.max(0, Math.min(wanted.start - before, length));
      const to = Math.max(from, Math.min(wanted.end - before, length));
      const touches = to > from || (wanted.start >= before && wanted.end <= before + length);
      if (touches && (to > from || found.length === 0))
        found.push(starts ? unitRange(at, starts, from, to) : range(at + from, at + to));
      before += length;
    }
    return found.length > 0 ? found : [range(this.value.end, this.value.end)];
  }
}

/** From the beginning of unit `from` to the beginning of unit `to`; half of a reference is all of it. */
function unitRange(at: number, starts: readonly number[], from: number, to: number): Range {
  let next = to;
  if (to > from) while (next < starts.length - 1 && starts[next] === starts[to - 1]) next++;
  return range(at + starts[from]!, at + starts[next]!);
}
