import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultWords, readEvents } from '../../event';
import { RULE } from '../../limits';
import { compile, compileCollection, itemsOf } from '../../rule';
import { event as generatedEvent, rule as generatedRule } from '../../testing/generate';
import { mutated } from '../../testing/mutate';
import { oneRule } from '../../testing/oracle/one-rule';
import { plain, type Range } from '../../text';
import { evaluate } from '../evaluate';
import { explain } from '../explain';
import { RuleSet } from '../many/rule-set';
import type { NodeTrace, Trace } from '../trace';
import { correlate } from './correlate';

/*
 * Random bytes, read as the page reads a file (invalid UTF-8 becomes U+FFFD), through everything that the engine does
 * with rules and events: nothing throws, every range is in its text, and no count passes its limit.
 */

const COLLECTION = `title: Many failed logons
name: burst
correlation:
  type: event_count
  rules: [failed]
  group-by: [User]
  timespan: 10m
  condition: {gte: 2}
---
title: Then a success
correlation: {type: temporal_ordered, rules: [burst, success], group-by: [User], timespan: 1h, aliases: {User: {success: Account}}}
---
title: Many hosts
correlation: {type: value_count, rules: [failed, success], timespan: 1d, condition: {gte: 2, field: Host}}
---
title: Failed
name: failed
logsource: {product: test}
detection: {s: {EventID: 4625, 'Host|contains': [a, 'b*', "\\x63"]}, condition: s}
---
title: Succeeded
name: success
logsource: {product: test}
detection: {s: {EventID: 4624}, k: [é, '😀?'], condition: s or not k}
---
title: Not these
logsource: {product: test}
filter: {rules: [failed], selection: {User|startswith: adm}, condition: not selection}
`;

const EVENTS = [
  '{"@timestamp":"2026-02-03T14:05:06Z","EventID":4625,"User":"ann","Host":"a1"}',
  '{"@timestamp":"2026-02-03T15:06:06.5+01:00","EventID":4625,"User":"ann","Host":"b\\u0062"}',
  '{"@timestamp":1770127567,"EventID":4624,"Account":"ann","Host":["a","é😀x"],"h":{"i":[{"j":null}]}}',
  '{"Event":{"System":{"Channel":"Security","EventID":4688,"Provider":{"#attributes":{"Name":"p"}}},"EventData":{"Data":[{"#attributes":{"Name":"NewProcessName"},"#text":"C:\\\\Windows\\\\cmd.exe"}]}}}',
  '{"UtcTime":"2026-02-03 14:05:06.100","EventID":4625,"User":"bob","Host":"c","F":-0.5e3,"G":true}',
].join('\n');

const encoder = new TextEncoder();
const decode = (bytes: readonly number[]) => new TextDecoder().decode(Uint8Array.from(bytes));

const bytes = fc.uint8Array({ maxLength: 120 }).map((b) => [...b]);

const rules = mutated(fc.oneof(fc.constant(oneRule), fc.constant(COLLECTION), generatedRule));
const events = mutated(
  fc.oneof(
    fc.constant(EVENTS),
    fc.constant(`[${EVENTS.replaceAll('\n', ',\n')}]`),
    fc.array(generatedEvent, { maxLength: 4 }).map((list) => JSON.stringify(list, null, 1)),
  ),
);

/** Throws without a matcher, because `expect` for so many ranges would take most of the time. */
function inside(range: Range | null | undefined, text: string, what: string): void {
  if (!range) return;
  if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length))
    throw new Error(`${what} lies outside the text: ${range.start}–${range.end} of ${text.length}`);
}

