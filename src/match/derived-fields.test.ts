import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compile, itemsOf } from '../rule';
import { eventOf, tell } from '../testing/oracle/check';
import { plain } from '../text';
import { Evaluator } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';
import { marksOf } from './marks';
import { missWords } from './words/miss';

const rule = (logsource: string, item: string) =>
  `title: t\nlogsource: {${logsource}}\ndetection:\n  s:\n    ${item}\n  condition: s\n`;
const CREATION = 'product: windows, category: process_creation';

describe('hashes', () => {
  const digits = fc
    .array(fc.constantFrom('a', 'B', '7'), { minLength: 1, maxLength: 6 })
    .map((d) => d.join(''));
  const piece = fc.constantFrom('SHA1', 'MD5', 'SHA256', 'IMPHASH');
  const event = fc.oneof(
    fc
      .tuple(fc.constantFrom('Hashes', 'Hash'), fc.array(fc.tuple(piece, digits), { maxLength: 4 }))
      .map(([name, pieces]): object => ({ [name]: pieces.map((p) => p.join('=')).join(',') })),
    fc.record({ md5: digits, SHA1: digits, imphash: digits, Hash: digits }, { requiredKeys: [] }),
  );
  const item = fc.oneof(
    fc
      .tuple(fc.constantFrom('Hashes|contains', 'Hash|contains'), piece, digits)
      .map(([f, p, d]) => `${f}: '${p}=${d}'`),
    fc
      .tuple(
        fc.constantFrom('md5', 'MD5', 'sha1', 'sha256', 'Imphash', 'imphash'),
        fc.constantFrom('', '|contains', '|startswith', '|contains|neq'),
        digits,
      )
      .map(([f, m, d]) => `${f}${m}: '${d}'`),
    fc.constantFrom('Hashes: null', 'md5: null', 'Imphash|exists: true', 'Hashes|exists: false'),
  );

  test('one rule, an explanation and many rules agree, and the marks are at the characters that matched', () => {
    let marks = 0;
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 8 }),
        fc.array(event, { minLength: 1, maxLength: 5 }),
        (items, events) => {
          const plans = items.map((one) => compile(rule(CREATION, one)).plan!);
          const set = new RuleSet(plans);
          for (const one of events) {
            const text = JSON.stringify(one);
            const read = eventOf(text);
            const traces = plans.map((plan) => explain(plan, read));
            const matched = traces.flatMap((trace, i) => (trace.matched ? [i] : []));
            expect(set.match(read)).toEqual(matched);
            expect(plans.flatMap((plan, i) => (new Evaluator(plan).evaluate(read) ? [i] : []))).toEqual(
              matched,
            );
            for (const trace of traces) {
              for (const { values } of trace.selections.flatMap((s) => itemsOf(s.body))) {
                for (const { spans, value } of values.flatMap((v) => v.hits)) {
                  for (const span of spans) {
                    // Of `MD5=2c`, assembled from a field, only the digits are in the text.
                    const decoded = value.slice(span.value.start, span.value.end);
                    const shown = span.text.map((r) => text.slice(r.start, r.end)).join(',');
                    expect([decoded, decoded.replace(/(^|,)\w+=/g, '$1')]).toContain(shown);
                    marks++;
                  }
                }
              }
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(marks).toBeGreaterThan(150);
  });

  it('a mark of a rule on Hashes is in the field that has the hash', () => {
    const text = '{"sha256":"4e5f","imphash":"6A7B"}';
    const { plan } = compile(rule(CREATION, "Hashes|contains: 'IMPHASH=6a7b'"));
    const trace = explain(plan!, eventOf(text));
    expect(trace.matched).toBe(true);
    expect(marksOf(trace).map(({ text: r }) => text.slice(r.start, r.end))).toEqual(['6A7B']);
    expect(itemsOf(trace.selections[0]!.body)[0]).toMatchObject({
      mapping: ['The event has it in the fields sha256 and imphash.'],
      eventValue: 'SHA256=4e5f,IMPHASH=6A7B',
    });
  });

  it.each<[string, object, string]>([
    ['Imphash: x', { Hashes: 'MD5=a' }, '`Hashes` is there, but lacks the IMPHASH that would be `Imphash`.'],
    [
      'md5: x',
      { Image: 'a' },
      'The event has no field `md5`. It would be the MD5 in Hashes. The event does not have that either.',
    ],
    ['md5: x', { MD5: 'x' }, 'There is no field `md5`, but there is `MD5`: field names are case-sensitive.'],
    ['md5: [x, y]', { Hashes: 'MD5=a' }, '`md5` is `a`; it is none of the 2 values.'],
  ])('%s on %j: %s', (item, event, text) => {
    expect(plain(missWords(tell(item, event).items[0]!.miss!))).toBe(text);
  });
});

describe('a 4688 without its command line', () => {
  const S4688 = { Channel: 'Security', EventID: 4688, NewProcessName: 'C:\\a.exe' };
  const POLICY =
    ': Security 4688 has it only if the policy `Include command line in process creation events` is enabled.';
  it.each<[string, string, object, string]>([
    [CREATION, 'CommandLine: x', {}, `The event has no command line${POLICY}`],
    [CREATION, 'CommandLine|contains: [x, y]', { CommandLine: '' }, `The command line is empty${POLICY}`],
    [CREATION, 'CommandLine|contains|all: [x, y]', { CommandLine: '' }, `The command line is empty${POLICY}`],
    [CREATION, 'CommandLine|re: x', { CommandLine: null }, `The command line is there, but null${POLICY}`],
    [CREATION, 'CommandLine|exists: true', {}, `The event has no command line${POLICY}`],
    [
      'product: windows, service: security',
      'ProcessCommandLine: x',
      {},
      `The event has no command line${POLICY}`,
    ],
    [CREATION, 'CommandLine: null', { CommandLine: '' }, '`CommandLine` is empty, not null.'],
    [CREATION, 'CommandLine: x', { CommandLine: 'y' }, '`CommandLine` is `y`, not `x`.'],
    [CREATION, 'CommandLine: x', { EventID: 4624 }, 'The event has no field `CommandLine`.'],
    [CREATION, 'Image: x', { NewProcessName: '' }, '`Image` is empty, not `x`.'],
  ])('%s, %s on %j: %s', (logsource, item, more, text) => {
    const trace = explain(
      compile(rule(logsource, item)).plan!,
      eventOf(JSON.stringify({ ...S4688, ...more })),
      {
        ignoreLogsource: true,
      },
    );
    expect(trace.matched).toBe(false);
    expect(plain(missWords(trace.causes[0]!.miss))).toBe(text);
  });
});

describe('events of other schemas', () => {
  const word = fc.constantFrom('curl', '-o', '/tmp/a', 'a b', 'x', '');
  const words = fc.array(word, { minLength: 1, maxLength: 4 });
  const event = fc.oneof(
    words.map((args) =>
      JSON.stringify({
        process: { executable: { path: '/bin/zsh' } },
        event: { exec: { target: { executable: { path: '/usr/bin/curl' } }, args } },
      }),
    ),
    words.map((args) => {
      const stamp = 'msg=audit(1795514400.123:7):';
      const written = args.map((w, i) => `a${i}=${Buffer.from(w).toString('hex').toUpperCase() || '""'}`);
      return `type=SYSCALL ${stamp} exe="/usr/bin/curl" pid=1\ntype=EXECVE ${stamp} argc=${args.length} ${written.join(' ')}`;
    }),
    fc
      .tuple(fc.constantFrom('/tmp/a', '/x'), fc.constantFrom('-', 'curl', 'a=x'))
      .map(
        ([stem, query]) => `#Fields: cs-method cs-uri-stem cs-uri-query sc-status\nGET ${stem} ${query} 200`,
      ),
    word.map((name) =>
      JSON.stringify({ category: 'AuditLogs', operationName: name, properties: { result: 'x' } }),
    ),
  );
  const item = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('category: process_creation'),
        fc.constantFrom('CommandLine', 'Image'),
        fc.constantFrom('', '|contains', '|endswith', '|startswith', '|contains|neq'),
        fc.oneof(
          word,
          fc.tuple(word, word).map((w) => w.join(' ')),
        ),
      )
      .map(([source, field, how, value]) => rule(source, `${field}${how}: '${value}'`)),
    fc
      .tuple(
        fc.constantFrom('', '|contains', '|startswith'),
        fc.constantFrom('/tmp/a', 'curl', '/x?a=x', '-'),
      )
      .map(([how, value]) => rule('category: webserver', `cs-uri-query${how}: '${value}'`)),
    fc
      .tuple(fc.constantFrom('OperationName', 'properties.message', 'ActivityType', 'Status'), word)
      .map(([field, value]) => rule('product: azure, service: auditlogs', `${field}: '${value}'`)),
  );

  test('one rule, an explanation and many rules agree, and the marks are at what matched', () => {
    let matches = 0;
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), event, (rules, text) => {
        const plans = rules.map((one) => compile(one).plan!);
        const read = eventOf(text);
        const traces = plans.map((plan) => explain(plan, read));
        const found = traces.flatMap((trace, i) => (trace.verdict === 'match' ? [i] : []));
        expect(new RuleSet(plans).match(read)).toEqual(found);
        expect(
          plans.flatMap((plan, i) => (new Evaluator(plan).verdict(read) === 'match' ? [i] : [])),
        ).toEqual(found);
        matches += found.length;
        for (const mark of traces.flatMap(marksOf)) {
          expect(mark.text.start).toBeGreaterThanOrEqual(read.range.start);
          expect(mark.text.end).toBeLessThanOrEqual(read.range.end);
        }
      }),
      { numRuns: 600 },
    );
    expect(matches).toBeGreaterThan(150);
  });
});
