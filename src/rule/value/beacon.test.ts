import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator } from '../../match';
import { plain } from '../../text';
import { compile } from '../compile/compile';
import { Beacon, LONG_TEXT } from './beacon';
import { compileRegex } from './regex';

const FLAGS = { i: false, m: false, s: false };

function regexOf(source: string, heard: string[]) {
  const result = compileRegex(source, FLAGS, false, (pattern) => heard.push(pattern));
  if (!result.ok) throw new Error(plain(result.message));
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

test.each<[string, text: string, expected: string[]]>([
  ['an expression of the linear engine on a short text', 'x'.repeat(LONG_TEXT - 1), []],
  ['on a long text', 'x'.repeat(LONG_TEXT), ['ab', 'ab']],
])('%s', (_, text, expected) => {
  const heard: string[] = [];
  const regex = regexOf('ab', heard);
  regex.test(text);
  regex.find(text);
  expect(heard).toEqual(expected);
});

test('wildcards that have to be searched for tell on long texts only', () => {
  const told = (value: string, text: string) => {
    const heard: string[] = [];
    const rule = `title: T\nlogsource: {}\ndetection:\n    s: {F: '${value}'}\n    condition: s\n`;
    const { plan } = compile(rule, { onPattern: (pattern) => heard.push(pattern) });
    new Evaluator(plan!).evaluate(readEvents(JSON.stringify({ F: text })).slices[0]!.event!);
    return [heard, plan!.patterns.map(({ source }) => source)];
  };
  const long = 'x'.repeat(LONG_TEXT);
  expect(told('a*b', long)).toEqual([['a*b'], ['a*b']]);
  expect(told('a*b', 'x')).toEqual([[], ['a*b']]);
  expect(told('*ab*', long)).toEqual([[], []]);
});

describe('a beacon', () => {
  const heard = (work: (beacon: Beacon) => void) => {
    const told: string[] = [];
    work(new Beacon((pattern, isSure) => told.push(isSure ? pattern : `${pattern}?`)));
    return told;
  };
  const run = (beacon: Beacon, patterns: string) => [...patterns].forEach(beacon.hear);

  test('tells each pattern once in a run, and whether it is surely the one', () => {
    expect(heard((b) => run(b, 'aabaabab'))).toEqual(['a', 'b?']);
    const again = (b: Beacon) => {
      run(b, 'ab');
      b.forget();
      run(b, 'ba');
    };
    expect(heard(again)).toEqual(['a', 'b?', 'b', 'a?']);
  });

  test('that is exact tells each change, surely', () => {
    const exact = (b: Beacon) => {
      b.isExact = true;
      run(b, 'aabab');
    };
    expect(heard(exact)).toEqual(['a', 'b', 'a', 'b']);
  });

  test('that was exact is sure of nothing that it does not tell again', () => {
    const was = (b: Beacon) => {
      run(b, 'ab');
      b.isExact = true;
      run(b, 'a');
      b.isExact = false;
      run(b, 'aab');
    };
    expect(heard(was)).toEqual(['a', 'b?', 'a', 'a?']);
  });

  test('tells as many messages as there are patterns, however often they take turns', () => {
    const many = (b: Beacon) => {
      for (let i = 0; i < 100_000; i++) run(b, 'abc');
    };
    expect(heard(many)).toHaveLength(3);
  });
});
