import { itemsTold } from '../../describe';
import { type EventSlice, faultWords, readEvents, type SigmaEvent } from '../../event';
import { paperHtml, paperMarkdown, paperSteps } from '../../export';
import type { SpecVersion } from '../../knowledge';
import type { ConditionTrace, Firing, ItemTrace, SelectionTrace } from '../../match';
import {
  absenceText,
  correlate,
  decidedBy,
  drained,
  explain as explainEvent,
  missWords,
  operatorWords,
  summaryWords,
} from '../../match';
import { type Collection, type CompiledRule, compileCollection } from '../../rule';
import { type FieldMapping, plain } from '../../text';
import { readTexts } from '../files';
import { LEFT_OUT } from '../left-out';
import { LastPattern, ruleProblem } from '../limited-rules';
import { blocks, fileProblemLines, problemLine, type Terminal, UsageError } from '../terminal';
import { withinTime } from '../time-limit';
import { traceJson } from './trace-json';

export interface ExplainArguments {
  readonly rule: string | undefined;
  readonly events: string | undefined;
  /** Index from 0. */
  readonly event: number;
  /** The user's field mappings. */
  readonly mapping: FieldMapping;
  readonly ignoreLogsource: boolean;
  /** The version to read rules as that name none. */
  readonly spec: SpecVersion;
  readonly format: 'text' | 'json' | 'md' | 'html';
}

/**
 * `explain --rule F --events F --event N`: why one event matches or does not, as a tree or as JSON, for each rule of the
 * file that has a verdict of its own, with its filters applied: it explains what `match` reports. As Markdown or HTML it is
 * one paper of the first rule, as the page exports it. Exit code 0; 1 if a rule has an error, takes too long or fails, or the
 * event cannot be read.
 */
