import { expect, test } from 'vitest';
import { readEvents } from '../event';
import { arrayNames } from './array-names';

test.each<[event: object, names: string[]]>([
  [{ a: 1, b: { c: 'x' } }, []],
  [{ tags: ['x', 'y'], a: [] }, ['tags[]']],
  [{ rules: [{ name: 'a' }, { ports: [1, 2] }] }, ['rules[].name', 'rules[].ports[]']],
  [{ rules: [{ at: [{ ip: 'x' }] }] }, ['rules[].at[].ip']],
  [{ rules: [{ who: { name: 'x' } }] }, ['rules[].who.name']],
  [{ object: { spec: { containers: [{ image: 'x' }] } } }, ['object.spec.containers[].image']],
  [{ grid: [[1], [2]] }, ['grid[][]']],
  [{ mixed: ['x', { a: 1 }, null] }, ['mixed[]', 'mixed[].a']],
  [{ 'odd[name]': ['x'], list: [{ 'a[0]': 1 }] }, ['list[].a\\[0\\]', 'odd\\[name\\][]']],
  [{ 'a\\[b]': ['x'], 'a\\': ['x'], list: [{ 'b\\': ['x'], 'c\\': 1 }] }, ['a\\\\[b\\][]', 'list[].c\\']],
  [{ constructor: ['x'], __proto__: 1, list: [{ toString: 'x' }] }, ['constructor[]', 'list[].toString']],
])('%j', (event, names) => {
  const [slice] = readEvents(JSON.stringify(event)).slices;
  expect([...arrayNames(slice!.event!)].sort()).toEqual([...names].sort());
});
