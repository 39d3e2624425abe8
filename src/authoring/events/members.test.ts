import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { evaluate } from '../../match';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { plain } from '../../text';
import { synthesize } from './synthesize';

const plan = (detection: string) => planOf(`sigma-version: 3\n${ruleOf(detection)}`);

/** The event made for a value, or for the whole first selection; else why there is none. */
function made(detection: string, value: number | null = null): unknown {
  const own = plan(detection);
  const selection = value === null ? 0 : own.values[value]!.selection;
  const found = synthesize(own, { selection, value });
  if (!found.ok) return plain(found.reason);
  const event = readEvents(found.json).slices[0]!.event!;
  expect(evaluate(own, event)).toBe(found.matches);
  return JSON.parse(found.json);
}

test.each<[detection: string, value: number | null, event: unknown]>([
  ['c[any]: {a: x, b: y}', null, { c: [{ a: 'x', b: 'y' }] }],
  ['c[any]: {a: [x, z]}', 1, { c: [{ a: 'z' }] }],
  ['c[any].a: x', 0, { c: [{ a: 'x' }] }],
  ['c[all]: {ip|cidr: 192.0.2.0/24}', null, { c: [{ ip: '192.0.2.1' }] }],
  ['c[all_or_empty]: {a: x}', null, { c: [{ a: 'x' }] }],
  ['c[none]: {a: x}', null, {}],
  ['c[none]: {a: x}', 0, '`[none]` wants no member like this, so no event matches through it.'],
  ['t[any]|startswith: x', null, { t: ['x'] }],
  ['t[any]: {".|gte": 500}', null, { t: [500] }],
  ['t[0]: x', null, { t: ['x'] }],
  ['s: {"t[0]": x, "t[2]": z, "t[-1]": w}\ncondition: s', null, { t: ['x', 'example', 'z', 'w'] }],
  ['t[1]: {a: x}', null, { t: ['example', { a: 'x' }] }],
  ['c[any].at[any].ip: x', null, { c: [{ at: [{ ip: 'x' }] }] }],
  ['c[any]: {"at[0]": x, b: y}', null, { c: [{ at: ['x'], b: 'y' }] }],
  ['s: {"c[any].a": x, "c[any].b": y}\ncondition: s', null, { c: [{ a: 'x' }, { b: 'y' }] }],
  ['s: {"c[all]": {a: x}, "c[any]": {b: y}}\ncondition: s', null, { c: [{ a: 'x', b: 'y' }] }],
  ['c[any]: {p: {a: x}, q: {b: y}, r: {d: z}, condition: p and (q or r)}', 2, { c: [{ a: 'x', d: 'z' }] }],
  ['c[any]: {p: {a: x}, q: {b: y}, condition: p and not q}', null, { c: [{ a: 'x' }] }],
  ['s: {z: w}\nf: {"c[none]": {a: x}}\ncondition: s and not f', null, { z: 'w', c: [{ a: 'x' }] }],
  ['s: {z: w}\nf: {"c[any]": {a: x}}\ncondition: s and not f', 1, { z: 'w', c: [{ a: 'x' }] }],
])('%s, value %s', (detection, value, event) => {
  expect(made(detection, value)).toEqual(event);
});
