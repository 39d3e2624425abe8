import { expect, test } from 'vitest';
import type { LiveMessage } from './messages';
import { Person, rule } from './testing';

/* What the checks find in a rule with selectors follows the events, and nothing else does. */

const arraysOnly = (messages: readonly LiveMessage[]) =>
  messages.flatMap((message) =>
    message.kind === 'problems'
      ? message.problems.flatMap(({ code }) => (code.startsWith('array-') ? code : []))
      : [],
  );

const SELECTS = `sigma-version: 3\n${rule('a', 'x').replace('k: x', "'args[7]': x")}`;
const LONG = JSON.stringify({ args: [0, 1, 2, 3, 4, 5, 6, 7] });
const SHORT = JSON.stringify({ args: [0] });

test.each<[events: string, found: string[]]>([
  [SHORT, ['array-position']],
  [`${SHORT}\n${LONG}`, []],
  ['{"args":1}', ['array-single']],
  ['{"arg":[0,1,2,3,4,5,6,7]}', ['array-absent']],
  ['', []],
])('with the events %s', async (events, found) => {
  const person = new Person();
  await person.asks(SELECTS, 0, undefined, LONG);
  expect(arraysOnly(person.messages)).toEqual([]);
  await person.asks(SELECTS, 0, undefined, events);
  expect(arraysOnly(person.messages)).toEqual(found);
});

test('a rule without selectors is not compared with events', async () => {
  const person = new Person();
  await person.asks(SELECTS.replace('sigma-version: 3\n', ''), 0, undefined, SHORT);
  expect(arraysOnly(person.messages)).toEqual([]);
});
