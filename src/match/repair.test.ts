import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile';
import { readEvents } from '../event/read';
import { applyEdits } from '../text/edits';
import { explain } from './explain';
import { repairs } from './repair';

const rule = (selection: string) => `title: T # kept
logsource:
    product: test
detection:
    selection:
${selection
  .split('\n')
  .map((line) => `        ${line}`)
  .join('\n')}
    condition: selection # kept too
`;

function repairsFor(selection: string, ...events: object[]) {
  const text = rule(selection);
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(diagnostics.map((d) => d.code).join());
  const { slices } = readEvents(events.map((e) => JSON.stringify(e)).join('\n'));
  const found = repairs(plan, explain(plan, slices[0]!.event!), slices);
  return found.map((r) => ({
    item: compileText(applyEdits(text, r.edits)),
    gained: r.gained,
    lost: r.lost,
    tried: r.tried,
  }));
}

/** The selection's lines after a repair; the rest must be untouched. */
function compileText(text: string): string {
  expect(text).toContain('title: T # kept');
  expect(text).toContain('condition: selection # kept too');
  return /selection:\n([\s\S]*) {4}condition/.exec(text)![1]!.replace(/^ {8}/gm, '').trimEnd();
}

describe('repairs are tried on all events and keep comments and layout', () => {
  test.each([
    ["F|cased: 'a'", [{ F: 'A' }, { F: 'A' }], ["F: 'a'"], [0, 1]],
    ["F|re: '^ab'", [{ F: 'AB' }, { F: 'x' }], ["F|re|i: '^ab'"], [0]],
    ["f: 'a'", [{ F: 'a' }, { F: 'b' }], ["F: 'a'"], [0]],
    ["F: 'b'", [{ F: 'abc' }, { F: 'b' }], ["F|contains: 'b'", "F: ['b', 'abc']"], [0]],
    ["F|startswith: 'b'", [{ F: 'abc' }], ["F|contains: 'b'", "F|startswith: ['b', 'abc']"], [0]],
    [
      "F|endswith:\n    - '\\x.exe' # one\n    - '\\y.exe'",
      [{ F: 'C:\\z.exe' }, { F: 'D:\\z.exe' }],
      ["F|endswith:\n    - '\\x.exe' # one\n    - '\\y.exe'\n    - '\\z.exe'"],
      [0, 1],
    ],
    ["F: ['a', 'b']", [{ F: "it's" }], ["F: ['a', 'b', 'it''s']"], [0]],
    ["F: 'a'", [{ F: 'x*y\\*' }], ["F: ['a', 'x\\*y\\\\\\*']"], [0]],
  ])('%s', (selection, events, expected, gained) => {
    const found = repairsFor(selection, ...events);
    expect(found.map((f) => f.item)).toEqual(expected);
    for (const f of found) expect(f).toMatchObject({ gained, lost: [], tried: events.length });
  });

  test.each([
    ["F|contains|all: ['a', 'b']", { F: 'x' }],
    ["F: 'a'\nG: 'b'", { F: 'x', G: 'y' }],
    ["F: ''", { F: undefined }],
    ["F|windash|contains: '-a'", { F: 'x' }],
  ])('%s on %j: nothing simple helps, nothing is offered', (selection, event) => {
    expect(repairsFor(selection, event)).toEqual([]);
  });
});
