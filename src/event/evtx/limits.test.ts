import { expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import { type Content, element, instance, sub, template } from '../../testing/evtx/model';
import { string, xml } from '../../testing/evtx/values';
import { expectLinear, timesAsLong } from '../../testing/growth';
import { readEvtx } from './read';

/*
 * Files that are crafted to be endless: each must end soon, with its record rejected and the next one read.
 */

/** The template of the first record is here: after the record's head and the token. */
const DEFINITION = 512 + 24 + 4 + 10;

function u32(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
}

/** An instance, without values, of the template that is being defined. */
function itself(): Content {
  const guid = new Uint8Array(16);
  const call = Uint8Array.from([0x0c, 1, ...u32(0), ...u32(DEFINITION), ...u32(0)]);
  return instance({ guid, content: [element('a', {}, [{ kind: 'raw', bytes: call }])] }, []);
}

function deep(levels: number): Content {
  let content: Content = element('a');
  for (let i = 0; i < levels; i++) content = element('a', {}, [content]);
  return content;
}

/** Templates that each write the next one twenty times. */
function laughs(levels: number): Content {
  const twenty = () =>
    template(
      element(
        'l',
        {},
        Array.from({ length: 20 }, () => sub(0, 0x21)),
      ),
    );
  let content: Content = instance(template(element('ha', {}, [sub(0)])), [string('ha')]);
  for (let i = 0; i < levels; i++) content = instance(twenty(), [xml(content)]);
  return content;
}

/** The same without any text, so that only the work grows. */
function silence(levels: number): Content {
  const twenty = () => template(...Array.from({ length: 20 }, () => sub(0, 0x21)));
  let content: Content = instance(template(sub(0)), [string('')]);
  for (let i = 0; i < levels; i++) content = instance(twenty(), [xml(content)]);
  return content;
}

/** A normal log: long script blocks, with characters that XML escapes. */
function usual(records: number): Uint8Array {
  const log = new LogWriter();
  const large = template(element('EventData', {}, [element('Data', { Name: 'ScriptBlockText' }, [sub(0)])]));
  for (let i = 0; i < records; i++) log.add(instance(large, [string(`<${'&'.repeat(15_000)}>`)]));
  return log.bytes();
}

const MANY = usual(100);

/** How many normal logs count as a few. What multiplies without a limit takes thousands. */
const SOON = 10;

/** Fails if a log takes longer than a few normal ones of a hundred long records. */
function expectSoon(bytes: Uint8Array): void {
  const ratio = timesAsLong(
    () => readEvtx(bytes),
    () => readEvtx(MANY),
    SOON,
  );
  expect(ratio).toBeLessThanOrEqual(SOON);
}

function wide(): Content {
  const all = Array.from({ length: 2000 }, () => element('a', {}, [sub(0)]));
  return instance(template(element('l', {}, all)), [string('x'.repeat(5000))]);
}

it.each<[string, Content, string]>([
  ['elements nested deeply', deep(100), 'evtx-record-limit'],
  [
    'BinXML nested deeply',
    [...Array(100)].reduce<Content>((inner) => instance(template(sub(0, 0x21)), [xml(inner)]), element('a')),
    'evtx-record-limit',
  ],
  ['a template inside itself', itself(), 'evtx-record-limit'],
  ['templates that multiply', laughs(12), 'evtx-record-limit'],
  ['templates that multiply nothing', silence(12), 'evtx-record-limit'],
  ['one value many times', wide(), 'evtx-record-limit'],
])('%s', (_, content, code) => {
  const log = new LogWriter().add(content);
  log.nextChunk();
  log.add(element('after'));
  const { records, problems } = readEvtx(log.bytes());
  expect([problems.all.map((problem) => problem.code), records.map((record) => record.xml)]).toEqual([
    [code],
    ['<after />'],
  ]);
  expectSoon(log.bytes());
});

it('records that share a budget end soon', () => {
  const log = new LogWriter();
  const twenty = template(
    element(
      'l',
      {},
      Array.from({ length: 500 }, () => sub(0)),
    ),
  );
  for (let i = 0; i < 300; i++) log.add(instance(twenty, [string('x'.repeat(1000))]));
  const { records, problems } = readEvtx(log.bytes());
  expect(records.length + problems.recordsSkipped).toBe(300);
  expect(problems.recordsSkipped).toBeGreaterThan(0);
  expectSoon(log.bytes());
});

it('a log of the usual kind stays far below every limit', () => {
  const { records, problems } = readEvtx(usual(20));
  expect([records.length, problems.count]).toEqual([20, 0]);
});

it.each([
  ['zeros', 0],
  ['asterisks', 0x2a],
  ['open elements', 0x01],
  ['template instances', 0x0c],
])('20 MB of %s end soon', (_, byte) => {
  const filled = (size: number) => {
    const bytes = new Uint8Array(size).fill(byte);
    bytes.set(new LogWriter().bytes());
    return bytes;
  };
  expectLinear(2_500_000, filled, (bytes) => expect(readEvtx(bytes).records).toEqual([]));
});
