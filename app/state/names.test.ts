import { beforeEach, expect, test } from 'vitest';
import { named, withName } from './names';
import { session } from './session';

const become = (rule: string, how: 'done' | 'mended' | 'undone', isWhole: boolean) =>
  session.setState({ rule, ...named('rule', rule, { how, isWhole }) });
const name = () => session.getState().ruleName;

beforeEach(() => {
  session.setState({ rule: '', ruleName: '', events: '', eventsName: '' });
  withName('a.yml', () => become('title: a', 'done', true));
});

for (const [what, how, isWhole, called] of [
  ['typed in', 'done', false, 'a.yml'],
  ['pasted over all of it', 'done', true, ''],
  ['mended by the page, all of it', 'mended', true, 'a.yml'],
] as const)
  test(`a text with a name, ${what}`, () => {
    const other = `title: ${what}`;
    become(other, how, isWhole);
    expect(name()).toBe(called);
    become('title: a', 'undone', true);
    expect(name()).toBe('a.yml');
    become(other, 'undone', true);
    expect(name()).toBe(called);
  });

test('undo on the way between names leaves the name', () => {
  become('title: b', 'done', true);
  become('title: bc', 'done', false);
  become('title: b', 'undone', false);
  expect(name()).toBe('');
});

test('the name of a text that was edited comes back with the edit', () => {
  become('title: ax', 'done', false);
  withName('c.yml', () => become('title: c', 'done', true));
  expect(name()).toBe('c.yml');
  become('title: ax', 'undone', true);
  expect(name()).toBe('a.yml');
});

test('a plain text box says only what its text is: it has another name once it was empty', () => {
  session.setState({ rule: 'title: ab', ...named('rule', 'title: ab', null) });
  expect(name()).toBe('a.yml');
  session.setState({ rule: '', ...named('rule', '', null) });
  expect(name()).toBe('');
});
