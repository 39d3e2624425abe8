import { foldBody } from '../rule';
import type { Mark } from './report';
import type { ItemTrace, NodeTrace, SelectionTrace, Trace } from './trace';

/** The coloured stretches of one event: what each value matched, in the order of the text. */
export function marksOf(trace: Trace): Mark[] {
  if (trace.verdict === 'not applicable' || trace.verdict === 'error') return [];
  const marks: Mark[] = [];
  trace.selections.forEach(({ body, matched }, selection) => {
    for (const { item, whole } of marked(body, matched)) addMarks(item, whole, selection, trace.event, marks);
  });
  return marks.sort((a, b) => a.text.start - b.text.start);
}

/** An item, and whether all that is around it matches too. */
interface Marked {
  readonly item: ItemTrace;
  readonly whole: boolean;
}

function marked(body: NodeTrace, whole: boolean): Marked[] {
  return foldBody<NodeTrace, Marked[]>(
    body,
    (item) => [{ item, whole }],
    (children) => children.flat(),
    ({ members }) =>
      members.flatMap((member) => member.selections.flatMap((one) => ofMember(one, whole && member.matched))),
  );
}

function ofMember({ body, matched }: SelectionTrace, whole: boolean): Marked[] {
  return marked(body, whole && matched);
}

function addMarks(
  { values }: ItemTrace,
  whole: boolean,
  selection: number,
  event: number,
  marks: Mark[],
): void {
  for (const { id: value, rule, hits } of values) {
    for (const { kind, text: stretches, rule: part = rule } of hits.flatMap(({ spans }) => spans)) {
      for (const text of stretches)
        if (text.end > text.start) marks.push({ event, selection, value, rule: part, text, kind, whole });
    }
  }
}
