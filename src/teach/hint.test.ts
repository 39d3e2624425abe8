import { expect, test } from 'vitest';
import { grade } from './grade';
import { isStillWrong } from './hint';
import { workOf } from './lesson';
import { LESSON, ruleOf } from './testing';

const HELD = LESSON.held[0]!.kind;
const image = (value: string) => ruleOf(`sel:\n  Image|endswith: '${value}'\ncondition: sel`);

test.each<[about: string, rule: string, isStill: boolean]>([
  ['event 1', LESSON.rule, true],
  ['event 1', image('System32\\whoami.exe'), false],
  ['event 2', LESSON.rule, false],
  [HELD, image('System32\\whoami.exe'), true],
  [HELD, image('whoami.exe'), false],
  ['firings', LESSON.rule, false],
  ['event 1', 'title: [', true],
  ['yaml-syntax', LESSON.rule, false],
  ['event 1', LESSON.solutions[0]!.rule!, false],
])('a hint about %s, once the rule is %j', (about, rule, isStill) => {
  expect(isStillWrong({ about }, grade(LESSON, workOf(LESSON, { rule })))).toBe(isStill);
});
