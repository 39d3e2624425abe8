import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { applyEdits } from '../../text';
import { type Entry, entriesOf, selectionAt, whyNoName } from './names';

const RULE = `title: First
detection:
    selection_a:
        Image: selection_a
    selection_b: # selection_a
        - User: x
    "quoted name":
        A: b
    condition: (selection_a and not selection_b) or 1 of selection_* # selection_a
`;

function found(marked: string) {
  const text = marked.replace('▮', '');
  return { text, name: selectionAt(text, marked.indexOf('▮')) };
}

describe('a selection’s name and its uses', () => {
  test.each<[string, string, string]>([
    ['from where it is written', RULE.replace('selection_a:', 'selec▮tion_a:'), 'selection_a'],
    ['from the condition', RULE.replace('(selection_a', '(selection_a▮'), 'selection_a'],
    ['another', RULE.replace('not selection_b', 'not ▮selection_b'), 'selection_b'],
  ])('%s', (_, marked, name) => {
    const { text, name: at } = found(marked);
    expect(at?.name).toBe(name);
    expect(text.slice(at!.at.start, at!.at.end)).toBe(name);
    expect(text.slice(at!.definition!.range.start, at!.definition!.body.end)).toMatch(
      new RegExp(`^${name}:`),
    );
    expect(at!.uses.map(({ start }) => start)).toStrictEqual([RULE.indexOf(name, RULE.indexOf('condition'))]);
  });

  test.each([
    ['a value', RULE.replace('Image: selection_a', 'Image: selec▮tion_a')],
    ['a comment', RULE.replace('# selection_a\n        -', '# sele▮ction_a\n        -')],
    ['an operator', RULE.replace(' and ', ' a▮nd ')],
    ['a pattern', RULE.replace('selection_*', 'selec▮tion_*')],
    ['a quantifier', RULE.replace('1 of', '1 o▮f')],
    ['the key of the condition', RULE.replace('condition:', 'cond▮ition:')],
  ])('%s is not one', (_, marked) => {
    expect(found(marked).name).toBeNull();
  });

  test.each([
    ['over several lines', 'detection:\n  a: {b: c}\n  condition: >\n    a or\n    ▮a and x\n'],
    ['in a list', 'detection:\n  a: {b: c}\n  condition:\n    - ▮a\n    - not a\n'],
    ['in quotes and brackets', 'detection:\n  a: {b: c}\n  condition: [\'▮a\', "not a"]\n'],
    ['in a filter', 'filter:\n  rules: any\n  a: {b: c}\n  condition: not ▮a or a\n'],
  ])('a condition %s is renamed', (_, marked) => {
    const { text, name } = found(marked);
    const edits = [name!.definition!.range, ...name!.uses].map((range) => ({ range, text: 'z' }));
    expect(edits).toHaveLength(3);
    expect(applyEdits(text, edits)).toBe(text.replace(/\ba\b(?=[:\s'"]| or|$)/gm, 'z'));
  });

  test('other documents have their own names', () => {
    const one = 'detection:\n  a: {b: c}\n  condition: a\n';
    const { name } = found(`${one}---\n${one.replace('condition: a', 'condition: ▮a')}`);
    expect(name!.uses).toHaveLength(1);
    expect(name!.definition!.range.start).toBeGreaterThan(one.length);
  });

  test.each<[string, boolean]>([
    ['selection_c', true],
    ['räuber.1-x', true],
    ['selection_b', false],
    ['two words', false],
    ['a*', false],
    ['and', false],
    ['Them', false],
    ['', false],
  ])('%j as a new name: %s', (name, may) => {
    expect(whyNoName(name, ['selection_b']) === null).toBe(may);
  });
});

describe('the outline', () => {
  const told = (entries: readonly Entry[]): unknown =>
    entries.map(({ name, children }) => (children.length > 0 ? [name, told(children)] : name));

  test('of one document: its keys', () => {
    expect(told(entriesOf(RULE))).toStrictEqual([
      'title',
      ['detection', ['selection_a', 'selection_b', 'quoted name', 'condition']],
    ]);
  });

  test('of several: each by its title or kind', () => {
    expect(told(entriesOf(`${RULE}---\ncorrelation:\n  type: event_count\n`))).toStrictEqual([
      ['First', ['title', ['detection', ['selection_a', 'selection_b', 'quoted name', 'condition']]]],
      ['correlation', ['correlation']],
    ]);
  });

  test('an entry contains those below it', () => {
    const check = ({ body, range, children }: Entry): void => {
      expect(range.end).toBeLessThanOrEqual(body.end);
      for (const child of children) {
        expect(child.body.start >= body.start && child.body.end <= body.end).toBe(true);
        check(child);
      }
    };
    for (const entry of entriesOf(`${RULE}---\n${RULE}`)) check(entry);
  });

  test('many documents take linear time', () => {
    expectLinear(
      200,
      (size) => `${RULE}---\n`.repeat(size),
      (text) => entriesOf(text),
    );
  });
});
