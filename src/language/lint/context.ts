import type { ArraySeen } from '../../describe';
import type { SpecVersion } from '../../knowledge';
import type {
  Collection,
  Detection,
  DetectionItem,
  DetectionNode,
  Plan,
  RuleLogsource,
  RuleMeta,
  Selection,
  YamlMap,
  YamlScalar,
} from '../../rule';
import {
  allItemsOf,
  itemsOf,
  modifierNamed,
  parseSigmaString,
  type SigmaString,
  scalarSource,
} from '../../rule';
import { type Code, code, type Range } from '../../text';
import type { Near } from './near';

/** What a check gets for a text. */
export interface TextContext {
  readonly text: string;
  /** Without folders; null if the text has no file name. */
  readonly fileName: string | null;
  readonly collection: Collection;
  /** All codes that can be reported. */
  readonly ids: ReadonlySet<string>;
  readonly near: Near;
}

/** What a check gets for one document. */
export interface DocumentContext extends TextContext {
  readonly kind: 'detection' | 'correlation' | 'filter';
  /** The version that the document is read as. */
  readonly spec: SpecVersion;
  readonly range: Range;
  readonly tree: YamlMap;
  readonly meta: RuleMeta;
}

/** What a check gets for a document with a detection. */
export interface RuleContext extends DocumentContext {
  readonly logsource: RuleLogsource;
  readonly detection: Detection;
  /** Null if the document does not compile. */
  readonly plan: Plan | null;
  /** The selectors of the rule, with what the events have there; none without events. */
  readonly arrays: readonly ArraySeen[];
  /** All fields with their values, and all keywords, in the order of the text. */
  readonly items: readonly ItemContext[];
}

/** How a value is compared with a field's text. */
export type TextComparison = 'exact' | 'contains' | 'startswith' | 'endswith';

/** Modifiers that leave a value a text with wildcards. */
const OF_TEXT = new Set(['contains', 'startswith', 'endswith', 'all', 'cased', 'neq', 'windash']);
const ENDS = ['contains', 'startswith', 'endswith'] as const;

/** One field with its values, or one list of keywords. */
export class ItemContext {
  /** Proper names of known modifiers; unknown ones as written. */
  readonly modifiers: readonly string[];
  /** Null if the values are not texts with wildcards, but expressions, networks, encodings or numbers to compare. */
  readonly comparison: TextComparison | null;

  constructor(
    readonly rule: RuleContext,
    readonly selection: Selection,
    readonly item: DetectionItem,
  ) {
    this.modifiers = item.modifiers.map(({ value }) => modifierNamed(value)?.name ?? value);
    const text = this.modifiers.every((name) => OF_TEXT.has(name));
    this.comparison = !text
      ? null
      : item.field === null
        ? 'contains'
        : (ENDS.find((end) => this.modifiers.includes(end)) ?? 'exact');
  }

  get field(): string | null {
    return this.item.field;
  }

  /** What the item is about, for messages: the field's name in backticks, or `the keywords`. */
  get words(): Code | string {
    return this.item.field === null ? 'the keywords' : code(this.item.field);
  }

  /** True if the same selection also has this field. */
  isBeside(field: string): boolean {
    return this.rule.items.some((other) => other.selection === this.selection && other.field === field);
  }

  has(modifier: string): boolean {
    return this.modifiers.includes(modifier);
  }

  /** The range of a modifier, or of the field if the modifier is not written. */
  modifierRange(modifier: string): Range {
    const at = this.modifiers.indexOf(modifier);
    return this.item.modifiers[at]?.range ?? this.item.fieldRange;
  }

  /** The range from the field to the last of its modifiers. */
  get keyRange(): Range {
    const { fieldRange, modifiers } = this.item;
    return { start: fieldRange.start, end: modifiers[modifiers.length - 1]?.range.end ?? fieldRange.end };
  }

  private made: readonly ValueContext[] | undefined;

  get values(): readonly ValueContext[] {
    this.made ??= this.item.values.map((scalar) => new ValueContext(this, scalar));
    return this.made;
  }
}

/** One value of a field or of the keywords. */
export class ValueContext {
  private made: SigmaString | undefined;

  constructor(
    readonly item: ItemContext,
    readonly scalar: YamlScalar,
  ) {}

  /** The decoded characters, whatever the type. */
  get text(): string {
    return this.scalar.text;
  }

  /** The range of the value; for an empty value, that of its field. */
  get range(): Range {
    const { range } = this.scalar;
    return range.end > range.start ? range : this.item.item.fieldRange;
  }

  /** The value as Sigma reads it: text and wildcards. */
  get parts(): SigmaString {
    this.made ??= parseSigmaString(this.scalar.text);
    return this.made;
  }

  /** Maps a range of the decoded characters to a range of the text. */
  at(start: number, end: number): Range {
    return scalarSource(this.item.rule.text, this.scalar, { start, end });
  }
}

/** All items of a detection, in order. */
export function itemContexts(rule: RuleContext): ItemContext[] {
  return rule.detection.selections.flatMap((selection) =>
    itemsOf(selection.body).map((item) => new ItemContext(rule, selection, item)),
  );
}

/** The items in blocks about members of arrays, in order. Their fields are those of members. */
export function memberContexts(rule: RuleContext): ItemContext[] {
  return rule.detection.selections.flatMap((selection) => {
    const own = new Set(itemsOf(selection.body));
    return allItemsOf<DetectionNode>(selection.body).flatMap((item) =>
      own.has(item) ? [] : [new ItemContext(rule, selection, item)],
    );
  });
}
