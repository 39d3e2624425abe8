import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { plain } from '../../text';
import { author } from './author';

const STAMP = { id: '7a1c1f0e-2f57-4c55-9d6e-0c7c3e4b8a11', date: '2026-11-25' };
const process = (Image: string, CommandLine: string) => ({
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  EventID: 1,
  Image,
  CommandLine,
});
const COPY = process('C:\\Tools\\copier.exe', 'copier.exe ntds.dit');
const OTHER_COPY = process('C:\\Tools\\copier.exe', 'copier.exe sam.hiv');
const NOTES = process('C:\\Windows\\notepad.exe', 'notepad.exe notes.txt');
const LOGON = { Channel: 'Security', EventID: 4624, TargetUserName: 'ana' };

/** What is said first of the tests, and the events that the rule matches. */
function written(match: readonly object[], noMatch: readonly object[]): [string[], string] {
  const all = [...match, ...noMatch];
  const { slices } = readEvents(all.map((one) => JSON.stringify(one)).join('\n'));
  const at = (list: readonly object[], first: number) => list.map((_, i) => first + i);
  const ask = {
    kind: 'tests',
    match: at(match, 0),
    noMatch: at(noMatch, match.length),
    stamp: STAMP,
  } as const;
  const answer = author(ask, { plan: null, slices, recompile: () => null });
  if (answer.kind !== 'rule') return [[answer.kind === 'refused' ? plain(answer.reason) : answer.kind], ''];
  const evaluator = new Evaluator(compile(answer.text).plan!);
  const matches = slices.flatMap(({ event }, i) => (evaluator.verdict(event!) === 'match' ? [i + 1] : []));
  return [
    answer.reasons.map(plain).filter((reason) => /test/.test(reason) || /^Not met/.test(reason)),
    matches.join(),
  ];
}

test.each<[string, object[], object[], string[], string]>([
  ['all are met', [COPY, OTHER_COPY], [NOTES], ['All 3 tests are met.'], '1,2'],
  ['one is met', [COPY], [], ['The test is met.'], '1'],
  [
    'one that must match has another log source',
    [COPY, OTHER_COPY, LOGON],
    [NOTES],
    ['3 of 4 tests are met.', 'Not met: event 3 must match, and does not.'],
    '1,2',
  ],
  [
    'one that must not match is like another that must',
    [COPY, OTHER_COPY],
    [NOTES, OTHER_COPY],
    ['3 of 4 tests are met.', 'Not met: event 2 must match, and does not.'],
    '1',
  ],
  [
    'the one that must match is like one that must not',
    [COPY],
    [COPY, NOTES],
    ['2 of 3 tests are met.', 'Not met: event 2 must not match, and does.'],
    '1,2',
  ],
  ['none must match', [], [NOTES], ['No test says of an event that the rule must match it.'], ''],
])('a rule for tests: %s', (_, match, noMatch, reasons, matches) => {
  expect(written(match, noMatch)).toEqual([reasons, matches]);
});
