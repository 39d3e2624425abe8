import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, plain } from '../../../text';
import type { EventDiagnostic } from '../../codes';
import { readEvents } from '../../read';
import { withBackslashFixes } from './backslashes';

/** The problems of a text, with the fixes for single backslashes. */
function told(text: string): EventDiagnostic[] {
  const { slices, warnings } = readEvents(text);
  const errors = slices.flatMap((slice): EventDiagnostic[] =>
    slice.event ? [] : [{ code: slice.code, severity: 'error', range: slice.at, message: slice.message }],
  );
  return withBackslashFixes(text, slices, [...warnings, ...errors]);
}

const raw = String.raw;

describe('paths of Windows that were written into JSON as they are', () => {
  test.each<[written: string, meant: string]>([
    [raw`{"a":"C:\Windows\System32\cmd.exe"}`, raw`{"a":"C:\\Windows\\System32\\cmd.exe"}`],
    [raw`{"a":"C:\users\x","m":"line1\nline2"}`, raw`{"a":"C:\\users\\x","m":"line1\nline2"}`],
    [raw`{"a":"C:\dir\","b":"x"}`, raw`{"a":"C:\\dir\\","b":"x"}`],
    [raw`{"a":"C:\dir\"}`, raw`{"a":"C:\\dir\\"}`],
    [raw`{"a":"\"C:\Windows\cmd.exe\" /c dir"}`, raw`{"a":"\"C:\\Windows\\cmd.exe\" /c dir"}`],
    [raw`{"a":"HKLM\Software\new","b":"C:\\ok\\x"}`, raw`{"a":"HKLM\\Software\\new","b":"C:\\ok\\x"}`],
    [raw`{"a":"\\server\share\x"}`, raw`{"a":"\\\\server\\share\\x"}`],
    [raw`{"a":"C:\\ok\bad\W"}`, raw`{"a":"C:\\ok\\bad\\W"}`],
    // JSON by chance: a tab and a line break.
    [raw`{"a":"C:\temp\new.exe"}`, raw`{"a":"C:\\temp\\new.exe"}`],
  ])('%s', (written, meant) => {
    const [problem, ...others] = told(written);
    expect(others).toEqual([]);
    expect(problem?.fixes?.map((fix) => plain(fix.title))).toEqual(['Double the backslashes']);
    expect(applyEdits(written, problem!.fixes![0]!.edits)).toBe(meant);
    expect(told(meant)).toEqual([]);
  });

  test('of several events all are mended by one click, or one by itself', () => {
    const text = raw`{"a":"C:\Windows"}
{"a":"C:\temp"}
{"a":"D:\\ok"}
{"a":1 2}
{"a":"E:\X"}`;
    const problems = told(text);
    expect(problems.map(({ code }) => code)).toEqual([
      'json-path-escape',
      'json-escape',
      'json-comma-missing',
      'json-escape',
    ]);
    const [all, one] = problems[0]!.fixes!;
    expect([all!.title, one!.title].map(plain)).toEqual([
      'Double the backslashes in all 3 events',
      'Double the backslashes in this event',
    ]);
    expect(told(applyEdits(text, all!.edits)).map(({ code }) => code)).toEqual(['json-comma-missing']);
    expect(told(applyEdits(text, one!.edits)).map(({ code }) => code)).toEqual([
      'json-escape',
      'json-comma-missing',
      'json-escape',
    ]);
    expect(problems[2]!.fixes).toBeUndefined();
  });

  test.each([
    raw`{"a":"C:\\temp\\new.exe","m":"a\nb"}`,
    raw`{"a":"time: 10\tb"}`,
    raw`{"a":"C:\\temp"}`,
    'C:\\temp is no JSON',
    raw`{"a":"x\W" 1}`,
  ])('%s has none', (text) => {
    expect(told(text).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });

  test('any path comes back as it was', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ._-]{0,8}$/);
    const path = fc.tuple(
      fc.constantFrom('C:', 'd:', 'HKLM', '\\\\srv'),
      fc.array(name, { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (paths) => {
        const values = paths.map(([root, names]) => [root, ...names].join('\\'));
        const text = `{${values.map((value, i) => `"f${i}": "${value}"`).join(', ')}}`;
        const meant = Object.fromEntries(values.map((value, i) => [`f${i}`, value]));
        const [problem] = told(text);
        const fixed = problem?.fixes ? applyEdits(text, problem.fixes[0]!.edits) : text;
        if (problem) expect(JSON.parse(fixed)).toEqual(meant);
      }),
    );
  });
});
