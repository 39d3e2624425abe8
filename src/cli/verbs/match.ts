import type { SigmaEvent } from '../../event';
import { readEvents } from '../../event';
import { correlate, Evaluator, RuleSet } from '../../match';
import type { CompiledRule } from '../../rule';
import { compileCollection } from '../../rule';
import type { FieldMapping } from '../../text';
import { readTexts } from '../files';
import { blocks, fileProblemLines, problemLine, type Terminal, UsageError } from '../terminal';

export interface MatchArguments {
  readonly rules: readonly string[];
  readonly events: readonly string[];
  /** Field names given by hand. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  readonly json: boolean;
  readonly failOn: 'match' | 'miss' | null;
}

/**
 * `match --rules PATH… --events PATH…`: one line a match with the rule's id, its title, the events' file, the event's
 * index from 0 and the selections that matched; a firing of a correlation has its members too. Exit code 0, or 1 as
 * `--fail-on-match` and `--fail-on-miss` ask.
 */
export function match(args: MatchArguments, terminal: Terminal): number {
  if (args.rules.length === 0 || args.events.length === 0)
    throw new UsageError('match wants --rules PATH and --events PATH.');
  const collections = readTexts(args.rules, 'rules').map((file) => {
    const collection = compileCollection(file.text, { mapping: args.mapping });
    for (const d of collection.diagnostics) if (blocks(d)) terminal.err(problemLine(file, d));
    return collection;
  });
  const rules: CompiledRule[] = collections.flatMap((c) =>
    c.plans.filter((rule) => rule.plan && rule.ownVerdict),
  );
  const plans = rules.map((rule) => rule.plan!);
  const set = new RuleSet(plans, { ignoreLogsource: args.ignoreLogsource });
  const evaluators = new Map<number, Evaluator>();
  let matches = 0;
  const say = (line: Record<string, unknown>) => {
    matches++;
    const { rule, title, file, event, selections } = line as Record<string, string>;
    terminal.out(
      args.json ? JSON.stringify(line) : `${file}#${event}\t${title}\t${rule}\t${String(selections)}`,
    );
  };
  for (const file of readTexts(args.events, 'events')) {
    for (const line of fileProblemLines(file)) terminal.err(line);
    const { slices } = readEvents(file.text);
    const events: SigmaEvent[] = [];
    slices.forEach((slice, index) => {
      if (index % 1000 === 0) terminal.progress(`${file.name}: ${index} of ${slices.length} events`);
      if (!slice.event) {
        terminal.err(
          problemLine(file, { code: slice.code, severity: 'error', range: slice.at, message: slice.message }),
        );
        return;
      }
      events.push(slice.event);
      for (const position of set.match(slice.event)) {
        const evaluator = evaluators.get(position) ?? new Evaluator(plans[position]!);
        evaluators.set(position, evaluator);
        const { id, title } = rules[position]!;
        say({
          rule: id,
          title,
          file: file.name,
          event: index,
          selections: evaluator.matchedSelections(slice.event),
        });
      }
    });
    for (const collection of collections) {
      if (collection.correlations.length === 0) continue;
      for (const { correlation, firings } of correlate(collection, events, {
        ignoreLogsource: args.ignoreLogsource,
      })) {
        const compiled = collection.correlations[correlation]!;
        if (!compiled.ownVerdict) continue;
        for (const firing of firings) {
          const members = firing.members.map((m) => m.event);
          const { id, title } = compiled.correlation.meta;
          say({
            rule: id?.value ?? null,
            title: title?.value ?? '',
            file: file.name,
            event: members[members.length - 1],
            selections: [],
            events: members,
            key: firing.key,
          });
        }
      }
    }
  }
  terminal.progress('');
  if (args.failOn === 'match') return matches > 0 ? 1 : 0;
  return args.failOn === 'miss' && matches === 0 ? 1 : 0;
}