function checkTrace(trace: Trace, rule: string, text: string): void {
  const node = (n: NodeTrace): void => {
    inside(n.rule, rule, n.kind);
    if ('children' in n) n.children.forEach(node);
  };
  for (const { rule: range, body } of trace.selections) {
    inside(range, rule, 'a selection');
    node(body);
    for (const item of itemsOf(body)) {
      inside(item.eventRange, text, 'eventRange');
      inside(item.eventKey, text, 'eventKey');
      for (const value of item.values) {
        inside(value.rule, rule, 'a value');
        for (const range of value.miss?.near?.text ?? []) inside(range, text, 'near');
        expect(value.hits.length).toBeLessThanOrEqual(50);
        for (const hit of value.hits) {
          inside(hit.key, text, 'key');
          expect(hit.value.length).toBeLessThanOrEqual(1001);
          for (const span of hit.spans) {
            inside(span.rule, rule, 'a span in the rule');
            for (const range of span.text) inside(range, text, 'a span');
          }
        }
      }
    }
  }
  for (const cause of trace.causes) inside(cause.item, rule, 'a cause');
}

interface Seen {
  plans: number;
  broken: number;
  read: number;
  malformed: number;
  matched: number;
  firings: number;
}

const nothing = (): Seen => ({ plans: 0, broken: 0, read: 0, malformed: 0, matched: 0, firings: 0 });

/** Everything that can be done with a rule and events. */
function take(ruleBytes: readonly number[], eventBytes: readonly number[], seen: Seen): void {
  const rule = decode(ruleBytes);
  const text = decode(eventBytes);
  const options = { placeholders: { p: ['a'], 'q.r': ['b'] } };
  const alone = compile(rule, options);
  const collection = compileCollection(rule, options);
  for (const { diagnostics } of [alone, collection]) {
    expect(diagnostics.length).toBeLessThanOrEqual(RULE.problems.value + 1);
    for (const d of diagnostics) {
      inside(d.range, rule, d.code);
      for (const edit of d.fixes?.flatMap((f) => f.edits) ?? [])
        inside(edit.range, rule, `a fix of ${d.code}`);
    }
  }
  if (alone.plan === null) seen.broken++;

  const { slices } = readEvents(text);
  let end = 0;
  for (const [i, slice] of slices.entries()) {
    inside(slice.range, text, 'an event');
    // Each slice comes after the one before, so there are no more slices than characters.
    expect(slice.range.start).toBeGreaterThanOrEqual(end);
    expect(slice.range.end).toBeGreaterThan(slice.range.start);
    end = slice.range.end;
    if (slice.event) {
      expect(slice.event.index).toBe(i);
      seen.read++;
    } else {
      inside(slice.at, text, slice.code);
      expect(plain(faultWords(slice))).toMatch(/^Line \d+: .*\.$/s);
      seen.malformed++;
    }
  }
  const readable = slices.flatMap((s) => s.event ?? []);
  const plans = [...(alone.plan ? [alone.plan] : []), ...collection.plans.map((p) => p.plan)].slice(0, 5);
  seen.plans += plans.length;
  const set = new RuleSet(plans, { ignoreLogsource: true });
  for (const event of readable.slice(0, 8)) {
    const together = set.match(event);
    for (const [i, plan] of plans.entries()) {
      const trace = explain(plan, event, { ignoreLogsource: true });
      expect(trace.matched).toBe(evaluate(plan, event));
      expect(together.includes(i)).toBe(trace.matched);
      checkTrace(trace, plan.text, text);
      if (trace.matched) seen.matched++;
    }
  }
  const known = new Set(readable.map((e) => e.index));
  const results = correlate(collection, readable, { ignoreLogsource: true });
  expect(results).toHaveLength(collection.correlations.length);
  for (const { firings, nearest, leftOut, zoneless } of results) {
    const told = [
      ...firings.flatMap((f) => f.members.map((m) => m.event)),
      ...(nearest?.members.map((m) => m.event) ?? []),
      ...leftOut.map((l) => l.event),
      ...zoneless,
    ];
    for (const index of told) if (!known.has(index)) throw new Error(`there is no event ${index}`);
    expect(firings.length).toBeLessThanOrEqual(readable.length);
    for (const firing of firings) expect(firing.end).toBeGreaterThanOrEqual(firing.start);
    seen.firings += firings.length;
  }
}

