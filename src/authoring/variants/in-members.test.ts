import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { evaluate } from '../../match';
import { compile } from '../../rule';
import { applyEdits } from '../../text';
import { variants } from './variants';

/* Command lines of members, in rules with blocks: evasions of the one by which a rule matches. */

const ruleOf = (lines: string, condition = 'selection') =>
  `title: T\nsigma-version: 3\nlogsource:\n    product: own\ndetection:\n    selection:\n${lines.replace(/^/gm, '        ')}\n    condition: ${condition}\n`;

/** With a field of an event beside: a list of records alone would be read as a list of events. */
const readOne = (event: object) => readEvents(JSON.stringify({ Image: 'C:\\a.exe', ...event })).slices;

function variantsOf(text: string, event: object) {
  const { plan, diagnostics } = compile(text);
  if (!plan) throw new Error(diagnostics.map(({ code }) => code).join());
  return variants(plan, readOne(event), 0);
}

const matches = (text: string, event: object) => evaluate(compile(text).plan!, readOne(event)[0]!.event!);

const SLASH = { user: 'jo', CommandLine: 'whoami /all' };
const OTHER = { user: 'ann', CommandLine: 'whoami /all' };

test.each<[lines: string, event: object, becomes: string]>([
  [
    "p[any]:\n    user: jo\n    CommandLine|contains: ' /all'",
    { p: [OTHER, SLASH] },
    "p[any]:\n    user: jo\n    CommandLine|contains|windash: ' /all'",
  ],
  ["p[any].CommandLine|contains: ' /all'", { p: [SLASH] }, "p[any].CommandLine|contains|windash: ' /all'"],
  [
    "p[1]:\n    CommandLine|contains: ' /all'",
    { p: [OTHER, SLASH] },
    "p[1]:\n    CommandLine|contains|windash: ' /all'",
  ],
  [
    "p[any]:\n    q[any].command_line|contains: ' /all'",
    { p: [{ q: [{ command_line: 'whoami /all' }] }] },
    "p[any]:\n    q[any].command_line|contains|windash: ' /all'",
  ],
  [
    "p[any]:\n    s:\n        cmdline|contains: ' /all'\n    condition: s",
    { p: [{ cmdline: 'whoami /all' }] },
    "p[any]:\n    s:\n        cmdline|contains|windash: ' /all'\n    condition: s",
  ],
])('%s: a slash as a dash slips through, and a change catches it', (lines, event, becomes) => {
  const text = ruleOf(lines);
  const found = variantsOf(text, event)?.find(({ id }) => id === 'slash-dash');
  expect(found).toMatchObject({ text: 'whoami -all', matches: false });
  expect(applyEdits(text, found!.change!.edits)).toBe(ruleOf(becomes));
});

test('an evasion that another member catches matches', () => {
  const found = variantsOf(ruleOf("p[any].CommandLine|contains: ' /all'"), { p: [SLASH, OTHER] });
  expect(found?.find(({ id }) => id === 'slash-dash')).toMatchObject({ matches: true, change: null });
});

test('a line of the event itself comes first where the rule tests it; without any there is nothing', () => {
  const both = { CommandLine: 'whoami /user', p: [SLASH] };
  const text = (own: string) => ruleOf(`${own}p[any].CommandLine|contains: ' /all'`);
  expect(variantsOf(text('CommandLine|contains: user\n'), both)![0]!.text).toBe('whoami -user');
  expect(variantsOf(text('kind: x\n'), { ...both, kind: 'x' })![0]!.text).toBe('whoami -all');
  expect(variantsOf(ruleOf('p[any].user: jo'), { p: [SLASH] })).toBeNull();
  expect(variantsOf(ruleOf('p[none].CommandLine: x'), { p: [SLASH] })).toBeNull();
});

test('law: what is said of a variant is what the event with it says, and a change catches it and keeps the event', () => {
  const line = fc.constantFrom('whoami /all', 'net user /add', 'cmd /c whoami', 'certutil -urlcache x', 'x');
  const member = fc.record({ user: fc.constantFrom('jo', 'ann'), CommandLine: line });
  const event = fc.record({ p: fc.array(member, { minLength: 1, maxLength: 3 }), q: member });
  const value = fc.constantFrom(' /all', 'whoami', 'user', '/c who', '-urlcache', 'x');
  const block = fc
    .tuple(fc.constantFrom('any', 'all', 'none'), fc.constantFrom('', '    user: jo\n'), value)
    .map(([quantifier, more, text]) => `p[${quantifier}]:\n${more}    CommandLine|contains: '${text}'`);
  const lines = fc
    .tuple(block, fc.constantFrom('', '\np.CommandLine|endswith: l', "\nq[any].CommandLine|contains: ' '"))
    .map((parts) => parts.join(''));
  let [asked, slipped, changes] = [0, 0, 0];
  fc.assert(
    fc.property(lines, event, (body, given) => {
      const text = ruleOf(body);
      for (const { text: varied, matches: isCaught, change } of variantsOf(text, given) ?? []) {
        asked++;
        // One member has another line now: of those that match, the first.
        const others = [
          ...given.p.map((_, i) => ({
            ...given,
            p: given.p.map((one, k) => (k === i ? { ...one, CommandLine: varied } : one)),
          })),
          { ...given, q: { ...given.q, CommandLine: varied } },
        ];
        const verdicts = others.map((other) => matches(text, other));
        expect(verdicts).toContain(isCaught);
        if (isCaught) continue;
        slipped++;
        if (!change) continue;
        changes++;
        const after = applyEdits(text, change.edits);
        expect(matches(after, given)).toBe(true);
        expect(others.some((other, i) => !verdicts[i] && matches(after, other))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
  expect([asked > 50, slipped > 10, changes > 5]).toEqual([true, true, true]);
});
