import { describe, expect, test } from 'vitest';
import { Beacon } from './beacon';
import { compileRegex } from './regex';

const FLAGS = { i: false, m: false, s: false };

function regexOf(source: string, heard: string[]) {
  const result = compileRegex(source, FLAGS, false, (pattern) => heard.push(pattern));
  if (!result.ok) throw new Error(result.message);
  return result.regex;
}

describe('a backtracking expression reports before each run', () => {
  test.each<[string, string[]]>([
    ['a(?=b)', ['a(?=b)', 'a(?=b)', 'a(?=b)']],
    ['(?i)a(?=b)', ['(?i)a(?=b)', '(?i)a(?=b)', '(?i)a(?=b)']],
    ['ab', []],
  ])('%s', (source, expected) => {
    const heard: string[] = [];
    const regex = regexOf(source, heard);
    regex.test('ab');
    regex.find('ab');
    regex.test('b');
    expect(heard).toEqual(expected);
  });

  test('each reports to its own listener', () => {
    const [one, two]: [string[], string[]] = [[], []];
    const [first, second] = [regexOf('(?=a)', one), regexOf('(?=b)', two)];
    first.test('a');
    second.find('a');
    first.find('a');
    expect([one, two]).toEqual([['(?=a)', '(?=a)'], ['(?=b)']]);
  });
});

test('a beacon reports a pattern once, until another one runs or a new run begins', () => {
  const told: string[] = [];
  const beacon = new Beacon((pattern) => told.push(pattern));
  for (const pattern of ['a', 'a', 'b', 'a', 'a']) beacon.hear(pattern);
  expect(told).toEqual(['a', 'b', 'a']);
  beacon.forget();
  beacon.hear('a');
  expect(told).toEqual(['a', 'b', 'a', 'a']);
});