const [WHOLE_RULE, WHOLE_EVENTS] = [[...encoder.encode(COLLECTION)], [...encoder.encode(EVENTS)]];

describe('bytes as rule and as events', () => {
  test('the unchanged texts work as intended', () => {
    const seen = nothing();
    take(WHOLE_RULE, WHOLE_EVENTS, seen);
    expect(seen).toMatchObject({ read: 5, malformed: 0 });
    expect(seen.matched).toBeGreaterThan(2);
    expect(seen.firings).toBeGreaterThan(1);
  });

  test('random bytes as both', () => {
    const seen = nothing();
    fc.assert(
      fc.property(bytes, bytes, (rule, text) => take(rule, text, seen)),
      { numRuns: 500 },
    );
    // Text of no known form is read as plain lines.
    expect(seen.read + seen.malformed).toBeGreaterThan(100);
    expect(seen.broken).toBeGreaterThan(100);
  });

  test('random bytes after the beginning of JSON', () => {
    const seen = nothing();
    const heads = fc.constantFrom('{', '[', '[{', '{"', '{"a":', '{"a":"', '[{"a":1},', '\ufeff{', '\u0000');
    fc.assert(
      fc.property(heads, bytes, (head, text) => take(WHOLE_RULE, [...encoder.encode(head), ...text], seen)),
      { numRuns: 150 },
    );
    expect(seen.malformed).toBeGreaterThan(50);
  });

  test('rules with bytes flipped, cut, repeated', () => {
    const seen = nothing();
    fc.assert(
      fc.property(rules, (rule) => take(rule, WHOLE_EVENTS, seen)),
      { numRuns: 150 },
    );
    expect(seen.plans).toBeGreaterThan(5);
    expect(seen.broken).toBeGreaterThan(5);
    expect(seen.matched).toBeGreaterThan(5);
  });

  test('events with bytes flipped, cut, repeated', () => {
    const seen = nothing();
    fc.assert(
      fc.property(events, (text) => take(WHOLE_RULE, text, seen)),
      { numRuns: 100 },
    );
    expect(seen.read).toBeGreaterThan(50);
    expect(seen.malformed).toBeGreaterThan(10);
    expect(seen.matched).toBeGreaterThan(20);
  });

  test('both', () => {
    const seen = nothing();
    fc.assert(
      fc.property(rules, events, (rule, text) => take(rule, text, seen)),
      { numRuns: 150 },
    );
    expect(seen.plans).toBeGreaterThan(5);
  });

  test('every byte at every position of a short rule and a short event', () => {
    const short = [...encoder.encode('detection:\n  s: {F|re: "a"}\n  condition: s\n')];
    const one = [...encoder.encode('{"F":"xay"}')];
    const odd = [
      0, 9, 10, 13, 0x22, 0x27, 0x2d, 0x3a, 0x5b, 0x5c, 0x7b, 0x7d, 0x80, 0xc3, 0xe2, 0xef, 0xf0, 0xff,
    ];
    const seen = nothing();
    for (const byte of odd) {
      for (let i = 0; i < short.length; i++) take(short.with(i, byte), one, seen);
      for (let i = 0; i < one.length; i++) take(short, one.with(i, byte), seen);
    }
    expect(seen.plans).toBeGreaterThan(100);
  });
});

test('correlating events whose group value is nested beyond any stack', () => {
  const deep = `${'{"x":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const text = [1, 2]
    .map((s) => `{"@timestamp":"2026-01-01T00:00:0${s}Z","EventID":4625,"Host":"a","User":${deep}}`)
    .join('\n');
  const seen = nothing();
  take(WHOLE_RULE, [...encoder.encode(text)], seen);
  expect(seen.read).toBe(2);
});
