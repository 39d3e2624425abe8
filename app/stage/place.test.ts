import { expect, test } from 'vitest';
import { withoutStage } from '../state/stage';
import { printPlace, readPlace } from './place';

test.each([
  ['1.1', { show: { kind: 'event', event: 0 }, step: 0 }],
  ['12.5', { show: { kind: 'event', event: 11 }, step: 4 }],
  ['c2.3', { show: { kind: 'window', index: 1 }, step: 2 }],
  ['3v2.4', { show: { kind: 'evasion', event: 2, index: 1 }, step: 3 }],
] as const)('%s is a place, written so again', (text, place) => {
  expect(readPlace(text)).toEqual(place);
  expect(printPlace(place)).toBe(text);
});

test.each([
  ['3', '3.1'],
  ['c1', 'c1.1'],
])('%s without a step is its first one', (text, whole) => {
  expect(printPlace(readPlace(text)!)).toBe(whole);
});

test.each(['', '0', '0.1', '1.0', '-1', 'x', 'c1v1.1', '1v0.1', '1.2.3', '1e3', '9999999999.1', ' 1'])(
  '%j is no place',
  (text) => {
    expect(readPlace(text)).toBeNull();
  },
);

test.each([
  ['#stage=3.5', '', '3.5'],
  ['#v1=abc&stage=3.5', '#v1=abc', '3.5'],
  ['#example=some-rule&stage=', '#example=some-rule', ''],
  ['#stage=c1.2&rule=a&events=b', '#rule=a&events=b', 'c1.2'],
  ['#v1=abc', '#v1=abc', null],
  ['#rule=a%26stage=1', '#rule=a%26stage=1', null],
  ['', '', null],
])('the address %j is %j at %j', (address, hash, place) => {
  expect(withoutStage(address)).toEqual({ hash, place });
});
