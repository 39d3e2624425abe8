import { type SpecVersion, specHas } from '../../knowledge';
import { code, type Fix, prose, type Range, say } from '../../text';
import type { DetectionItem, DetectionMembers, DetectionNode, Selection } from '../ast';
import type { RuleDiagnostics } from '../codes';
import { FieldRefPredicate } from '../modifiers/fieldref';
import { type Meant, meantBy } from '../modifiers/meant';
import { modifierNamed } from '../modifiers/registry';
import { foldBody } from '../walk-body';
import { readOtherwiseBy11 } from '../yaml/core-schema';
import type { YamlScalar } from '../yaml/node';
import { compileConditions } from './compile-condition';
import { compileValue, type PlacedModifier, type ValueContext } from './compile-value';
import { FieldSlots } from './field-slots';
import type {
  PlanBody,
  PlanCondition,
  PlanItem,
  PlanMembers,
  PlanNode,
  PlanPattern,
  PlanSelection,
  PlanValue,
} from './plan';

/** What the selections of one rule share while they compile. */
export class SelectionCompiler {
  /** Of the rule, or of the block being compiled. */
  private slots = new FieldSlots();
  readonly values: PlanValue[] = [];
  readonly patterns: PlanPattern[] = [];

  /** One for all items, because a rule may have thousands. */
  private readonly valueContext: ValueContext;

  constructor(
    private readonly text: string,
    context: Pick<ValueContext, 'placeholders' | 'readings' | 'onPattern'>,
    private readonly spec: SpecVersion,
    private readonly diagnostics: RuleDiagnostics,
  ) {
    const { patterns } = this;
    this.valueContext = { ...context, text, diagnostics, reported: new Set(), patterns };
  }

  /** Field names by slot, and the ways to those at positions of arrays. */
  get fields(): Pick<PlanBody, 'fields' | 'paths'> {
    return { fields: this.slots.names, paths: this.slots.paths };
  }

  /** Compiles one selection. Null if an item has an error; the remaining items are still checked. */
  selection(selection: Selection, index: number): PlanSelection | null {
    const body = this.node(selection.body, index);
    return body && { index, name: selection.name, range: selection.nameRange, body };
  }

  private node(node: DetectionNode, selection: number): PlanNode | null {
    return foldBody<DetectionNode, PlanNode | null>(
      node,
      (item) => this.item(item, selection),
      (children, _, { kind, range }) =>
        children.some((c) => c === null) ? null : { kind, range, children: children as PlanNode[] },
      (block) => this.members(block, selection),
    );
  }

  /** `selection` is the one of the rule that the block is in. */
  private members(node: DetectionMembers, selection: number): PlanMembers | null {
    const { range, field, fieldRange, path, quantifier, quantifierRange, extended } = node;
    const slot = this.slots.of(field, path.length > 1 ? path : undefined);
    const around = this.slots;
    this.slots = new FieldSlots();
    const { fields } = this;
    const selections = node.selections.map(({ name, nameRange, body: written }, index) => {
      const body = this.node(written, selection);
      return body && { index, name, range: nameRange, body };
    });
    this.slots = around;
    const condition: PlanCondition | null = extended
      ? compileConditions(this.text, node.conditions, node.selections, this.diagnostics, 'block')
      : { kind: 'selection', range, selection: 0 };
    if (!condition || selections.some((s) => s === null)) return null;
    return {
      kind: 'members',
      range,
      slot,
      field,
      fieldRange,
      path,
      quantifier,
      quantifierRange,
      extended,
      ...fields,
      selections: selections as PlanSelection[],
      condition,
    };
  }

  private item(item: DetectionItem, selection: number): PlanItem | null {
    const modifiers = this.modifiers(item);
    if (!modifiers) return null;
    const all = modifiers.some((m) => m.modifier.item === 'all');
    const negated = modifiers.some((m) => m.modifier.item === 'neq');
    this.lintValues(item, modifiers, all);
    const context = this.valueContext;
    context.reported.clear();
    const values: PlanValue[] = [];
    let failed = false;
    for (const scalar of item.values) {
      const variants = compileValue(scalar, modifiers, item.field === null, context);
      if (!variants) {
        failed = true;
        continue;
      }
      for (const { predicate } of variants)
        if (predicate instanceof FieldRefPredicate) this.slots.of(predicate.other);
      const value = { id: this.values.length, selection, scalar, variants };
      this.values.push(value);
      values.push(value);
    }
    if (failed) return null;
    return {
      kind: 'item',
      range: item.range,
      slot: item.field === null ? -1 : this.slots.of(item.field, item.path),
      field: item.field,
      ...(item.path ? { path: item.path } : {}),
      fieldRange: item.fieldRange,
      modifiers: modifiers.map((m) => m.modifier.name),
      all,
      negated,
      needsField: negated && item.field !== null && context.readings['neq-absent'] !== undefined,
      values,
    };
  }

