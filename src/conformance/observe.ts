import type { SigmaEvent } from '../event';
import { readEvents } from '../event';
import type { ItemTrace, NodeTrace, SelectionTrace, Span, Trace, Verdict } from '../match';
import { correlate, Evaluator, explain, itemTraces } from '../match';
import { type CompileOptions, compileCollection, foldBody } from '../rule';
import { plain } from '../text';
import type {
  CorrelationCase,
  DiagnosticsCase,
  Matched,
  Stretch,
  SuiteDiagnostic,
  VerdictCase,
} from './cases';

/** The engine's result for a case, in the terms of the suite. */
export interface Observation {
  readonly verdict: Verdict;
  readonly matched: readonly Matched[];
  readonly reason?: string;
  readonly blockedBy?: string;
  readonly resultingCondition: string;
  /**
   * The verdict of the fast path, which gives no more than that; and the result of the detection, ignoring the log
   * source.
   */
  readonly fast: Verdict;
  readonly detection: { readonly evaluate: boolean; readonly explain: boolean } | null;
  /** True if a field of the rule has another name in the event. */
  readonly mapped: boolean;
}

/** How the case's rule is read: with its placeholders, as its version. */
function optionsOf({ placeholders = {}, spec }: Pick<VerdictCase, 'placeholders' | 'spec'>): CompileOptions {
  return spec ? { placeholders, spec } : { placeholders };
}

export function observeVerdict(one: Omit<VerdictCase, 'verdict' | 'matched'>): Observation {
  const { plans, diagnostics } = compileCollection(one.rule, optionsOf(one));
  const slice = readEvents(one.eventText ?? JSON.stringify(one.event)).slices[0];
  const [compiled] = plans;
  if (!compiled || !slice?.event) {
    if (!compiled && !diagnostics.some((d) => d.severity === 'error' && !d.lint))
      throw new Error('neither a rule nor an error');
    const resultingCondition = compiled?.conditionText ?? '';
    return {
      verdict: 'error',
      fast: 'error',
      matched: [],
      resultingCondition,
      detection: null,
      mapped: false,
    };
  }
  const options = { ignoreLogsource: one.ignoreLogsource ?? false };
  const trace = explain(compiled.plan, slice.event, options);
  const evaluator = new Evaluator(compiled.plan);
  return {
    verdict: trace.verdict,
    matched: matchedOf(trace.selections),
    ...reasonOf(trace),
    resultingCondition: compiled.conditionText,
    fast: evaluator.verdict(slice.event, options),
    detection: { evaluate: evaluator.evaluate(slice.event), explain: trace.matched },
    mapped: itemTraces(trace.selections).some(([item]) => isMapped(item)),
  };
}

function isMapped({ field, eventField, mapping }: ItemTrace): boolean {
  return mapping !== undefined || (field !== null && eventField !== null && eventField !== field);
}

/** Every value of the event that a value of the rule matched, in the order of the rule, without duplicates. */
function matchedOf(selections: readonly SelectionTrace[]): Matched[] {
  const all = selections.flatMap((selection) =>
    itemsIn(selection.body).flatMap(({ item, at }) =>
      item.values.flatMap(({ hits }) =>
        hits.map(({ field: name, value, spans, notes }): Matched => {
          const field = at === '' ? name : name === '.' ? at : `${at}.${name}`;
          const ranges = [...spans].sort(inOrder).map((s): Stretch => {
            const { start, end } = s.value;
            return s.label === undefined ? [start, end, s.kind] : [start, end, s.kind, s.label];
          });
          const alignment = notes?.flatMap((n) => (n.kind === 'base64' ? (n.offset ?? []) : []))[0];
          const found = { selection: selection.name, field, value, ranges };
          return alignment === undefined ? found : { ...found, alignment };
        }),
      ),
    ),
  );
  const seen = new Set<string>();
  return all.filter((m) => {
    const text = JSON.stringify(m);
    return seen.has(text) ? false : seen.add(text);
  });
}

/** The items of a body, those of each member of a block under the member's name: `connections[1]`. */
function itemsIn(body: NodeTrace, at = ''): { readonly item: ItemTrace; readonly at: string }[] {
  return foldBody<NodeTrace, { readonly item: ItemTrace; readonly at: string }[]>(
    body,
    (item) => [{ item, at }],
    (children) => children.flat(),
    ({ members }) =>
      [...members]
        .sort((a, b) => a.index - b.index)
        .flatMap(({ name, selections }) => selections.flatMap((one) => itemsIn(one.body, name))),
  );
}

/** By start, then end, then kind; within a kind, in the order of the rule. */
function inOrder(a: Span, b: Span): number {
  const byKind = a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
  return a.value.start - b.value.start || a.value.end - b.value.end || byKind;
}

function reasonOf(trace: Trace): { reason?: string; blockedBy?: string } {
  const [cause] = trace.causes;
  if (!cause) return {};
  const { reason } = cause.miss;
  if (reason !== 'blocked by negated' || cause.value === null) return { reason };
  return { reason, blockedBy: trace.selections[cause.selection]!.name };
}

export function observeDiagnostics(
  one: Pick<DiagnosticsCase, 'rule' | 'placeholders' | 'spec'>,
): SuiteDiagnostic[] {
  return compileCollection(one.rule, optionsOf(one)).diagnostics.map((d) => ({
    code: d.code,
    severity: d.lint ? 'lint error' : d.severity,
    range: [d.range.start, d.range.end],
  }));
}

export function observeCorrelation(
  one: Pick<CorrelationCase, 'rules' | 'events' | 'placeholders' | 'ignoreLogsource' | 'spec'>,
): Required<Pick<CorrelationCase, 'firings' | 'leftOut' | 'silent'>> {
  const collection = compileCollection(one.rules, optionsOf(one));
  const broken = collection.diagnostics.filter((d) => d.severity === 'error' && !d.lint);
  if (broken.length > 0) throw new Error(broken.map((d) => `${d.code} ${plain(d.message)}`).join('; '));
  const events = readEvents(one.events.map((e) => JSON.stringify(e)).join('\n')).slices.map(
    (s): SigmaEvent => s.event!,
  );
  const results = correlate(collection, events, { ignoreLogsource: one.ignoreLogsource ?? false });
  const nameOf = (d: { name: string | null; title: string }) => d.name ?? d.title;
  return {
    firings: results.flatMap((result) =>
      result.firings.map((firing) => ({
        correlation: nameOf(collection.correlations[result.correlation]!),
        group: firing.key,
        events: firing.members.map((m) => m.event),
        values: firing.value.map((v) => v.value),
      })),
    ),
    leftOut: results.flatMap(({ leftOut }) => leftOut.map(({ event, reason }) => ({ event, reason }))),
    silent: [...collection.plans, ...collection.correlations].filter((d) => !d.ownVerdict).map(nameOf),
  };
}
