import type { DetectionMembers, DetectionNode } from '../../../rule';
import { printPath } from '../../../rule';
import { type Edit, type Fix, type Range, say } from '../../../text';
import { type Check, findsOthers } from '../check';

export const arrayApart: Check<'array-apart'> = {
  id: 'array-apart',
  severity: 'warning',
  since: 'proposals',
  finds: 'Fields of members that may be different ones',
  why: 'Each line with `[any]` looks for a member of its own, so that two connections match of which one is TCP and the other in the network. A block asks for at least one member that is both.',
  bad: "sigma-version: 3\ndetection:\n    selection:\n        connections[any].protocol: 'TCP'\n        «connections[any]».address|cidr: '192.0.2.0/24'\n    condition: selection",
  good: "sigma-version: 3\ndetection:\n    selection:\n        connections[any]:\n            protocol: 'TCP'\n            address|cidr: '192.0.2.0/24'\n    condition: selection",
  rule({ text, detection }, report) {
    for (const { body } of detection.selections)
      for (const [first, ...others] of apartIn(body)) {
        const [second] = others;
        const fix = asBlock(text, [first!, ...others]);
        report(
          { start: second!.fieldRange.start, end: second!.quantifierRange.end },
          say`This may be another member of \`${first!.field}\` than in the line above. Write a block under \`${first!.field}[any]\` if one member has to be both.`,
          fix && findsOthers(fix),
        );
      }
  },
};

/** The lines about any member of the same array, beside each other. */
function apartIn(node: DetectionNode): DetectionMembers[][] {
  if (node.kind === 'item') return [];
  if (node.kind === 'members') return node.selections.flatMap(({ body }) => apartIn(body));
  const inner = node.children.flatMap(apartIn);
  if (node.kind === 'some') return inner;
  const groups = new Map<string, DetectionMembers[]>();
  for (const child of node.children) {
    if (child.kind !== 'members' || child.quantifier !== 'any' || !isLine(child)) continue;
    const path = printPath(child.path);
    groups.set(path, [...(groups.get(path) ?? []), child]);
  }
  return [...[...groups.values()].filter(({ length }) => length > 1), ...inner];
}

/** True for `field[any].name: value`: a field behind the selector, in the same line. */
function isLine({ range, selections, quantifierRange }: DetectionMembers): boolean {
  const [only] = selections;
  if (!only || only.body.range.start !== range.start || only.body.kind === 'every') return false;
  return (
    only.body.kind !== 'item' ||
    (only.body.field !== '.' && only.body.fieldRange.start > quantifierRange.start)
  );
}

/** The lines as one block at the place of the first; null for a layout that is not plain. */
function asBlock(text: string, lines: readonly DetectionMembers[]): Fix | null {
  const edits: Edit[] = [];
  const [first] = lines;
  const column = first!.range.start - lineStart(text, first!.range.start);
  const blanks = ' '.repeat(column + 4);
  const inner = lines.map((line) => innerText(text, line));
  if (inner.includes(null)) return null;
  const head = text.slice(first!.range.start, first!.quantifierRange.end);
  const body = inner.map((own) => `\n${blanks}${own!.replaceAll('\n', '\n    ')}`).join('');
  edits.push({ range: first!.range, text: `${head}:${body}` });
  for (const { range } of lines.slice(1)) {
    const whole = wholeLines(text, range);
    if (!whole) return null;
    edits.push({ range: whole, text: '' });
  }
  return { title: say`Write one block under \`${first!.field}[any]\``, edits };
}

/** What follows `field[any].` in a line; null if the key is quoted or the dot is not there. */
function innerText(text: string, { range, quantifierRange }: DetectionMembers): string | null {
  if (/['"]/.test(text[range.start] ?? '') || text[quantifierRange.end] !== '.') return null;
  return text.slice(quantifierRange.end + 1, range.end).replaceAll('\r', '');
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The lines of an entry with the break before them; null if something else is on them. */
function wholeLines(text: string, { start, end }: Range): Range | null {
  const from = lineStart(text, start);
  const found = text.indexOf('\n', end);
  const to = found < 0 ? text.length : found;
  const isAlone = text.slice(from, start).trim() === '' && /^\s*(?:#.*)?$/.test(text.slice(end, to));
  return isAlone && from > 0 ? { start: from - 1, end: to } : null;
}
