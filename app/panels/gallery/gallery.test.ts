import { describe, expect, test } from 'vitest';
import { TOPICS, type Topic } from '../../examples/example';
import { GALLERY } from '../../examples/gallery';
import { type Filters, Finder, NO_FILTERS } from './find';
import { marksIn, pictureWords } from './marks';

const finder = new Finder(GALLERY, TOPICS);
const ids = (query: string, filters: Partial<Filters> = {}) =>
  finder.find(query, { ...NO_FILTERS, ...filters }).map(({ id }) => id);

describe('a search finds examples by every kind of word', () => {
  test.each([
    ['title', 'opened to everyone', 'icacls-wildcards'],
    ['lesson', 'five dashes', 'certutil-windash'],
    ['modifier', '|base64offset', 'encoded-powershell'],
    ['type of a correlation', 'temporal_ordered', 'failed-logons'],
    ['field', 'grantedaccess', 'lsass-access'],
    ['field to group by', 'id.orig_h', 'dns-tunnel'],
    ['technique by id', 't1621', 'push-fatigue'],
    ['technique by name', 'Password Spraying', 'password-spray'],
    ['format', 'text table', 'vault-deleted-table'],
    ['topic and platform', 'correlations linux', 'key-then-sudo'],
    ['value of the rule', 'com.apple.quarantine', 'quarantine-removed'],
  ])('%s: %s', (_, query, id) => {
    expect(ids(query)).toContain(id);
  });

  test('every word has to be found, in any case and order; none finds all', () => {
    expect(ids('WINDASH certutil')).toEqual(['certutil-windash']);
    expect(ids('windash no-such-word')).toEqual([]);
    expect(ids('  ')).toEqual(GALLERY.map(({ id }) => id));
  });

  test('what is named so comes first', () => {
    const found = ids('cidr');
    expect(found[0]).toBe('outbound-cidr');
    expect(found).toContain('large-upload');
  });

  test('what is of a topic comes before what has the word elsewhere, such as in its format', () => {
    const found = finder.find('array', NO_FILTERS);
    expect(found[0]?.topic).toBe('arrays');
    expect(found.some(({ format }) => format === 'JSON array')).toBe(true);
    expect(found.findLastIndex(({ topic }) => topic === 'arrays')).toBeLessThan(
      found.findIndex(({ topic }) => topic !== 'arrays'),
    );
  });
});

test('the gallery stands in the order of its topics, as it is shown', () => {
  const topics = Object.keys(TOPICS) as Topic[];
  const byTopic = topics.flatMap((topic) => GALLERY.filter((entry) => entry.topic === topic));
  expect(byTopic).toEqual([...GALLERY]);
});

describe('filters', () => {
  test.each<[Partial<Filters>, (entry: (typeof GALLERY)[number]) => boolean]>([
    [{ topic: 'tuning' }, ({ topic }) => topic === 'tuning'],
    [{ platform: 'Identity' }, ({ platform }) => platform === 'Identity'],
    [{ level: 'low' }, ({ level }) => level === 'low'],
    [{ technique: 'T1190' }, ({ techniques }) => techniques.some(({ id }) => id === 'T1190')],
    [{ platform: 'Linux', level: 'high' }, ({ platform, level }) => platform === 'Linux' && level === 'high'],
  ])('%j', (filters, passes) => {
    const wanted = GALLERY.filter(passes).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(1);
    expect(ids('', filters)).toEqual(wanted);
  });
});

describe('a picture in words', () => {
  test.each([
    ['m-m', '3 events: 1 and 3 match'],
    ['m--', '3 events: 1 matches'],
    ['mmm-o', '5 events: 1, 2 and 3 match, 5 is of another log source'],
    ['m-xoo', '5 events: 1 matches, 4 and 5 are of another log source, 3 cannot be read'],
    ['-', '1 event: none matches'],
  ])('%s', (expected, words) => {
    expect(pictureWords(expected)).toBe(words);
    expect(marksIn(expected)).toHaveLength(expected.length);
  });
});
