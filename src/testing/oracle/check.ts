import { expect } from 'vitest';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../event';
import type { Hit, ItemTrace, Span, Trace, ValueTrace } from '../../match';
import { evaluate, explain, itemTraces } from '../../match';
import type { Plan } from '../../rule';
import { compile } from '../../rule';
import { type Diagnostic, plain, type Range } from '../../text';
import type { Placeholders } from './item';
import { oracle } from './oracle';

/** A rule around one selection, given as the lines of its body; or around a whole detection with a condition. */
export function ruleOf(detection: string): string {
  const lines = detection.split('\n');
  const whole = lines.some((line) => /^condition:/.test(line));
  const inside = whole
    ? lines.map((l) => `  ${l}`)
    : ['  selection:', ...lines.map((l) => `    ${l}`), '  condition: selection'];
  return `title: Test\nlogsource:\n  product: test\ndetection:\n${inside.join('\n')}\n`;
}

export function planOf(text: string, placeholders: Placeholders = {}): Plan {
  const { plan, diagnostics } = compile(text, { placeholders });
  if (!plan)
    throw new Error(
      `does not compile: ${diagnostics.map((d) => `${d.code} ${plain(d.message)}`).join('; ')}\n${text}`,
    );
  return plan;
}

export function eventOf(text: string): SigmaEvent {
  const slice = readEvents(text).slices[0];
  if (!slice?.event) throw new Error(`no event: ${text}`);
  return slice.event;
}

/** The result of the detection, on which `evaluate`, `explain` and the oracle have to agree. */
export function verdictOf(detection: string, event: unknown, placeholders: Placeholders = {}): boolean {
  const text = ruleOf(detection);
  const plan = planOf(text, placeholders);
  const read = eventOf(JSON.stringify(event));
  const found = {
    evaluate: evaluate(plan, read),
    explain: explain(plan, read).matched,
    oracle: oracle(text, JSON.parse(JSON.stringify(event)), placeholders),
  };
  expect(found, text).toEqual({ evaluate: found.oracle, explain: found.oracle, oracle: found.oracle });
  return found.oracle;
}

/**
 * Diagnostics as `code «characters»`, in the order of the text. `title` and `logsource` are always correct in
 * `ruleOf`.
 */
export function problemsOf(detection: string, placeholders: Placeholders = {}): string[] {
  const text = ruleOf(detection);
  return compile(text, { placeholders }).diagnostics.map((d) => problem(text, d));
}

export function problem(text: string, { code, range }: Diagnostic<string>): string {
  return `${code} «${text.slice(range.start, range.end)}»`;
}

/** The trace of one event, with both texts. */
export interface Told {
  readonly trace: Trace;
  readonly rule: string;
  readonly events: string;
  readonly items: readonly ItemTrace[];
  readonly values: readonly ValueTrace[];
}

/** Explains an event, given as an object, or as text if its escapes matter. */
export function tell(detection: string, event: unknown, placeholders: Placeholders = {}): Told {
  const rule = ruleOf(detection);
  const events = typeof event === 'string' ? event : JSON.stringify(event);
  const trace = explain(planOf(rule, placeholders), eventOf(events), { ignoreLogsource: true });
  const items = itemTraces(trace.selections).map(([item]) => item);
  return { trace, rule, events, items, values: items.flatMap((i) => i.values) };
}

const cut = (text: string, range: Range) => text.slice(range.start, range.end);

/** One span as `kind ‹characters in the decoded value› «in the events' text» rule ‹characters of the rule›`. */
export function spanText(told: Told, hit: Pick<Hit, 'value' | 'from'>, span: Span): string {
  const found = hit.value.slice(span.value.start - (hit.from ?? 0), span.value.end - (hit.from ?? 0));
  const parts = [span.kind, found, span.text.map((t) => cut(told.events, t)).join('+')];
  if (span.rule) parts.push(cut(told.rule, span.rule));
  if (span.label) parts.push(span.label);
  return parts.join(' | ');
}

/** All spans of all hits of all values. */
export function spansOf(told: Told): string[] {
  return told.values.flatMap((v) => v.hits.flatMap((h) => h.spans.map((s) => spanText(told, h, s))));
}
