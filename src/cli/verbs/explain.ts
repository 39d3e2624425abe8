import { readEvents } from '../../event';
import type { ConditionTrace, ItemTrace, SelectionTrace } from '../../match';
import { decidedBy, explain as explainEvent } from '../../match';
import { compile, itemsOf } from '../../rule';
import type { FieldMapping } from '../../text';
import { readTexts } from '../files';
import { blocks, fileProblemLines, problemLine, type Terminal, UsageError } from '../terminal';

export interface ExplainArguments {
  readonly rule: string | undefined;
  readonly events: string | undefined;
  /** Index from 0. */
  readonly event: number;
  /** Field names given by hand. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  readonly json: boolean;
}

/** `explain --rule F --events F --event N`: why one event matches or does not, as a tree or as JSON. */
export function explain(args: ExplainArguments, terminal: Terminal): number {
  if (!args.rule || !args.events || !Number.isInteger(args.event) || args.event < 0) {
    throw new UsageError('explain wants --rule FILE, --events FILE and --event N (from 0).');
  }
  const rule = readTexts([args.rule], 'rules')[0]!;
  const file = readTexts([args.events], 'events')[0]!;
  for (const line of fileProblemLines(file)) terminal.err(line);
  const { plan, diagnostics } = compile(rule.text, { mapping: args.mapping });
  for (const d of diagnostics) if (blocks(d)) terminal.err(problemLine(rule, d));
  if (!plan) return 1;
  const slice = readEvents(file.text).slices[args.event];
  if (!slice) throw new UsageError(`There is no event ${args.event} in ${file.name}.`);
  if (!slice.event) {
    terminal.err(
      problemLine(file, { code: slice.code, severity: 'error', range: slice.at, message: slice.message }),
    );
    return 1;
  }
  const trace = explainEvent(plan, slice.event, { ignoreLogsource: args.ignoreLogsource });
  if (args.json) terminal.out(JSON.stringify(trace));
  else {
    terminal.out(`event ${args.event}: ${trace.verdict}. ${trace.summary}`);
    for (const line of conditionLines(trace.condition, trace.selections, 1)) terminal.out(line);
    for (const { id, ours, verdictOther } of decidedBy(plan, slice.event, {
      ignoreLogsource: args.ignoreLogsource,
    }))
      terminal.out(`decided by an interpretation (${id}): ${ours} Read the other way: ${verdictOther}.`);
  }
  return 0;
}

function sign(matched: boolean): string {
  return matched ? '✓' : '✗';
}

function conditionLines(
  node: ConditionTrace,
  selections: readonly SelectionTrace[],
  depth: number,
): string[] {
  const pad = '  '.repeat(depth);
  if (node.kind === 'selection') {
    const { name, matched, body } = selections[node.selection!]!;
    return [`${pad}${sign(matched)} ${name}`, ...itemsOf(body).flatMap((item) => itemLines(item, depth + 1))];
  }
  return [
    `${pad}${sign(node.matched)} ${node.written ?? node.kind}`,
    ...node.children.flatMap((child) => conditionLines(child, selections, depth + 1)),
  ];
}

function itemLines(item: ItemTrace, depth: number): string[] {
  const pad = '  '.repeat(depth);
  const values = item.values.map((value) => {
    const said = value.miss
      ? value.miss.text
      : value.hits.map((hit) => `${hit.field} is ${hit.value}`).join('; ');
    return `${pad}  ${sign(value.matched)} ${value.written} ${said}`.trimEnd();
  });
  return [`${pad}${sign(item.matched)} ${item.field ?? 'keywords'} ${item.operator}`, ...values];
}
