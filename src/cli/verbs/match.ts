import type { SigmaEvent } from '../../event';
import { faultWords, readEvents } from '../../event';
import type { SpecVersion } from '../../knowledge';
import { correlate, type GroupKey } from '../../match';
import type { Collection } from '../../rule';
import { compileCollection } from '../../rule';
import type { FieldMapping } from '../../text';
import { readTexts } from '../files';
import { LEFT_OUT } from '../left-out';
import { LastPattern, LimitedRules, type RuleInFile, type RuleMatch } from '../limited-rules';
import type { NamedText } from '../named-text';
import { cell } from '../printable';
import { blocks, fileProblemLines, problemLine, type Terminal, UsageError } from '../terminal';

export interface MatchArguments {
  readonly rules: readonly string[];
  readonly events: readonly string[];
  /** The user's field mappings. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
  readonly json: boolean;
  readonly failOn: 'match' | 'miss' | null;
}

/**
 * `match --rules PATH… --events PATH…`: one line a match with the rule's id, its title, the events' file, the event's
 * index from 0 and the selections that matched; a firing of a correlation has its members too. Exit code 0; 1 where a rule has
 * an error, takes too long or fails, where a file cannot be read, or as `--fail-on-match` and `--fail-on-miss` ask. `--fail-on-match` is not met by
 * events that could not be read: they might have matched.
 */
export function match(args: MatchArguments, terminal: Terminal): number {
  if (args.rules.length === 0 || args.events.length === 0)
    throw new UsageError('match needs --rules PATH and --events PATH.');
  return new MatchRun(args, terminal).exitCode();
}

/** One run of all rules over all files of events. */
class MatchRun {
  private readonly collections: readonly Collection[];
  /** Also those without a verdict of their own: correlations count them. */
  private readonly rules: readonly RuleInFile[];
  private readonly limited: LimitedRules;
  private readonly pattern = new LastPattern();
  private matches = 0;
  /** A rule has an error, or a file could not be read. */
  private failed = false;
  /** Some event could not be read. */
  private isIncomplete = false;

  constructor(
    private readonly args: MatchArguments,
    private readonly terminal: Terminal,
  ) {
    const found = readTexts(args.rules, 'rules', terminal);
    this.failed = found.failed;
    this.collections = found.texts.map((file) => this.compiled(file));
    this.rules = this.collections.flatMap(({ plans }, i) =>
      plans.map((rule) => ({ rule, file: found.texts[i]! })),
    );
    const { ignoreLogsource } = args;
    this.limited = new LimitedRules(this.rules, { ignoreLogsource }, this.pattern, terminal);
  }

  exitCode(): number {
    const found = readTexts(this.args.events, 'events', this.terminal);
    this.failed ||= found.failed;
    for (const file of found.texts) this.runOver(file);
    this.terminal.progress('');
    const { failOn } = this.args;
    if (this.failed || this.limited.leftOut.size > 0) return 1;
    if (failOn === 'match') return this.matches > 0 || this.isIncomplete ? 1 : 0;
    return failOn === 'miss' && this.matches === 0 ? 1 : 0;
  }

  private compiled(file: NamedText): Collection {
    const collection = compileCollection(file.text, {
      mapping: this.args.mapping,
      spec: this.args.spec,
      onPattern: this.pattern.hear,
    });
    for (const d of collection.diagnostics.filter(blocks)) {
      this.failed = true;
      this.terminal.err(problemLine(file, d));
    }
    return collection;
  }

  private runOver(file: NamedText): void {
    for (const line of fileProblemLines(file)) {
      this.isIncomplete = true;
      this.terminal.err(line);
    }
    const { slices, warnings } = readEvents(file.text);
    for (const problem of warnings) {
      this.isIncomplete = true;
      this.terminal.err(problemLine(file, problem));
    }
    const read: SigmaEvent[] = [];
    const indexes: number[] = [];
    slices.forEach((slice, index) => {
      if (slice.event) {
        read.push(slice.event);
        indexes.push(index);
        return;
      }
      this.isIncomplete = true;
      const { code, at } = slice;
      this.terminal.err(
        problemLine(file, { code, severity: 'error', range: at, message: faultWords(slice) }),
      );
    });
    this.limited.run(
      read,
      (i) => `${file.name}#${indexes[i]}`,
      (i, matches) => {
        if (i % 1000 === 0) this.terminal.progress(`${file.name}: ${i} of ${read.length} events`);
        this.sayMatches(matches, file, indexes[i]!);
      },
    );
    for (const collection of this.collections) this.correlateIn(collection, file, read);
  }

  private sayMatches(matches: readonly RuleMatch[], file: NamedText, event: number): void {
    for (const { position, selections } of matches) {
      const { id, title, ownVerdict } = this.rules[position]!.rule;
      if (ownVerdict) this.say({ rule: id, title, file: file.name, event, selections });
    }
  }

  private correlateIn(collection: Collection, file: NamedText, events: readonly SigmaEvent[]): void {
    if (collection.correlations.length === 0) return;
    if (this.lacksRule(collection)) return;
    const { ignoreLogsource } = this.args;
    for (const { correlation, firings, leftOut } of correlate(collection, events, { ignoreLogsource })) {
      const { ownVerdict, id, title } = collection.correlations[correlation]!;
      if (!ownVerdict) continue;
      for (const firing of firings) {
        const members = firing.members.map((member) => member.event);
        const event = members[members.length - 1]!;
        this.say({
          rule: id,
          title,
          file: file.name,
          event,
          selections: [],
          events: members,
          key: firing.key,
        });
      }
      for (const [reason, why] of Object.entries(LEFT_OUT)) {
        const out = leftOut.filter((one) => one.reason === reason);
        if (out.length === 0) continue;
        const count =
          out.length === 1
            ? '1 event matches but is not counted'
            : `${out.length} events match but are not counted`;
        this.terminal.err(
          `${file.name}#${out[0]!.event}: warning: ${count} in "${title}": ${why}. [correlation-left-out]`,
        );
      }
    }
  }

  /** True, and reported, if a rule that correlations count was left out. */
  private lacksRule(collection: Collection): boolean {
    const isLeftOut = this.rules.some(
      ({ rule }, position) => this.limited.leftOut.has(position) && collection.plans.includes(rule),
    );
    if (isLeftOut)
      for (const { title } of collection.correlations)
        this.terminal.err(
          `error: "${title}" is not evaluated, because a rule of its file was left out. [rule-left-out]`,
        );
    return isLeftOut;
  }

  private say(line: MatchLine): void {
    this.matches++;
    const { rule, title, file, event, selections } = line;
    this.terminal.out(
      this.args.json
        ? JSON.stringify(line)
        : [`${file}#${event}`, title, String(rule), selections.join()].map(cell).join('\t'),
    );
  }
}

/** One match, as `--json` writes it. */
interface MatchLine {
  readonly rule: string | null;
  readonly title: string;
  readonly file: string;
  /** Index in the file; for a firing, that of its last member. */
  readonly event: number;
  readonly selections: readonly string[];
  /** The members of a firing. */
  readonly events?: readonly number[];
  readonly key?: GroupKey;
}
