import { attackName, readAttackName } from '../../describe';
import { isDeprecated } from '../../knowledge';
import { modifierNamed } from '../../rule';
import { code, count, joinWords, prose, type Range, say, type Words } from '../../text';
import { engineKeyDoc } from '../engine-keys';
import { ALL_FIELDS } from '../lint/logsources';
import { ARRAY_FORMS } from './array-docs';
import { membersAt } from './blocks';
import { CHOICES } from './choices';
import { taxonomyFields } from './complete-fields';
import { logsourceWords } from './complete-logsource';
import { OPERATORS } from './condition-docs';
import { joinedNames, titleLines } from './correlation-names';
import { memberHover } from './hover-arrays';
import { eventIdLines, type Placeholders, valueForms } from './hover-value';
import type { AssistFacts, Hover } from './item';
import { keyDoc } from './key-docs';
import { type Outline, outlineOf } from './outline';
import { type Place, placeAt } from './place';

/** What else a hover may use. */
export interface HoverFacts extends AssistFacts {
  readonly placeholders?: Placeholders;
  /** In how many of the events the value at this range matched; null if it was not evaluated. */
  hits?(range: Range): { readonly events: number; readonly total: number } | null;
}

/** What is known about the characters at `offset`; null if nothing. Linear; never throws. */
export function hover(text: string, offset: number, facts: HoverFacts = {}): Hover | null {
  const place = placeAt(text, offset);
  if (place.kind === 'none' || place.range.end === place.range.start) return null;
  const outline = outlineOf(place.lines);
  const found = place.kind === 'key' ? ofKey(place, outline, facts) : ofValue(place, outline, facts, text);
  return found && found.lines.length > 0 ? found : null;
}

function inDetection(path: readonly string[]): boolean {
  return path[0] === 'detection' || path[0] === 'filter';
}

function ofKey(place: Place, outline: Outline, facts: HoverFacts): Hover | null {
  const { path, whole, range } = place;
  // Exemplars of rsigma may stand in `custom_attributes`, too.
  const isOwn = path.length === 0 || path.join() === 'custom_attributes';
  const doc = keyDoc([...path, whole]) ?? (isOwn ? engineKeyDoc(whole) : undefined);
  if (doc) return { range, lines: [prose(doc)] };
  if (!inDetection(path)) return null;
  if (path.length === 1) return { range, lines: selectionLines(whole, outline) };
  const members = membersAt(path.slice(2));
  if (members === null) return null;
  if (members !== '' && whole === 'condition')
    return { range, lines: [prose(ARRAY_FORMS.get('condition in a block')!)] };
  if (!place.colon)
    return place.entry
      ? { range, lines: [...valueForms(null, keyword(place), facts.placeholders), ...hitLines(place, facts)] }
      : null;
  const at = place.before.lastIndexOf('|') + 1;
  const next = whole.indexOf('|', at);
  const end = next < 0 ? whole.length : next;
  const name = whole.slice(at, end);
  const part = { start: range.start + at, end: range.start + end };
  if (at === 0)
    return (
      memberHover(place, name, members, outline, facts) ?? {
        range: part,
        lines: fieldLines(name, outline, facts),
      }
    );
  const modifier = modifierNamed(name);
  return modifier
    ? { range: part, lines: [prose(modifier.doc.summary), [code(modifier.doc.example)]] }
    : null;
}

/** A keyword with its quotes; the range of a key's place leaves out only the front one. */
function keyword(place: Place): Place {
  const last = place.whole.at(-1);
  return last === "'" || last === '"' ? { ...place, quote: last, whole: place.whole.slice(0, -1) } : place;
}

