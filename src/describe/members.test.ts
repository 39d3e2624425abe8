import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { TOLD } from '../limits';
import { explain } from '../match';
import { planOf, ruleOf } from '../testing/oracle/check';
import { plain } from '../text';
import { briefStages } from './brief-stages';
import { indicators } from './indicators';
import { stageVerdicts } from './live-verdicts';
import { ruleCard } from './rule-card';
import { type StageNode, stages, stagesText } from './stages';

const plan = (detection: string) => planOf(`sigma-version: 3\n${ruleOf(detection)}`);
const EXTENDED = 'c[any]: {p: {a: x}, q: {b: y}, r: {".": z}, condition: p and not (q or 1 of r*)}';

describe('indicators of blocks', () => {
  test.each<[detection: string, found: string[]]>([
    ['c[any]: {a: x, b: y}', ['c[any].a x', 'c[any].b y']],
    ['c[any].at[all].ip|contains: x', ['c[any].at[all].ip x']],
    ['t[any]: [x, y]', ['t[any] x', 't[any] y']],
    ['t[0]: x', ['t[0] x']],
    ['t[-1]: {a: x}', ['t[-1].a x']],
    ['c[none]: {a: x, b|neq: y}', ['c[none].a x excludes', 'c[none].b y']],
    [EXTENDED, ['c[any].a x', 'c[any].b y excludes', 'c[any] z excludes']],
    ['s: {d: w}\nf: {"c[none]": {a: x}}\ncondition: s and not f', ['d w', 'c[none].a x']],
  ])('%s', (detection, found) => {
    const rows = indicators(plan(detection));
    expect(rows.map(({ field, value, negated }) => `${field} ${value}${negated ? ' excludes' : ''}`)).toEqual(
      found,
    );
  });
});

test('the fields of a rule’s card', () => {
  expect(
    ruleCard(plan('s: {d: w, "c[any]": {a: x, "at[0]": y, e|fieldref: g}}\ncondition: s')).fields,
  ).toEqual(['d', 'c[any].a', 'c[any].at[0]', 'c[any].e', 'c[any].g']);
});

describe('stages of blocks', () => {
  test.each<[detection: string, text: string]>([
    [
      'c[any]: {a: x, b: y}',
      "in at least one member of `c`\n     a: 'x'\n       a is `x`\n     b: 'y'\n       b is `y`",
    ],
    ['t[none]: x', "in no member of `t`\n     .: 'x'\n       the member is `x`"],
    ['c[all]: {a: [x, y]}', 'in each member of `c`, and it has one\n     any of'],
    [EXTENDED, "in at least one member of `c`: `p and not (q or 1 of r*)`\n     `p`\n       a: 'x'"],
  ])('%s', (detection, text) => {
    expect(stagesText(stages(plan(detection)))).toContain(text);
  });

  test('a long condition of a block is cut for the page', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `part_${i}`);
    const own = plan(
      `c[any]: {${names.map((name) => `${name}: {a: x}`).join(', ')}, condition: ${names.join(' or ')}}`,
    );
    const [stage] = briefStages(stages(own)).selections;
    const { body } = stage!;
    expect(body.kind !== 'predicate' && plain(body.says!).length).toBeLessThan(2 * TOLD.hitText.value);
  });

  test.each<[detection: string, event: object, verdicts: string[]]>([
    ['c[any]: {a: x, b: y}', { c: [{ a: 'x', b: 'z' }] }, ['c false', 'a true', 'b false']],
    ['c[any]: {a: x, b: y}', { c: [{ a: 'z' }, { a: 'x', b: 'y' }] }, ['c true', 'a true', 'b true']],
    ['c[any]: {a: x}', { c: [{ a: 'x' }] }, ['c true', 'a true']],
    ['c[any]: {a: x}', {}, ['c false', 'a undefined']],
    [
      'c[any]: {a|contains|all: [x, y]}',
      { c: [{ a: 'xyz' }] },
      ['c true', 'all true', 'a|contains true', 'a|contains true'],
    ],
    [
      'c[any]: {a|contains|all: [x, w]}',
      { c: [{ a: 'xyz' }] },
      ['c false', 'all false', 'a|contains true', 'a|contains false'],
    ],
    ['c[none]: {a: x}', { c: [{ a: 'x' }] }, ['c false', 'a true']],
    [
      EXTENDED,
      { c: [{ a: 'x', b: 'y' }] },
      ['c false', '`p` true', 'a true', '`q` true', 'b true', '`r` false', '. false'],
    ],
  ])('%s with %j', (detection, event, expected) => {
    const own = plan(detection);
    const found = stages(own);
    const trace = explain(own, readEvents(JSON.stringify(event)).slices[0]!.event!);
    const verdicts = stageVerdicts(found, trace);
    const told: string[] = [];
    const walk = (node: StageNode): void => {
      const name =
        node.kind === 'predicate' ? node.canonical.split(':')[0] : node.says ? plain(node.says) : node.kind;
      told.push(`${name?.replace(/^in .* `c`.*$/, 'c')} ${verdicts.get(node)}`);
      if (node.kind !== 'predicate') node.children.forEach(walk);
    };
    walk(found.selections[0]!.body);
    expect(told).toEqual(expected);
  });
});
