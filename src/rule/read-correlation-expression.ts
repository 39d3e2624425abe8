import { RULE, told } from '../limits';
import { code, type Fix, joinWords, nearest, type Range, say, scalarSource } from '../text';
import { alternativesOf } from './alternatives';
import type { CorrelationExpression, Placed } from './ast';
import { RuleDiagnostics } from './codes';
import type { Condition, Quantifier } from './condition/ast';
import { parseCondition } from './condition/parse';
import { printCondition } from './condition/print';
import { walkWritten } from './condition/walk';
import type { YamlScalar } from './yaml/node';

/** The most names that a message lists, and that are compared with unknown names to suggest one. */
const MAX_LISTED = 10;
const MAX_COMPARED = 20_000;
/** Names times characters that are looked through for names with blanks. */
const MAX_SOUGHT = 20_000_000;

const WORD = /^[\p{L}\p{N}_.-]+$/u;
const KEYWORD = /^(?:and|or|not)$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the condition of a temporal correlation as an expression over the names in `rules` (semantics.md, "The next
 * version"). Null if it cannot be read; the reasons go to `diagnostics`, with ranges in `text`.
 */
export function readCorrelationExpression(
  text: string,
  scalar: YamlScalar,
  rules: readonly Placed[],
  diagnostics: RuleDiagnostics,
): CorrelationExpression | null {
  return new ExpressionReader(text, scalar, rules, diagnostics).read();
}

class ExpressionReader {
  private readonly byName: ReadonlyMap<string, number>;
  private compared = 0;
  private failed = false;

  constructor(
    private readonly text: string,
    private readonly scalar: YamlScalar,
    private readonly rules: readonly Placed[],
    private readonly diagnostics: RuleDiagnostics,
  ) {
    this.byName = new Map(rules.map(({ value }, i) => [keyOf(value), i]));
  }

  read(): CorrelationExpression | null {
    for (const { value, range } of this.rules)
      if (KEYWORD.test(value))
        this.fail(
          range,
          say`A condition cannot name \`${value}\`, because that word joins rules there. Refer to the rule by its id, or give it another name.`,
        );
    const names = namesIn(this.scalar.text, this.rules);
    const own = new RuleDiagnostics();
    const parsed = parseCondition(names.text, own, 'rule');
    for (const problem of own.all)
      this.diagnostics.all.push({ ...problem, range: this.place(problem.range) });
    if (!parsed) return null;
    const tree = this.placed(parsed, names.at);
    this.checkLeaves(tree);
    // Without its rules there is nothing to read it over, and that is told already.
    if (this.failed || this.rules.length === 0) return null;
    this.warnOfUnused(tree);
    return this.expression(tree);
  }

  /** The range in the text of a range of the decoded condition. */
  private place(range: Range): Range {
    return range.end > range.start ? scalarSource(this.text, this.scalar, range) : this.scalar.range;
  }

  /** The tree with ranges in the text, and with each name as `rules` has it. */
  private placed(node: Condition, names: ReadonlyMap<number, string>): Condition {
    const range = this.place(node.range);
    switch (node.kind) {
      case 'name': {
        const name = names.get(node.range.start) ?? node.name;
        const index = this.byName.get(keyOf(name));
        return { ...node, range, name: index === undefined ? name : this.rules[index]!.value };
      }
      case 'quantifier':
        return { ...node, range, patternRange: this.place(node.patternRange) };
      case 'not':
        return { ...node, range, operand: this.placed(node.operand, names) };
      default:
        return { ...node, range, operands: node.operands.map((operand) => this.placed(operand, names)) };
    }
  }

  private checkLeaves(tree: Condition): void {
    let terms = 0;
    walkWritten(tree, (node) => {
      if (node.kind !== 'name' && node.kind !== 'quantifier') return;
      if (++terms === RULE.conditionTerms.value + 1)
        this.fail(
          node.range,
          say`The condition has more than ${told(RULE.conditionTerms)} terms up to here.`,
        );
      if (terms > RULE.conditionTerms.value) return false;
      if (node.kind === 'quantifier') this.quantifier(node);
      else if (!this.byName.has(keyOf(node.name))) this.unknown(node.name, node.range);
    });
  }

  private quantifier({ range, every, pattern }: Quantifier): void {
    const written = say`A condition over rules has no ${code(`${every ? 'all' : '1'} of`)}. Name the rules, joined by ${code(every ? 'and' : 'or')}.`;
    const joined = this.rules.map(({ value }) => value).join(every ? ' and ' : ' or ');
    const isWhole = pattern === 'them' && this.scalar.style === 'plain' && this.rules.length <= MAX_LISTED;
    this.fail(
      range,
      written,
      isWhole && this.rules.every(({ value }) => WORD.test(value))
        ? [changeTo(this.rules.length > 1 ? `(${joined})` : joined, range)]
        : undefined,
    );
  }

  private unknown(name: string, range: Range): void {
    const values = this.rules.map(({ value }) => value);
    this.compared += values.length;
    const close = this.compared > MAX_COMPARED ? null : nearest(name, values);
    const listed = joinWords(values.slice(0, MAX_LISTED).map(code), ', ');
    const more = values.length > MAX_LISTED ? ` and ${values.length - MAX_LISTED} more` : '';
    this.fail(
      range,
      say`\`rules\` has no \`${name}\`.${
        close
          ? say` Did you mean \`${close}\`?`
          : values.length > 0
            ? say` The condition may name ${listed}${more}.`
            : ''
      }`,
      close ? [changeTo(close, range)] : undefined,
    );
  }

  private warnOfUnused(tree: Condition): void {
    const used = new Set<string>();
    walkWritten(tree, (node) => {
      if (node.kind === 'name') used.add(node.name);
      return undefined;
    });
    for (const { value, range } of this.rules)
      if (!used.has(value))
        this.diagnostics.warning(
          'correlation-rule-unused',
          range,
          say`The condition does not name \`${value}\`, so its events do not count. Name it in the condition, or remove it here.`,
        );
  }

  private expression(tree: Condition): CorrelationExpression | null {
    const indexOf = (name: string) => this.byName.get(keyOf(name))!;
    const { range } = tree;
    const alternatives = alternativesOf(tree, indexOf);
    if (alternatives === 'alternatives')
      return this.fail(
        range,
        say`The condition can be true in more than ${told(RULE.alternatives)} ways. Write several correlations.`,
      );
    if (alternatives === 'joins')
      return this.fail(
        range,
        say`To find the ways in which the condition can be true, more than ${told(RULE.joins)} pairs of alternatives have to be joined. Write several correlations.`,
      );
    if (alternatives.length === 0)
      return this.fail(range, [
        'The condition can never be true: in each of its alternatives a rule has to occur, and not to occur.',
      ]);
    if (alternatives.every(({ occur }) => occur.length > 0)) return { range, tree, alternatives };
    const empty = withoutEvents(tree, (part) => {
      const ways = alternativesOf(part, indexOf);
      return typeof ways === 'string' ? [] : ways;
    });
    return this.fail(
      empty.range,
      say`${code(printCondition(empty))} is true without any event, so there is nothing to alert on. Join it by \`and\` with a rule that has to occur.`,
    );
  }

  private fail(range: Range, message: ReturnType<typeof say>, fixes?: readonly Fix[]): null {
    this.failed = true;
    this.diagnostics.error('correlation-expression', range, message, fixes);
    return null;
  }
}

