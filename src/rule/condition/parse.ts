import { RULE, told } from '../../limits';
import { prose, type Range, say, type Words } from '../../text';
import type { ConditionCode, RuleDiagnostics } from '../codes';
import type { Condition } from './ast';
import { type Token, tokenize } from './lexer';

/** What the names of a condition stand for: selections in a rule, rules in a correlation. */
export type ConditionNoun = 'selection' | 'rule';

/**
 * Parses a condition: `or` < `and` < `not` < `1 of` / `all of` / `any of` < parentheses, with keywords in any case
 * (semantics.md, "Detections and conditions"). Null if there is no tree; the reasons go to `diagnostics`, with ranges
 * in `text`, and speak of `noun`.
 */
export function parseCondition(
  text: string,
  diagnostics: RuleDiagnostics,
  noun: ConditionNoun = 'selection',
): Condition | null {
  const parser = new Parser(tokenize(text), diagnostics, text, noun);
  return parser.whole();
}

class Parser {
  private at = 0;
  private depth = 0;
  private failed = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly diagnostics: RuleDiagnostics,
    private readonly text: string,
    private readonly noun: ConditionNoun,
  ) {}

  whole(): Condition | null {
    if (this.peek().kind === 'end') {
      this.fail(
        'condition-empty',
        { start: 0, end: this.text.length },
        say`The condition is empty. Write the name of a ${this.noun}.`,
      );
      return null;
    }
    const tree = this.or();
    const rest = this.peek();
    if (!this.failed && rest.kind === '|') {
      this.fail(
        'condition-aggregation',
        { start: rest.range.start, end: this.text.length },
        prose(
          'Aggregations after `|` belong to Sigma 1.x and no longer exist. Write a correlation rule, for example of type `event_count`, that refers to this rule.',
        ),
      );
    } else if (!this.failed && rest.kind !== 'end') {
      const message =
        rest.kind === ')'
          ? prose('This parenthesis closes nothing. Remove it, or add `(` before it.')
          : rest.kind === 'stray'
            ? say`\`${rest.text}\` has no meaning in a condition. Use \`and\`, \`or\`, \`not\`, parentheses and names of ${this.noun}s.`
            : say`\`and\` or \`or\` is missing before \`${rest.text}\`.`;
      this.fail('condition-syntax', rest.range, message);
    }
    return this.failed ? null : tree;
  }

  private or(): Condition | null {
    return this.chain('or', () => this.chain('and', () => this.not()));
  }

  private chain(kind: 'and' | 'or', operand: () => Condition | null): Condition | null {
    const first = operand();
    if (!first) return null;
    const operands = [first];
    while (this.peek().kind === kind) {
      this.at++;
      const next = operand();
      if (!next) return null;
      operands.push(next);
    }
    if (operands.length === 1) return first;
    return {
      kind,
      range: { start: first.range.start, end: operands[operands.length - 1]!.range.end },
      operands,
    };
  }

  private not(): Condition | null {
    const start = this.peek();
    if (start.kind !== 'not') return this.atom();
    this.at++;
    if (++this.depth > RULE.conditionDepth.value) return this.tooDeep(start);
    const operand = this.not();
    this.depth--;
    return operand && { kind: 'not', range: { start: start.range.start, end: operand.range.end }, operand };
  }

  private atom(): Condition | null {
    const token = this.peek();
    this.at++;
    if (token.kind === '(') return this.parenthesis(token);
    if (token.kind === 'word') {
      if (/^of$/i.test(this.peek().text)) return this.quantifier(token);
      if (/[*?]/.test(token.text)) {
        return this.fail(
          'condition-pattern-alone',
          token.range,
          say`\`${token.text}\` is a pattern. Say how many of its ${this.noun}s must match: \`1 of ${token.text}\` or \`all of ${token.text}\`.`,
        );
      }
      return { kind: 'name', range: token.range, name: token.text };
    }
    this.at--;
    const where = token.kind === 'end' ? 'at the end' : say`before \`${token.text}\``;
    return this.fail(
      'condition-syntax',
      token.kind === 'end' ? this.lastWritten() : token.range,
      token.kind === 'stray'
        ? say`\`${token.text}\` has no meaning in a condition. Use \`and\`, \`or\`, \`not\`, parentheses and names of ${this.noun}s.`
        : say`A ${this.noun} is missing ${where}. Write its name.`,
    );
  }

  private parenthesis(open: Token): Condition | null {
    if (++this.depth > RULE.conditionDepth.value) return this.tooDeep(open);
    const inner = this.or();
    this.depth--;
    if (!inner) return null;
    const close = this.peek();
    if (close.kind === ')') {
      this.at++;
      return { ...inner, range: { start: open.range.start, end: close.range.end } };
    }
    // An aggregation or a missing operator inside is the better thing to report than the parenthesis.
    if (close.kind !== 'end') return inner;
    return this.fail('condition-syntax', open.range, prose('This parenthesis is never closed. Add `)`.'));
  }

  private quantifier(count: Token): Condition | null {
    this.at++;
    const target = this.peek();
    if (target.kind !== 'word') {
      return this.fail(
        'condition-syntax',
        target.kind === 'end' ? this.lastWritten() : target.range,
        prose('After `of`, write `them` or a pattern such as `selection_*`.'),
      );
    }
    this.at++;
    const word = count.text.toLowerCase();
    if (word !== '1' && word !== 'any' && word !== 'all') {
      const several = /^\d+$/.test(word) && Number(word) > 1;
      return this.fail(
        'condition-quantifier',
        count.range,
        several
          ? say`\`${count.text} of\` does not exist: Sigma has only \`1 of\` and \`all of\`. Spell out the combinations, or write a correlation rule.`
          : say`\`${count.text} of\` does not exist. Write \`1 of\`, \`any of\` or \`all of\`.`,
      );
    }
    return {
      kind: 'quantifier',
      range: { start: count.range.start, end: target.range.end },
      every: word === 'all',
      pattern: /^them$/i.test(target.text) ? 'them' : target.text,
      patternRange: target.range,
    };
  }

  private lastWritten(): Range {
    const last = this.tokens[this.tokens.length - 2];
    return last ? last.range : { start: 0, end: this.text.length };
  }

  private tooDeep(token: Token): null {
    return this.fail(
      'condition-depth',
      token.range,
      say`The condition is nested more than ${told(RULE.conditionDepth)} levels deep. Remove some parentheses.`,
    );
  }

  private peek(): Token {
    return this.tokens[this.at] ?? this.tokens[this.tokens.length - 1]!;
  }

  private fail(code: ConditionCode, range: Range, message: Words): null {
    if (!this.failed) this.diagnostics.error(code, range, message);
    this.failed = true;
    return null;
  }
}
