import { describe, expect, test } from 'vitest';
import { type Told, tell } from '../../testing/oracle/check';
import { plain } from '../../text';
import { missWords } from './miss';

/** An item or a whole detection; an event; the reason; the sentence; the near part's characters in the event's text. */
type Case = readonly [detection: string, event: object, reason: string, sentence: string, place?: string];

const PLACEHOLDERS = { p: ['alice', 'carol'], one: ['alice'] };

function group(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    test.each(cases.map((one) => [one[0], one[1], one] as const))('%s on %j', (_, __, one) => {
      const [detection, event, reason, sentence, place] = one;
      const told = tell(detection, event, PLACEHOLDERS);
      const { miss } = told.trace.causes[0]!;
      expect([miss.reason, plain(missWords(miss)), placeOf(told)]).toEqual([reason, sentence, place]);
    });
  });
}

function placeOf({ trace, events }: Told): string | undefined {
  return trace.causes[0]!.miss.near?.text.map(({ start, end }) => events.slice(start, end)).join('|');
}

describe('the sentence of each kind of miss, by modifier and kind of value', () => {
  // biome-ignore format: one case a line.
  group('a text', [
    ['F: whoami', {}, 'field absent', 'The event has no field `F`.'],
    ['F: whoami', { F: null }, 'field null', '`F` exists, but is null.'],
    ['F: whoami', { F: '' }, 'value differs', '`F` is empty, not `whoami`.'],
    ['F: whoami', { F: 5 }, 'value differs', '`F` is `5`, not `whoami`.'],
    ['F: whoami', { F: true }, 'value differs', '`F` is `true`, not `whoami`.'],
    ['F: whoami', { F: { x: 1 } }, 'value differs', '`F` is an object, not text.'],
    ['F: whoami', { F: [] }, 'value differs', '`F` is an empty list.'],
    ['F: whoami', { F: ['calc', 'whoamy'] }, 'value differs', '`F` is `whoamy`, not `whoami`. Nearest is `whoam`; after it comes `y` instead of `i`.', 'whoam'],
    ['F: whoami', { F: 'cmd' }, 'value differs', '`F` is `cmd`, not `whoami`.'],
    ['F: whoami', { F: 'whoami /all' }, 'value differs', '`F` is `whoami /all`, not `whoami`. Nearest is `whoami`, with more after it.', 'whoami'],
    ['F: whoami', { F: 'cmd /c whoami' }, 'value differs', '`F` is `cmd /c whoami`, not `whoami`. Nearest is `whoami`, with more before it.', 'whoami'],
    ['F: whoami', { F: 'cmd /c whoami /all' }, 'value differs', '`F` is `cmd /c whoami /all`, not `whoami`. Nearest is `whoami`, with more around it.', 'whoami'],
    ['F: whoami', { F: 'whomai' }, 'value differs', '`F` is `whomai`, not `whoami`. It has `ma` instead of `am`.', 'whomai'],
    ['F: whoami', { F: 'whoam' }, 'value differs', '`F` is `whoam`, not `whoami`. Nearest is `whoam`; after it comes the end instead of `i`.', 'whoam'],
    ['F: whoami', { F: 'whooami' }, 'value differs', '`F` is `whooami`, not `whoami`. It has `o` added.', 'whooami'],
    ['F: whoami', { F: 'whoami ' }, 'value differs', '`F` is `whoami `, not `whoami`. Nearest is `whoami`, with a space after it.', 'whoami'],
    ["F: ''", { F: 'x' }, 'value differs', '`F` is `x`, not empty.'],
    ["F: 'C:\\Windows\\a.exe'", { F: 'D:\\Windows\\a.exe' }, 'value differs', '`F` is `D:\\Windows\\a.exe`, not `C:\\Windows\\a.exe`. Nearest is `:\\Windows\\a.exe`; before it comes `D` instead of `C`.', ':\\\\Windows\\\\a.exe'],
  ]);
  // biome-ignore format: one case a line.
  group('a text anywhere', [
    ['F|contains: Index', { F: 'Windows' }, 'value differs', '`F` is `Windows`; it does not contain `Index`.'],
    ['F|contains: whoami', { F: '' }, 'value differs', '`F` is empty; it does not contain `whoami`.'],
    ['F|contains: trustedDomain', { F: 'a=trusted)" -attr *' }, 'value differs', '`F` is `a=trusted)" -attr *`; it does not contain `trustedDomain`. Nearest is `trusted`; after it comes `)" -attr *` instead of `Domain`.', 'trusted'],
    ['F|contains: uninstall', { F: 'wmic call install /q' }, 'value differs', '`F` is `wmic call install /q`; it does not contain `uninstall`. Nearest is `install`.', 'install'],
    ['F|contains: -encodedcommand', { F: 'powershell -encodedcomand x' }, 'value differs', '`F` is `powershell -encodedcomand x`; it does not contain `-encodedcommand`. Nearest is `-encodedcomand`, without `m`.', '-encodedcomand'],
    ['F|contains: whoami', { F: { x: 'whoami' } }, 'value differs', '`F` is an object, not text.'],
    ['F|contains: whoami', { F: ['a', 'b'] }, 'value differs', '`F` is `a`; it does not contain `whoami`.'],
    ["F|contains: ' /all'", { F: 'whoami  /priv' }, 'value differs', '`F` is `whoami  /priv`; it does not contain ` /all`.'],
    ['F|contains: needle', { F: `${'x'.repeat(200)} needl ${'y'.repeat(200)}` }, 'value differs', '`F` is `…xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx needl yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…`; it does not contain `needle`. Nearest is `needl`; after it comes ` yyyyyyyyyyy` instead of `e`.', 'needl'],
  ]);
  // biome-ignore format: one case a line.
  group('a text at an end', [
    ['F|startswith: whoami.exe', { F: 'whoami.com' }, 'value differs', '`F` is `whoami.com`; it does not start with `whoami.exe`. Nearest is `whoami.`; after it comes `com` instead of `exe`.', 'whoami.'],
    ['F|startswith: abc', { F: 'xabc' }, 'value differs', '`F` is `xabc`; it does not start with `abc`. It occurs later, but not at the start.', 'abc'],
    ['F|endswith: \\cmd.exe', { F: 'C:\\Windows\\cmd.exe /c' }, 'value differs', '`F` is `C:\\Windows\\cmd.exe /c`; it does not end with `\\cmd.exe`. It occurs earlier, but not at the end.', '\\\\cmd.exe'],
    ['F|endswith: \\net.exe', { F: 'C:\\a\\notepad.exe' }, 'value differs', '`F` is `C:\\a\\notepad.exe`; it does not end with `\\net.exe`.'],
    ['F|endswith: \\winver.exe', { F: 'C:\\Windows\\System32\\reg.exe' }, 'value differs', '`F` is `C:\\Windows\\System32\\reg.exe`; it does not end with `\\winver.exe`.'],
    ['F|endswith: tail.txt', { F: `${'x'.repeat(100)}tale.txt` }, 'value differs', '`F` is `…xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxtale.txt`; it does not end with `tail.txt`.'],
  ]);
  // biome-ignore format: one case a line.
  group('wildcards', [
    ["F: 'a*b'", { F: 'xb' }, 'value differs', '`F` is `xb`; it is not like `a*b`: it does not begin with `a`.'],
    ["F: 'abc*xyz'", { F: 'abc-xy' }, 'value differs', '`F` is `abc-xy`; it is not like `abc*xyz`: it does not end with `xyz` after `abc`.', 'abc'],
    ["F|contains: 'net*user*add'", { F: 'net user /delete' }, 'value differs', '`F` is `net user /delete`; it does not contain `net*user*add`: after `net*user` there is no `add`.', 'user'],
    ["F|contains: 'net*user'", { F: 'whoami' }, 'value differs', '`F` is `whoami`; it does not contain `net*user`: `net` is not in it.'],
    ["F: '*\\a?c.exe'", { F: 'C:\\ac.exe' }, 'value differs', '`F` is `C:\\ac.exe`; it is not like `*\\a?c.exe`.'],
    ["F: 'a?c'", { F: 'abbc' }, 'value differs', '`F` is `abbc`; it is not like `a?c`.'],
    ["F|endswith: 'a*b'", { F: 'a-c' }, 'value differs', '`F` is `a-c`; it does not end with `a*b`: it does not end with `b` after `a`.'],
  ]);
  // biome-ignore format: one case a line.
  group('`cased`', [
    ['F|cased: Abc', { F: 'abc' }, 'case differs only', 'Only the case differs: `F` is `abc`, the rule asks for `Abc`.', 'abc'],
    ['F|contains|cased: Abc', { F: 'x abc' }, 'case differs only', 'Only the case differs: `F` is `x abc`, the rule asks for `Abc`.', 'abc'],
    ['F|cased: Abc', { F: 'xyz' }, 'value differs', '`F` is `xyz`, not `Abc` (case matters).'],
  ]);
  // biome-ignore format: one case a line.
  group('backslashes', [
    ["F: '\\\\\\\\host\\c$'", { F: '\\\\hosx\\c$' }, 'value differs', '`F` is `\\\\hosx\\c$`, not `\\\\host\\c$`. It has `x` instead of `t`.', '\\\\\\\\hosx\\\\c$'],
    ["F|contains: '\\\\\\\\host\\c$'", { F: 'x' }, 'value differs', '`F` is `x`; it does not contain `\\\\host\\c$`.'],
    ["F: 'C:\\\\Temp'", { F: 'C:\\\\Temp' }, 'would match unescaped', 'It would match if every character were literal: in Sigma, `\\\\` is one backslash and `\\*` is a star.'],
    ["F: 'a\\*b'", { F: 'axb' }, 'would match unescaped', 'It would match if the wildcard were not escaped: remove the backslash before it, or write two to match a backslash.'],
    ["F: 'x\\*'", { F: 'x\\y' }, 'would match unescaped', 'It would match if the wildcard were not escaped: remove the backslash before it, or write two to match a backslash.'],
    ["F: 'a\\*b'", { F: 'other' }, 'value differs', '`F` is `other`, not `a\\*b`.'],
  ]);
  // biome-ignore format: one case a line.
  group('`windash`', [
    ["F|contains|windash: ' -encodehex '", { F: 'certutil /decode x' }, 'value differs', '`F` is `certutil /decode x`; it does not contain ` -encodehex ` (any dash counts).'],
    ["F|windash: '-a'", { F: '-b' }, 'value differs', '`F` is `-b`, not `-a` (any dash counts).'],
    ["F|contains|windash: ' -encodehex'", { F: 'certutil \u2013encodehx a' }, 'value differs', '`F` is `certutil \u2013encodehx a`; it does not contain ` -encodehex` (any dash counts). Nearest is ` \u2013encodehx`, without `e`.', ' \u2013encodehx'],
  ]);
  // biome-ignore format: one case a line.
  group('a text that looks right', [
    ['F: powershell -enc', { F: 'powershell\u00a0-enc' }, 'value differs', '`F` is `powershell\u00a0-enc`. It looks the same, but has U+00A0 (no-break space) where the rule has U+0020 (space).', '\u00a0'],
    ['F: powershell', { F: 'powersh\u0435ll' }, 'value differs', '`F` is `powersh\u0435ll`. It looks the same, but has `\u0435` (U+0435, Cyrillic) where the rule has `e` (U+0065).', '\u0435'],
    ["F|contains: 'caf\u00e9'", { F: 'cafe\u0301 x' }, 'value differs', '`F` is `cafe\u0301 x`. It looks the same, but has `e\u0301` (U+0065 U+0301, combining mark) where the rule has `\u00e9` (U+00E9).', 'e\u0301'],
    ['F: "a\\nb"', { F: 'a\r\nb' }, 'value differs', '`F` is `a\r\nb`. It looks the same, but has U+000D U+000A (carriage return, line feed) where the rule has U+000A (line feed).', '\\r\\n'],
    ['F|contains: whoami', { F: 'who\u200bami /all' }, 'value differs', '`F` is `who\u200bami /all`. It looks the same, but has U+200B (zero width space) as well.', '\u200b'],
    ['F|contains: -enc', { F: 'x \u2013enc y' }, 'value differs', '`F` is `x \u2013enc y`. It looks the same, but has U+2013 (en dash) where the rule has U+002D (hyphen).', '\u2013'],
    ["F|endswith: '\\cmd.exe'", { F: 'C:\\cmd.ex\u0435' }, 'value differs', '`F` is `C:\\cmd.ex\u0435`. It looks the same, but has `\u0435` (U+0435, Cyrillic) where the rule has `e` (U+0065).', '\u0435'],
    ['F|contains: ab*cd', { F: 'ab x \u0441d' }, 'value differs', '`F` is `ab x \u0441d`. It looks the same, but has `\u0441` (U+0441, Cyrillic) where the rule has `c` (U+0063).', '\u0441'],
    ['F|cased: Abc', { F: '\u0410bc' }, 'value differs', '`F` is `\u0410bc`. It looks the same, but has `\u0410` (U+0410, Cyrillic) where the rule has `A` (U+0041).', '\u0410'],
  ]);
  // biome-ignore format: one case a line.
  group('numbers and booleans', [
    ['F: 5', { F: 6 }, 'value differs', '`F` is `6`, not 5.'],
    ['F: 5', { F: '6' }, 'value differs', '`F` is `6`, not 5.'],
    ['F: 5', { F: 'x' }, 'value differs', '`F` is `x`, not 5.'],
    ['F: 5', { F: '' }, 'value differs', '`F` is empty, not 5.'],
    ['F: 5', { F: true }, 'value differs', '`F` is `true`, not 5.'],
    ['F: 5', { F: null }, 'field null', '`F` exists, but is null.'],
    ['F: 5', { F: [1, 4] }, 'value differs', '`F` is `4`, not 5.'],
    ['F: 5', { F: { x: 1 } }, 'value differs', '`F` is `{"x":1}`, not 5.'],
    ['F: true', { F: false }, 'value differs', '`F` is `false`, not true.'],
    ['F: true', { F: 'yes' }, 'value differs', '`F` is `yes`, not true.'],
  ]);
  // biome-ignore format: one case a line.
  group('`null` and `exists`', [
    ['F: null', { F: 'x' }, 'field present', '`F` is `x`, not null.'],
    ['F: null', { F: '' }, 'field present', '`F` is empty, not null.'],
    ['F: null', { F: [] }, 'field present', '`F` is an empty list, not null.'],
    ['F: null', { F: 0 }, 'field present', '`F` is `0`, not null.'],
    ['F|exists: true', {}, 'field absent', 'The event has no field `F`.'],
    ['F|exists: false', { F: 'x' }, 'field present', '`F` exists: `x`.'],
    ['F|exists: false', { F: '' }, 'field present', '`F` exists, although it is empty.'],
    ['F|exists: false', { F: null }, 'field present', '`F` exists, although it is null.'],
    ['F|exists: false', { F: [] }, 'field present', '`F` exists, although it is an empty list.'],
  ]);
  // biome-ignore format: one case a line.
  group('`re`', [
    ["F|re: 'whoami'", { F: 'cmd' }, 'value differs', '`F` is `cmd`; the expression matches nowhere in it.'],
    ["F|re: '\\s-enc\\s+[A-Za-z0-9+/]{20}'", { F: 'powershell -enc abc' }, 'value differs', '`F` is `powershell -enc abc`; the expression gets as far as `\\s-enc\\s+`, and then `[A-Za-z0-9+/]{20}` does not match.', ' -enc '],
    ["F|re: '^cmd\\s+/c'", { F: 'cmd.exe /c' }, 'value differs', '`F` is `cmd.exe /c`; the expression gets as far as `^cmd`, and then `\\s+` does not match.', 'cmd'],
    ["F|re: 'Whoami'", { F: 'whoami' }, 'case differs only', 'Only the case differs: `F` is `whoami`, and the expression would match it with `re|i`.', 'whoami'],
    ["F|re: 'a(?=b)c'", { F: 'ab' }, 'value differs', '`F` is `ab`; the expression matches nowhere in it.'],
    ["F|re: 'x'", { F: '' }, 'value differs', '`F` is empty; the expression matches nowhere in it.'],
    ["F|re: 'x'", { F: 5 }, 'value differs', '`F` is `5`; the expression matches nowhere in it.'],
    ["F|re: 'x'", { F: { a: 1 } }, 'value differs', '`F` is an object, not text.'],
    ["F|re: 'foo|bar\\d'", { F: 'a bar b' }, 'value differs', '`F` is `a bar b`; the expression gets as far as `bar`, and then `\\d` does not match.', 'bar'],
    ["F|re: '\\w+\\.(?:exe|dll)$'", { F: 'name.txt' }, 'value differs', '`F` is `name.txt`; the expression gets as far as `\\w+\\.`, and then `(?:exe|dll)` does not match.', 'name.'],
  ]);
  // biome-ignore format: one case a line.
  group('`cidr`', [
    ["F|cidr: '10.0.0.0/8'", { F: '11.0.0.1' }, 'not in network', '`F` is `11.0.0.1`, outside 10.0.0.0/8.'],
    ["F|cidr: '10.0.0.0/8'", { F: 'host' }, 'not in network', '`F` is `host`, which is not an IP address.'],
    ["F|cidr: '10.0.0.0/8'", { F: '' }, 'not in network', '`F` is empty, which is not an IP address.'],
    ["F|cidr: '10.0.0.0/8'", { F: 5 }, 'not in network', '`F` is `5`, which is not an IP address.'],
    ["F|cidr: ['10.0.0.0/8', '192.168.0.0/16']", { F: '172.16.0.1' }, 'not in network', '`F` is `172.16.0.1`; it is in none of the 2 networks.'],
    ["F|cidr: ['10.0.0.0/8', '192.168.0.0/16']", { F: 'host' }, 'not in network', '`F` is `host`, which is not an IP address.'],
  ]);
  // biome-ignore format: one case a line.
  group('`lt` to `gte`', [
    ['F|gt: 5', { F: 3 }, 'value differs', '`F` is 3, not more than 5.'],
    ['F|gte: 5', { F: '3' }, 'value differs', '`F` is 3, not at least 5.'],
    ['F|lt: 5', { F: 7 }, 'value differs', '`F` is 7, not less than 5.'],
    ['F|lte: 5', { F: 7 }, 'value differs', '`F` is 7, not at most 5.'],
    ['F|gt: 5', { F: 'x' }, 'not a number', '`F` is `x`, which is not a number.'],
    ['F|gt: 5', { F: '' }, 'not a number', '`F` is empty, which is not a number.'],
    ['F|gt: 5', { F: { a: 1 } }, 'not a number', '`F` is `{"a":1}`, which is not a number.'],
    ['F|gt: 5', { F: null }, 'field null', '`F` exists, but is null.'],
  ]);
  // biome-ignore format: one case a line.
  group('parts of a time', [
    ['F|hour: 5', { F: '2026-02-03T02:00:00Z' }, 'value differs', 'The hour of `F` is 2, not 5.'],
    ['F|hour|gte: 5', { F: '2026-02-03T02:00:00Z' }, 'value differs', 'The hour of `F` is 2, not at least 5.'],
    ['F|month: 5', { F: 'noon' }, 'not a time', '`F` is `noon`, which is not a time with a month.'],
    ['F|hour: 5', { F: 7 }, 'not a time', '`F` is `7`, which is not a time with an hour.'],
    ['F|hour: 5', { F: '' }, 'not a time', '`F` is empty, which is not a time with an hour.'],
  ]);
  // biome-ignore format: one case a line.
  group('`fieldref`', [
    ['F|fieldref: G', { F: 'x', G: 'y' }, 'value differs', '`F` is `x`, but `G` is `y`.'],
    ['F|fieldref: G', { F: 'x' }, 'compared field absent', 'The event has no field `G` to compare `F` with.'],
    ['F|fieldref: G', { F: 'x', G: null }, 'value differs', '`F` is `x`, but `G` is null.'],
    ['F|fieldref: G', { F: 'x', G: [] }, 'value differs', '`F` is `x`, but `G` is an empty list.'],
    ['F|fieldref: G', { F: 'x', G: ['a', ''] }, 'value differs', '`F` is `x`, but `G` is `a` or empty.'],
    ['F|contains|fieldref: G', { F: 'x', G: 'y' }, 'value differs', '`F` is `x`; it does not contain the value of `G`, `y`.'],
    ['F|startswith|fieldref: G', { F: 'xy', G: 'y' }, 'value differs', '`F` is `xy`; it does not start with the value of `G`, `y`.'],
    ['F|cased|fieldref: G', { F: 'x', G: 'X' }, 'case differs only', 'Only the case differs: `F` is `x`, `G` is `X`.'],
    ['F|fieldref: G', { F: '', G: 'y' }, 'value differs', '`F` is empty, but `G` is `y`.'],
  ]);
  // biome-ignore format: one case a line.
  group('`base64` and `base64offset`', [
    ['F|base64offset|contains: foobar', { F: 'run foobar now' }, 'value differs', '`F` has `foobar` as plain text; the rule looks for it in base64.', 'foobar'],
    ['F|base64offset|contains: foobar', { F: 'zzz' }, 'value differs', '`F` is `zzz`; it does not contain `foobar` in base64.'],
    ['F|base64|contains: foobar', { F: 'eGZvb2Jhcg==' }, 'value differs', '`F` has `foobar` in base64, but not at an offset that `base64` finds; `base64offset` does.', 'Zvb2Jhc'],
    ['F|base64: foobar', { F: 'x Zm9vYmFy y' }, 'value differs', '`F` is `x Zm9vYmFy y`; it holds more than `foobar` in base64.', 'Zm9vYmFy'],
    ['F|wide|base64offset|contains: foobar', { F: 'YSBmb29iYXI=' }, 'value differs', '`F` has `foobar` in base64, but of UTF-8; the rule looks for UTF-16LE.', 'mb29iYX'],
    ['F|base64offset|contains: foobar', { F: 'ZgBvAG8AYgBhAHIA' }, 'value differs', '`F` has `foobar` in base64, but of UTF-16LE; the rule looks for UTF-8.', 'ZgBvAG8AYgBhAHIA'],
    ['F|wide|base64offset|contains: foobar', { F: 'x' }, 'value differs', '`F` is `x`; it does not contain `foobar` in base64 of UTF-16LE.'],
    ['F|base64offset|contains: foobar', { F: '' }, 'value differs', '`F` is empty; it does not contain `foobar` in base64.'],
    ['F|base64offset|contains: foobar', { F: { a: 1 } }, 'value differs', '`F` is an object, not text.'],
    ['F|base64|cased: foobar', { F: 'zM9VyMfY' }, 'case differs only', 'Only the case differs: `F` is `zM9VyMfY`, the rule asks for `Zm9vYmFy`.', 'zM9VyMfY'],
  ]);
  // biome-ignore format: one case a line.
  group('`expand`', [
    ["F|expand: '%p%'", { F: 'bob' }, 'value differs', '`F` is `bob`; it is none of the 2 values of `%p%`.'],
    ["F|expand: '%p%'", { F: 'alicia' }, 'value differs', '`F` is `alicia`, not `alice`. Nearest is `alic`; after it comes `ia` instead of `e` (the nearest of 2 values of `%p%`).', 'alic'],
    ["F|expand: '%one%'", { F: 'bob' }, 'value differs', '`F` is `bob`, not `alice` (a value of `%one%`).'],
    ["F|contains|expand: '%p%'", { F: 'bob' }, 'value differs', '`F` is `bob`; it contains none of the 2 values of `%p%`.'],
    ["F|expand|contains: '%p%'", { F: '' }, 'value differs', '`F` is empty; it contains none of the 2 values of `%p%`.'],
  ]);
  // biome-ignore format: one case a line.
  group('several values', [
    ['F: [4699, 4701]', { F: 4702 }, 'value differs', '`F` is `4702`, not 4701 (the nearest of 2 values).'],
    ['F: [4701, 4699]', { F: 4702 }, 'value differs', '`F` is `4702`, not 4701 (the nearest of 2 values).'],
    ['F: [1, 2]', { F: 'x' }, 'value differs', '`F` is `x`; it is none of the 2 values.'],
    ['F: [alpha, beta]', { F: 'gamma' }, 'value differs', '`F` is `gamma`; it is none of the 2 values.'],
    ['F|contains: [alpha, beta]', { F: 'x' }, 'value differs', '`F` is `x`; it contains none of the 2 values.'],
    ['F|contains: [install, whoami]', { F: 'a whomai b' }, 'value differs', '`F` is `a whomai b`; it does not contain `whoami`. Nearest is `whomai`, with `ma` instead of `am` (the nearest of 2 values).', 'whomai'],
    ['F|re: [aa, bb]', { F: 'x' }, 'value differs', '`F` is `x`; it matches none of the 2 expressions.'],
    ['F: [whoami, whoops]', { F: 'whoopsi' }, 'value differs', '`F` is `whoopsi`, not `whoops`. Nearest is `whoops`, with more after it (the nearest of 2 values).', 'whoops'],
    ['F|contains|all: [alpha, beta]', { F: 'alpha' }, 'value differs', '`F` is `alpha`; it does not contain `beta`.'],
    ["F|base64offset|contains: ['foobar','barfoo']", { F: 'x' }, 'value differs', '`F` is `x`; it contains none of the 2 values in base64.'],
    ['F|gt: [5, 9]', { F: 3 }, 'value differs', '`F` is 3, not more than 5 (the nearest of 2 values).'],
    ['F|cased: [Abc, Def]', { F: 'def' }, 'case differs only', 'Only the case differs: `F` is `def`, the rule asks for `Def`.', 'def'],
  ]);
  // biome-ignore format: one case a line.
  group('keywords', [
    ['- foo', { A: 'bar' }, 'value differs', 'No value of the event contains `foo`.'],
    ['- Foo*bar', { A: 'x' }, 'value differs', 'No value of the event contains `Foo*bar`.'],
    ["'|re': 'fo+'", { A: 'bar' }, 'value differs', 'No value of the event matches `fo+`.'],
    ['- foo\n- bar', { A: 'x' }, 'value differs', 'No value of the event contains any of the 2 keywords.'],
    ["'|all':\n  - foo\n  - bar", { A: 'foo' }, 'value differs', 'No value of the event contains `bar`.'],
    ["'|cased': Foo", { A: { B: 'a foo' } }, 'case differs only', 'Only the case differs: `A.B` has `Foo` in another case.'],
    ["- 'a\\*b'", { A: { B: 'axb' } }, 'would match unescaped', 'It would match (in `A.B`) if the wildcard were not escaped: remove the backslash before it, or write two to match a backslash.'],
    ['- powershell', { A: { B: 'powersh\u0435ll' } }, 'value differs', '`A.B` is `powersh\u0435ll`. It looks the same, but has `\u0435` (U+0435, Cyrillic) where the rule has `e` (U+0065).'],
    ["'|base64offset|contains': foobar", { A: 'foobar' }, 'value differs', '`A` has `foobar` as plain text; the rule looks for it in base64.', 'foobar'],
    ['- 4688', { A: 1 }, 'value differs', 'No value of the event contains `4688`.'],
  ]);
  // biome-ignore format: one case a line.
  group('`neq`', [
    ["F|neq: 'x'", { F: 'X' }, 'blocked by negated', "`neq` excludes it: `F` is `'x'`."],
    ["F|contains|neq: ['x', 'y']", { F: 'ay' }, 'blocked by negated', "`neq` excludes it: `F` contains `'y'`."],
    ['F|neq: null', {}, 'blocked by negated', '`neq` excludes it: there is no `F`.'],
  ]);
  // biome-ignore format: one case a line.
  group('names of fields', [
    ['commandline: x', { CommandLine: 'x' }, 'field absent', 'There is no field `commandline`, but there is `CommandLine`: field names are case-sensitive.'],
    ['ComandLine: x', { CommandLine: 'x' }, 'field absent', 'The event has no field `ComandLine`. The nearest name is `CommandLine`.'],
  ]);
  // biome-ignore format: one case a line.
  group('what the condition excludes', [
    ['s:\n  A: 1\nf:\n  B|contains: [2, 3]\ncondition: s and not f', { A: 1, B: 'a3' }, 'blocked by negated', '`f` matches because `B` contains `3`, and the condition excludes it.'],
    ['s:\n  A: 1\nf:\n  B: null\ncondition: s and not f', { A: 1 }, 'blocked by negated', '`f` matches because there is no `B`, and the condition excludes it.'],
    ['s:\n  A: 1\nf:\n  B|neq: 2\ncondition: s and not f', { A: 1, B: 5 }, 'blocked by negated', '`f` matches because `B` is not `2`, and the condition excludes it.'],
    ['s:\n  A: 1\nf:\n  - foo\ncondition: s and not f', { A: 1, B: 'foo' }, 'blocked by negated', '`f` matches because a value contains `foo`, and the condition excludes it.'],
    ["s:\n  A: 1\nf:\n  B|re: 'x+'\ncondition: s and not f", { A: 1, B: 'xx' }, 'blocked by negated', "`f` matches because `B` matches `'x+'`, and the condition excludes it."],
    ['s:\n  A: 1\nf:\n  B|neq: [2, 3]\ncondition: s and not f', { A: 1, B: 5 }, 'blocked by negated', '`f` matches because `B` is not any of 2 values, and the condition excludes it.'],
    ['s:\n  A: 1\nf:\n  B|fieldref: C\ncondition: s and not f', { A: 1, B: 5, C: 5 }, 'blocked by negated', '`f` matches because `B` equals the field `C`, and the condition excludes it.'],
  ]);
});
