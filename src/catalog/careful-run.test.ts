import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { compile } from '../rule';
import { Turns } from '../turns';
import { CarefulRun, type RuleFault } from './careful-run';

const LONG = 'x'.repeat(300);
const eventOf = (value: string) => readEvents(JSON.stringify({ F: value })).slices[0]!.event!;

/** The plan of a rule that does something whenever one of its patterns runs on a long text. */
const planOf = (value: string, onPattern = () => {}) =>
  compile(`title: T\nlogsource: {}\ndetection:\n    s: {F|re: '${value}'}\n    condition: s\n`, { onPattern })
    .plan!;

function run(...plans: ReturnType<typeof planOf>[]) {
  const faults: RuleFault[] = [];
  const asked: number[] = [];
  const without = new Set<number>();
  const host = {
    begins: (rule: number) => void asked.push(rule),
    leaveOut: (fault: RuleFault) => void faults.push(fault),
    turns: new Turns(async () => true),
  };
  const careful = new CarefulRun(plans, { ignoreLogsource: true }, without);
  return { careful, host, faults, asked, without };
}

const fails = () => {
  throw new RangeError('too deep');
};

describe('rules of which one fails', () => {
  const { careful, host, faults, asked, without } = run(planOf('x'), planOf('xx', fails), planOf('xxx'));

  test('answer together where it is not asked', () => {
    expect(careful.together(eventOf('xxx'))).toEqual([0, 1, 2]);
  });

  test('answer one by one where it fails, which is told with the event', async () => {
    expect(careful.together(eventOf(LONG))).toBe(null);
    expect(await careful.oneByOne(eventOf(LONG), 6, host)).toEqual([0, 2]);
    expect(faults).toEqual([{ rule: 1, code: 'rule-failed', reason: ['It failed on event 7: too deep.'] }]);
    expect([asked, [...without]]).toEqual([[0, 1, 2], [1]]);
  });

  test('answer together from then on, without it', () => {
    expect(careful.together(eventOf(LONG))).toEqual([0, 2]);
    expect(careful.together(eventOf('xxx'))).toEqual([0, 2]);
  });
});

test('a run that is no longer wanted stops between two rules', async () => {
  const { careful, host } = run(planOf('x'), planOf('x'));
  let time = 0;
  const turns = new Turns(
    async () => false,
    () => (time += 1000),
  );
  expect(await careful.oneByOne(eventOf('x'), 0, { ...host, turns })).toBe(null);
});
