import type { Mark } from './report';
import type { GroupTrace, ItemTrace, Trace } from './trace';

/** The coloured stretches of one event: what each value matched, in the order of the text. */
export function marksOf(trace: Trace): Mark[] {
  if (trace.verdict === 'not applicable' || trace.verdict === 'error') return [];
  const marks: Mark[] = [];
  trace.selections.forEach((selection, index) => {
    for (const item of items(selection.body)) {
      for (const value of item.values) {
        for (const hit of value.hits) {
          for (const span of hit.spans) {
            for (const text of span.text) {
              if (text.end <= text.start) continue;
              marks.push({
                event: trace.event,
                selection: index,
                value: value.id,
                rule: span.rule ?? value.rule,
                text,
                kind: span.kind,
                whole: selection.matched,
              });
            }
          }
        }
      }
    }
  });
  return marks.sort((a, b) => a.text.start - b.text.start);
}

function items(node: GroupTrace | ItemTrace): ItemTrace[] {
  return node.kind === 'item' ? [node] : node.children.flatMap(items);
}
