import type {
  Collection,
  Detection,
  DetectionItem,
  Plan,
  RuleLogsource,
  RuleMeta,
  Selection,
  YamlMap,
  YamlScalar,
} from '../../rule';
import { itemsOf, modifierNamed, parseSigmaString, type SigmaString, scalarSource } from '../../rule';
import type { Range } from '../../text';
import type { Near } from './near';

/** What a check may look at of a text. */
export interface TextContext {
  readonly text: string;
  /** Without its folders; null if the text has none. */
  readonly fileName: string | null;
  readonly collection: Collection;
  /** The ids of everything that can be found. */
  readonly ids: ReadonlySet<string>;
  readonly near: Near;
}

/** What a check may look at of one document. */
export interface DocumentContext extends TextContext {
  readonly kind: 'detection' | 'correlation' | 'filter';
  readonly range: Range;
  readonly tree: YamlMap;
  readonly meta: RuleMeta;
}

/** What a check may look at of a document with a detection. */
export interface RuleContext extends DocumentContext {
  readonly logsource: RuleLogsource;
  readonly detection: Detection;
  /** Null if the document does not compile. */
  readonly plan: Plan | null;
  /** All fields with their values, and all keywords, in the order of the text. */
  readonly items: readonly ItemContext[];
}

/** How a value is held against a field's text. */
export type TextComparison = 'exact' | 'contains' | 'startswith' | 'endswith';

/** Modifiers beside which a value is still a text with wildcards. */
const OF_TEXT = new Set(['contains', 'startswith', 'endswith', 'all', 'cased', 'neq', 'windash']);
const ENDS = ['contains', 'startswith', 'endswith'] as const;

/** One field with its values, or one list of keywords. */
export class ItemContext {
  /** Their proper names; unknown ones as they stand. */
  readonly modifiers: readonly string[];
  /** Null if the values are no texts with wildcards: expressions, networks, encodings, numbers that are compared. */
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

  /** What the document is about, for messages: the field's name in backticks, or `the keywords`. */
  get words(): string {
    return this.item.field === null ? 'the keywords' : `\`${this.item.field}\``;
  }

  /** True if the same selection has this field too. */
  isBeside(field: string): boolean {
    return this.rule.items.some((other) => other.selection === this.selection && other.field === field);
  }

  has(modifier: string): boolean {
    return this.modifiers.includes(modifier);
  }

  /** The characters of a modifier; those of the field where it is not written. */
  modifierRange(modifier: string): Range {
    const at = this.modifiers.indexOf(modifier);
    return this.item.modifiers[at]?.range ?? this.item.fieldRange;
  }

  /** The characters from the first of the field to the last of its modifiers. */
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

  /** Its characters in the text; of an empty value those of its field. */
  get range(): Range {
    const { range } = this.scalar;
    return range.end > range.start ? range : this.item.item.fieldRange;
  }

  /** As Sigma reads it: texts and wildcards. */
  get parts(): SigmaString {
    this.made ??= parseSigmaString(this.scalar.text);
    return this.made;
  }

  /** Where a stretch of the decoded characters stands in the text. */
  at(start: number, end: number): Range {
    return scalarSource(this.item.rule.text, this.scalar, { start, end });
  }
}

/** All items of a detection, in its order. */
export function itemContexts(rule: RuleContext): ItemContext[] {
  return rule.detection.selections.flatMap((selection) =>
    itemsOf(selection.body).map((item) => new ItemContext(rule, selection, item)),
  );
}