/** Ids are compared without case, names as written. */
function keyOf(name: string): string {
  return UUID.test(name) ? name.toLowerCase() : name;
}

/** The part of an `or` that is true without any event, or else the whole. */
function withoutEvents(
  node: Condition,
  alternatives: (node: Condition) => CorrelationExpression['alternatives'],
): Condition {
  const part =
    node.kind === 'or' &&
    node.operands.find((operand) => alternatives(operand).some(({ occur }) => occur.length === 0));
  return part ? withoutEvents(part, alternatives) : node;
}

/**
 * The condition with names that are no words written as words of the same length, and where each of them begins. Where
 * several fit, the longest is meant.
 */
function namesIn(
  written: string,
  rules: readonly Placed[],
): { readonly text: string; readonly at: ReadonlyMap<number, string> } {
  const at = new Map<number, string>();
  const odd = rules.map(({ value }) => value).filter((name) => !WORD.test(name) && name.trim() === name);
  if (odd.length * written.length > MAX_SOUGHT) return { text: written, at };
  const text = odd
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, name) =>
        left.replaceAll(name, (found, from: number) => {
          const end = from + name.length;
          const before = left.slice(Math.max(0, from - 2), from);
          if (/[\p{L}\p{N}_.-]$/u.test(before) || /^[\p{L}\p{N}_.-]/u.test(left.slice(end, end + 2)))
            return found;
          at.set(from, name);
          return '_'.repeat(name.length);
        }),
      written,
    );
  return { text, at };
}

function changeTo(text: string, range: Range): Fix {
  return { title: say`Change to \`${text}\``, edits: [{ range, text }] };
}