export function explain(args: ExplainArguments, terminal: Terminal): number {
  if (!args.rule || !args.events || !Number.isInteger(args.event) || args.event < 0) {
    throw new UsageError('explain needs --rule FILE, --events FILE and --event N (from 0).');
  }
  const [rule] = readTexts([args.rule], 'rules', terminal).texts;
  const [file] = readTexts([args.events], 'events', terminal).texts;
  if (!rule || !file) return 1;
  for (const line of fileProblemLines(file)) terminal.err(line);
  const pattern = new LastPattern();
  const collection = compileCollection(rule.text, {
    mapping: args.mapping,
    spec: args.spec,
    onPattern: pattern.hear,
  });
  const blocking = collection.diagnostics.filter(blocks);
  for (const d of blocking) terminal.err(problemLine(rule, d));
  const rules = collection.plans.filter(({ ownVerdict }) => ownVerdict);
  const fired = collection.correlations.filter(({ ownVerdict }) => ownVerdict);
  if (rules.length + fired.length === 0) return 1;
  const { slices, warnings } = readEvents(file.text);
  for (const problem of warnings) terminal.err(problemLine(file, problem));
  const slice = slices[args.event];
  if (!slice) throw new UsageError(`There is no event ${args.event} in ${file.name}.`);
  if (!slice.event) {
    terminal.err(
      problemLine(file, { code: slice.code, severity: 'error', range: slice.at, message: faultWords(slice) }),
    );
    return 1;
  }
  if (args.format === 'md' || args.format === 'html') {
    const tell = (to: Terminal) => tellPaper(rule.text, file.text, args, to);
    const isTold = limited(
      tell,
      terminal,
      () => 'error: A rule took too long. It is not explained. [rule-slow]',
    );
    return isTold && blocking.length === 0 ? 0 : 1;
  }
  const isAlone = rules.length + fired.length === 1;
  const where = `${file.name}#${args.event}`;
  let failed = blocking.length > 0;
  for (const one of rules) {
    const { event } = slice;
    const tell = (to: Terminal) => tellRule(one, event, isAlone, args, to);
    if (limited(tell, terminal, (error) => ruleProblem(one, rule, where, pattern, error, NOT_EXPLAINED)))
      continue;
    failed = true;
  }
  if (fired.length > 0) {
    const tell = (to: Terminal) => tellCorrelations(collection, slices, args, to);
    const isTold = limited(tell, terminal, () => {
      const { source } = pattern;
      return `error: ${source ? `The pattern \`${source}\`` : 'A rule'} took too long, so no correlation is explained. [rule-slow]`;
    });
    failed ||= !isTold;
  }
  return failed ? 1 : 0;
}

/** How many milliseconds the explanation of one rule may take. */
const LIMIT = 5000;
const NOT_EXPLAINED = 'It is not explained.';

/** Prints something that may take too long or fail: all of it, or what `problem` makes of the error. True if it was printed. */
function limited(
  tell: (terminal: Terminal) => void,
  terminal: Terminal,
  problem: (error: unknown) => string,
): boolean {
  const lines: string[] = [];
  try {
    withinTime(LIMIT, () => tell({ ...terminal, out: (line) => lines.push(line) }));
  } catch (error) {
    terminal.err(problem(error));
    return false;
  }
  for (const line of lines) terminal.out(line);
  return true;
}

/** Prints the result of the first rule for the event as a paper. */
function tellPaper(rule: string, events: string, args: ExplainArguments, terminal: Terminal): void {
  const { event: chosen, mapping, ignoreLogsource, spec, format } = args;
  // Events are numbered from 0 here, in the paper too.
  const paper = drained(
    paperSteps({
      ...{ what: 'result', which: 'chosen', document: 0, first: 0 },
      ...{ rule, events, chosen, ignoreLogsource, compile: { mapping, spec } },
    }),
  );
  const text = format === 'html' ? paperHtml(paper) : paperMarkdown(paper);
  for (const line of text.trimEnd().split('\n')) terminal.out(line);
}

/** Prints the result of one rule for the event, with the rule's title first if the file has several. */
function tellRule(
  { plan, id, title }: CompiledRule,
  event: SigmaEvent,
  isAlone: boolean,
  { ignoreLogsource, format, event: index }: ExplainArguments,
  terminal: Terminal,
): void {
  const trace = explainEvent(plan, event, { ignoreLogsource });
  if (format === 'json') {
    terminal.out(traceJson(trace, isAlone ? {} : { rule: id, title }));
    return;
  }
  terminal.out(
    `${isAlone ? '' : `${title}: `}event ${index}: ${trace.verdict}. ${plain(summaryWords(trace))}`,
  );
  for (const line of conditionLines(trace.condition, trace.selections, 1)) terminal.out(line);
  for (const { id, ours, verdictOther } of decidedBy(plan, event, { ignoreLogsource }))
    terminal.out(`decided by an interpretation (${id}): ${ours} Under the other reading: ${verdictOther}.`);
}

/** Prints for each correlation which firings include the event, or why none does. */
function tellCorrelations(
  collection: Collection,
  slices: readonly EventSlice[],
  { ignoreLogsource, format, event }: ExplainArguments,
  terminal: Terminal,
): void {
  const events = slices.flatMap((slice) => slice.event ?? []);
  const results = correlate(collection, events, { ignoreLogsource });
  for (const { correlation, firings, nearest, leftOut } of results) {
    const { id, title, ownVerdict } = collection.correlations[correlation]!;
    if (!ownVerdict) continue;
    const own = firings.filter((firing) => membersOf(firing).includes(event));
    const fired = own.map(membersOf);
    const absences = own.flatMap(({ absence }) =>
      absence ? [absenceText(absence, collection.correlations[correlation]!.references)] : [],
    );
    const reason = leftOut.find((one) => one.event === event)?.reason ?? null;
    if (format === 'json') {
      terminal.out(
        JSON.stringify({ rule: id, title, matched: own.length > 0, firings: fired, leftOut: reason }),
      );
      continue;
    }
    const why =
      reason !== null
        ? `the event is not counted: ${LEFT_OUT[reason]}.`
        : firings.length > 0
          ? `it fires ${firings.length === 1 ? 'once' : `${firings.length} times`}, without this event.`
          : plain(nearest?.text ?? ['no event matches its rules.']);
    terminal.out(
      fired.length > 0
        ? `${title}: event ${event}: match. It fires over ${fired.map((list) => `events ${list.join(', ')}`).join('; ')}.${absences.map((text) => ` ${text}`).join('')}`
        : `${title}: event ${event}: no match. ${why[0]!.toUpperCase()}${why.slice(1)}`,
    );
  }
}

/** The events of a firing, including those of inner firings. */
function membersOf({ members }: Firing): number[] {
  return members.flatMap((member) => (member.firing ? membersOf(member.firing) : [member.event]));
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
    return [
      `${pad}${sign(matched)} ${name}`,
      ...itemsTold(body).flatMap((item) => itemLines(item, depth + 1)),
    ];
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
      ? plain(missWords(value.miss))
      : value.hits.map((hit) => `${hit.field} is ${hit.from ? '…' : ''}${hit.value}`).join('; ');
    return `${pad}  ${sign(value.matched)} ${value.written} ${said}`.trimEnd();
  });
  return [
    `${pad}${sign(item.matched)} ${item.field ?? 'keywords'} ${operatorWords(item, item.values.length)}`,
    ...values,
  ];
}
