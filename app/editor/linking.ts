import type { Range } from '../../src/text';
import { placesIn } from '../results/places';
import { editors } from './editors';
import type { Link, Placed } from './handle';

/*
 * Pointing at something on one side lights its counterpart on the other: a value of the rule and the characters that it
 * matched, a wildcard and what it matched.
 */

type Side = 'rule' | 'events';

/** Lights what belongs to `link` on both sides. With `reveal`, scrolls to it if it is out of sight. */
export function light(link: Link | null): void {
  for (const side of ['rule', 'events'] as const) {
    editors[side].handle?.light(link ? counterparts(side, link).map((p) => p.range) : []);
  }
}

/** The pointer moved over an editor. */
export function hovered(side: Side, placed: readonly Placed[], offset: number): void {
  const link = pick(side, placed, offset);
  light(link);
  if (link) show(other(side), link, false);
}

/** A linked range was clicked: goes to its counterpart on the other side. */
export function clicked(side: Side, placed: readonly Placed[], offset: number): void {
  const link = pick(side, placed, offset);
  if (!link) return;
  light(link);
  show(other(side), link, true);
}

function show(side: Side, link: Link, cursor: boolean): void {
  const { handle } = editors[side];
  if (!handle) return;
  const places = counterparts(side, link).map((p) => p.range);
  const seen = handle.visible();
  const target = places.find((r) => r.start >= seen.start && r.end <= seen.end) ?? places[0];
  if (target) handle.reveal(target, { cursor });
}

/** Which of the ranges under the pointer is meant. In the rule, a wildcard's own characters win. */
function pick(side: Side, placed: readonly Placed[], offset: number): Link | null {
  const link = placed[0]?.decoration.link;
  if (!link) return null;
  if (side === 'events' || link.value === null) return link;
  const narrow = (editors.events.handle?.placed() ?? [])
    .map((p) => p.decoration.link)
    .find((l) => l && l.value === link.value && isNarrow(l.rule, link.rule) && contains(l.rule, offset));
  return narrow ? { ...link, rule: narrow.rule } : link;
}

function counterparts(side: Side, link: Link): Placed[] {
  const placed = (editors[side].handle?.placed() ?? []).filter(({ decoration }) =>
    belongs(decoration.link, link),
  );
  if (side === 'rule') {
    const whole = placed[0]?.decoration.link?.rule;
    // A wildcard or a dash has no decoration of its own in the rule: its characters are lit inside its value's
    // decoration.
    if (link.value !== null && placed[0] && whole && isNarrow(link.rule, whole)) {
      const by = placed[0].range.start - whole.start;
      const range = { start: link.rule.start + by, end: link.rule.end + by };
      return [{ range, decoration: placed[0].decoration }];
    }
    if (placed.length > 0) return placed;
    // Of a long rule only what is on screen is decorated.
    const range = placesIn('rule')(link.rule);
    return range ? [{ range, decoration: { range, link } }] : [];
  }
  const sameRule = placed.filter(({ decoration }) => same(decoration.link?.rule, link.rule));
  const found = sameRule.length > 0 ? sameRule : placed;
  if (link.event === null) return found;
  return found.filter(({ decoration }) => decoration.link?.event === link.event);
}

function belongs(a: Link | undefined, b: Link): boolean {
  if (!a || a.selection !== b.selection) return false;
  return b.value === null || a.value === b.value;
}

function other(side: Side): Side {
  return side === 'rule' ? 'events' : 'rule';
}

function same(a: Range | undefined, b: Range): boolean {
  return a?.start === b.start && a.end === b.end;
}

function isNarrow(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && !same(inner, outer);
}

function contains({ start, end }: Range, offset: number): boolean {
  return offset >= start && offset < end;
}
