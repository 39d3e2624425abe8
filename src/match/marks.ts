import type { Mark } from './report';
import type { Trace } from './trace';
import { itemTraces } from './walk-trace';

/** The coloured stretches of one event: what each value matched, in the order of the text. */
export function marksOf(trace: Trace): Mark[] {
  if (trace.verdict === 'not applicable' || trace.verdict === 'error') return [];
  const marks: Mark[] = [];
  for (const [{ values }, selection] of itemTraces(trace.selections)) {
    const whole = trace.selections[selection]!.matched;
    for (const { id: value, rule, hits } of values) {
      for (const { kind, text: stretches, rule: part = rule } of hits.flatMap(({ spans }) => spans)) {
        for (const text of stretches)
          if (text.end > text.start)
            marks.push({ event: trace.event, selection, value, rule: part, text, kind, whole });
      }
    }
  }
  return marks.sort((a, b) => a.text.start - b.text.start);
}