  private modifiers(item: DetectionItem): PlacedModifier[] | null {
    const placed: PlacedModifier[] = [];
    let failed = false;
    for (const { value: name, range } of item.modifiers) {
      const modifier = modifierNamed(name);
      if (modifier) {
        placed.push({ modifier, range });
        continue;
      }
      failed = true;
      const meant = name ? meantBy(name) : null;
      const what = name
        ? say`There is no modifier ${code(name)}.`
        : prose('A modifier is missing after `|`.');
      const words =
        meant?.words ?? prose('Common modifiers are `contains`, `startswith`, `endswith` and `re`.');
      this.diagnostics.error('modifier-unknown', range, say`${what} ${words}`, this.fixes(meant, range));
    }
    const alone = placed.find((m) => m.modifier.alone);
    if (alone && placed.length > 1) {
      const other = placed.find((m) => m !== alone)!;
      failed = true;
      this.diagnostics.error(
        'modifier-order',
        other.range,
        say`\`${alone.modifier.name}\` cannot be combined with \`${other.modifier.name}\`. Remove one of them.`,
      );
    }
    const seen = new Set<string>();
    for (const { modifier, range } of placed) {
      if (seen.has(modifier.name)) {
        failed = true;
        this.diagnostics.error(
          'modifier-order',
          range,
          say`\`${modifier.name}\` is there twice. Remove one.`,
        );
      }
      seen.add(modifier.name);
    }
    return failed ? null : placed;
  }

  private fixes(meant: Meant | null, range: Range): Fix[] | undefined {
    if (meant === null || meant.write === null) return undefined;
    if (meant.write !== '')
      return [{ title: say`Change to \`${meant.write}\``, edits: [{ range, text: meant.write }] }];
    const bar = range.start - 1;
    if (this.text[bar] !== '|') return undefined;
    return [{ title: prose('Remove it'), edits: [{ range: { start: bar, end: range.end }, text: '' }] }];
  }

  private lintValues(item: DetectionItem, modifiers: readonly PlacedModifier[], all: boolean): void {
    if (all && item.values.length === 1) {
      const at = modifiers.find((m) => m.modifier.item === 'all')!.range;
      this.diagnostics.lint(
        'all-single',
        at,
        prose(
          '`all` requires every value of a list, but there is only one value. Remove `all`, or add more values.',
        ),
      );
    }
    for (const scalar of item.values) {
      // The draft of 2.2.0 allows it.
      if (scalar.value === null && item.list && item.values.length > 1 && !specHas(this.spec, '2.2.0')) {
        this.diagnostics.lint(
          'null-in-list',
          scalar.range.end > scalar.range.start ? scalar.range : item.fieldRange,
          prose(
            '`null` in a list of values is easy to misread: it matches a field that is absent or null. Write a second selection with `field: null` instead.',
          ),
        );
      }
      this.lintYaml11(scalar);
    }
  }

  private lintYaml11(scalar: YamlScalar): void {
    if (scalar.style !== 'plain') return;
    const otherwise = readOtherwiseBy11(scalar.text);
    if (!otherwise) return;
    const here = typeof scalar.value === 'number' ? `the number ${scalar.value}` : 'text';
    this.diagnostics.warning(
      'yaml-1-1',
      scalar.range,
      say`YAML 1.2 reads \`${scalar.text}\` as ${here}, but older parsers read ${otherwise}. Quote it: '${scalar.text}'.`,
      [
        {
          title: prose('Put it in single quotes'),
          edits: [{ range: scalar.range, text: `'${scalar.text}'` }],
          // As text it no longer equals other ways to write the number.
          ...(typeof scalar.value === 'number' ? { changes: 'finds other events' as const } : {}),
        },
      ],
    );
  }
}