function fieldLines(name: string, { logsource }: Outline, facts: HoverFacts): readonly Words[] {
  const uses = facts.uses?.(logsource) ?? null;
  const used = uses?.fields.find(({ field }) => field === name);
  const known = taxonomyFields(logsource).includes(name);
  const values = facts.values?.(name) ?? [];
  return [
    used && uses
      ? say`\`${name}\` is used by ${used.rules.toLocaleString('en')} of ${count(uses.rules, 'rule')} for this log source.`
      : known
        ? say`\`${name}\` is a field of this log source.`
        : ALL_FIELDS.has(name)
          ? say`\`${name}\` is a field of other log sources.`
          : say`\`${name}\` is not a known field.`,
    ...(values.length > 0
      ? [
          say`In the events: ${joinWords(
            values.slice(0, 3).map(({ value }) => code(short(String(value)))),
            ', ',
          )}${values.length > 3 ? ', …' : ''}`,
        ]
      : []),
  ];
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function selectionLines(name: string, { selections, detection, lines }: Outline): readonly Words[] {
  const found = selections.find((s) => s.name === name);
  if (!found || !detection.includes(found)) return [];
  const body = lines.filter(
    ({ range, blank }) => !blank && range.start > found.range.start && range.end <= found.body.end,
  );
  const shown = body.slice(0, 6).map(({ text }): Words => [code(short(text.trim()))]);
  return [say`Selection \`${name}\`:`, ...shown, ...(body.length > shown.length ? [['…']] : [])];
}

function ofValue(place: Place, outline: Outline, facts: HoverFacts, text: string): Hover | null {
  const { path, whole, range } = place;
  const key = path.join('/');
  if (key === 'detection/condition' || key === 'filter/condition') return ofCondition(place, outline);
  if (key === 'correlation/condition')
    return joinedNames(outline, facts.spec) && ofCondition(place, outline, (name) => titleLines(text, name));
  if (key === 'tags') return { range, lines: tagLines(whole).map((line) => [line]) };
  const choice = CHOICES.get(key)?.find(([name]) => name === whole);
  if (choice) return { range, lines: [prose(choice[1])] };
  if (path[0] === 'logsource')
    return { range, lines: logsourceWords(outline.logsource).map((line) => [line]) };
  if (!inDetection(path) || path.length < 3 || membersAt(path.slice(2, -1)) === null) return null;
  if (path.length > 3 && path.at(-1) === 'condition') return ofCondition(place, outline);
  const ids = path.at(-1) === 'EventID' ? eventIdLines(whole, outline.logsource) : [];
  return {
    range,
    lines: [...ids, ...valueForms(path.at(-1)!, place, facts.placeholders), ...hitLines(place, facts)],
  };
}

function ofCondition(
  { before, whole, range }: Place,
  outline: Outline,
  linesOf = (name: string) => selectionLines(name, outline),
): Hover | null {
  const front = /[\p{L}\p{N}_.*?-]*$/u.exec(before)![0];
  const back = /^[\p{L}\p{N}_.*?-]*/u.exec(whole.slice(before.length))![0];
  const word = front + back;
  if (word === '') return null;
  const start = range.start + before.length - front.length;
  const at = { start, end: start + word.length };
  const operator = word.toLowerCase();
  const says = OPERATORS.get(operator);
  if (says !== undefined) return { range: at, lines: [prose(says)] };
  if (!word.includes('*')) return { range: at, lines: linesOf(word) };
  const prefix = word.split('*')[0]!;
  const names = outline.selections.map((s) => s.name).filter((n) => n.startsWith(prefix));
  return {
    range: at,
    lines: [
      names.length > 0
        ? say`Stands for ${joinWords(names.map(code), ', ')}.`
        : ['No selection matches this pattern.'],
    ],
  };
}

function tagLines(tag: string): readonly string[] {
  const name = attackName(tag);
  if (name === null) return [];
  const read = readAttackName(name);
  switch (read.kind) {
    case 'technique': {
      const { id, name: title, tactics } = read.technique;
      const under = `Under ${tactics.map((t) => t.name).join(', ')}.`;
      return [read.revoked ? `Revoked and replaced by ${id} ${title}.` : `${id} ${title}.`, under];
    }
    case 'tactic':
      return [`Tactic ${read.tactic.id}: ${read.tactic.name}.`];
    case 'retired tactic':
      return [
        `${read.retired.name} was a tactic until ATT&CK ${read.retired.until}; it is now ${read.retired.successors.map((s) => s.name).join(' or ')}.`,
      ];
    case 'no technique':
      return [
        isDeprecated(read.id)
          ? `${read.id} is deprecated, without a replacement.`
          : `ATT&CK has no technique ${read.id}.`,
      ];
    case 'object':
      return [`${read.object} ${read.id} of ATT&CK.`];
    default:
      return [];
  }
}

function hitLines({ range, quote }: Place, facts: HoverFacts): readonly Words[] {
  const hits = facts.hits?.({ start: range.start - quote.length, end: range.end + quote.length });
  if (!hits) return [];
  return [
    say`Matches in ${hits.events.toLocaleString('en')} of ${hits.total.toLocaleString('en')} ${hits.total === 1 ? 'event' : 'events'}.`,
  ];
}
