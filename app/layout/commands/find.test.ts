import { expect, test } from 'vitest';
import type { Command, Section } from './command';
import { find } from './find';

const command = (title: string, section: Section = 'Work', can = true, words = ''): Command => ({
  id: title,
  title,
  words,
  section,
  isAvailable: () => can,
  run: () => {},
});

const ALL = [
  command('New rule'),
  command('Open a rule…'),
  command('Catalog: open files…', 'Catalog'),
  command('Rule: show the panel', 'Panels'),
  command('Go back to the pinned version', 'Rule', false),
  command('Unpin the pinned version', 'Rule'),
  command('Download all', 'Work', true, 'zip file'),
];

test.each<[query: string, recent: readonly string[], found: readonly string[]]>([
  ['', [], [...ALL.filter((one) => one.isAvailable?.()).map((one) => one.title), ALL[4]!.title]],
  ['', ['Open a rule…'], ['Open a rule…', 'New rule']],
  // The start of a title goes before that of a word in it, and the order of words does not matter.
  ['rule', [], ['Rule: show the panel', 'New rule', 'Open a rule…']],
  ['rule new', [], ['New rule']],
  ['OPEN', [], ['Open a rule…', 'Catalog: open files…']],
  // Used lately decides only among those that fit equally well.
  ['rule', ['Open a rule…'], ['Rule: show the panel', 'Open a rule…', 'New rule']],
  // Letters of a word's start and beside each other; never any letters.
  ['nr', [], ['New rule']],
  ['cof', [], ['Catalog: open files…']],
  ['pinv', [], ['Unpin the pinned version', 'Go back to the pinned version']],
  ['elu', [], []],
  // What cannot be run comes last, however well it fits.
  ['pin', [], ['Unpin the pinned version', 'Go back to the pinned version']],
  // Letters of three words.
  ['wgb', [], []],
  // The name of a section.
  ['panels', [], ['Rule: show the panel']],
  // Other words for it, from their start; they come after those of a title.
  ['zip', [], ['Download all']],
  ['file', [], ['Catalog: open files…', 'Download all']],
  ['ile', [], ['Catalog: open files…']],
  ['xyz', [], []],
])('%j after %j', (query, recent, found) => {
  const titles = find(query, ALL, recent).map((one) => one.command.title);
  expect(titles.slice(0, Math.max(found.length, recent.length))).toEqual(found);
  if (query !== '') expect(titles.slice(found.length).filter((title) => title.includes(query))).toEqual([]);
});

test('the letters by which a command was found', () => {
  const [found] = find('ru n', ALL, []);
  expect([...found!.command.title].filter((_, i) => found!.at.includes(i)).join('')).toBe('Nru');
});
