import {
  blocksOf,
  type Detection,
  type DetectionMembers,
  type DetectionNode,
  matchingSelections,
  walkWritten,
} from '../../../rule';
import { type Range, say, type Words } from '../../../text';
import type { Check } from '../check';

export const selectionUnused: Check<'selection-unused'> = {
  id: 'selection-unused',
  severity: 'warning',
  finds: 'A selection that the condition does not use',
  why: 'A selection that the condition neither names nor covers with a pattern has no effect. Either it was forgotten, such as a filter that is never excluded, or it is left over.',
  bad: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    «filter_main»:\n        User: backup\n    condition: selection",
  good: "detection:\n    selection:\n        Image|endswith: '\\backup-tool.exe'\n    filter_main:\n        User: backup\n    condition: selection and not 1 of filter_*",
  rule({ text, detection }, report) {
    for (const body of [detection, ...detection.selections.flatMap((one) => extendedIn(one.body))])
      unusedIn(text, body, report);
  },
};

/** The blocks with named selections in a body, those in other blocks too. */
function extendedIn(body: DetectionNode): DetectionMembers[] {
  return blocksOf(body).flatMap((block) => [
    ...(block.extended ? [block] : []),
    ...block.selections.flatMap((one) => extendedIn(one.body)),
  ]);
}

function unusedIn(
  text: string,
  { selections, conditions }: Pick<Detection, 'selections' | 'conditions'>,
  report: (range: Range, message: Words) => void,
): void {
  // If a condition cannot be read, we do not know what it uses.
  if (conditions.length === 0 || conditions.some(({ tree }) => tree === null)) return;
  const names = selections.map(({ name }) => name);
  const used = new Set<string>();
  const patterns = new Set<string>();
  for (const { tree } of conditions)
    walkWritten(tree!, (node) => {
      if (node.kind === 'name') used.add(node.name);
      if (node.kind === 'quantifier') patterns.add(node.pattern);
    });
  for (const pattern of [...patterns].slice(0, 50))
    for (const i of matchingSelections(pattern, names)) used.add(names[i]!);
  // An unknown name was meant for an existing one.
  if ([...used].some((name) => !names.includes(name))) return;
  for (const { name, nameRange, body } of selections) {
    if (used.has(name) || isLent(text, nameRange.end, body.range.end)) continue;
    const near = [...patterns].find((p) => p.endsWith('*') && name.startsWith(p.replace(/_?\*$/, '')));
    report(
      nameRange,
      say`The condition does not use \`${name}\`.${near ? say` \`${near}\` does not cover it. Change one of the names.` : ' Add it there, or remove it.'}`,
    );
  }
}

/** True for a part of a text that has an anchor to which an alias behind it refers. */
function isLent(text: string, start: number, end: number): boolean {
  const anchors = text.slice(start, end).matchAll(/(?<=[\s:])&([^\s,[\]{}]+)/g);
  return [...anchors].some(([, name]) => {
    const at = text.indexOf(`*${name}`, end);
    return at >= 0 && /^(?:[\s,\]}]|$)/.test(text.slice(at + name!.length + 1));
  });
}
