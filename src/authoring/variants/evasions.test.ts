import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../text';
import { readCommandLine } from './command-line';
import { EVASIONS } from './evasions';

/** The command line as the evasion writes it; null if it does not apply. */
function written(id: string, text: string): string | null {
  const evasion = EVASIONS.find((e) => e.id === id);
  if (!evasion) throw new Error(`No evasion ${id}.`);
  const line = readCommandLine(text);
  const out = line ? applyEdits(text, evasion.edits(line)) : text;
  return out === text ? null : out;
}

describe('each evasion writes a command line that Windows runs the same, or leaves it unchanged', () => {
  test.each([
    ['slash-dash', 'certutil -urlcache -f a b', 'certutil /urlcache /f a b'],
    ['slash-dash', '"C:\\Windows\\System32\\whoami.exe" /all', '"C:\\Windows\\System32\\whoami.exe" -all'],
    ['slash-dash', 'net user x /add', null],
    ['slash-dash', 'powershell -nop -c Get-Item -Path x', 'powershell /nop /c Get-Item -Path x'],
    ['unicode-dash', 'powershell.exe -enc AAAA', 'powershell.exe –enc AAAA'],
    ['unicode-dash', 'certutil -decode a b', null],
    ['abbreviation', 'powershell -EncodedCommand AAAA', 'powershell -ec AAAA'],
    ['abbreviation', 'powershell -nop -w hidden', 'powershell -NoProfile -WindowStyle hidden'],
    ['abbreviation', 'powershell -File a.ps1', null],
    ['abbreviation', 'cmd -nop', null],
    ['case', 'whoami /all', 'wHoAmI /aLl'],
    ['case', 'ping -s 1 x', null],
    ['program-case', 'ping -s 1 x', 'pInG -s 1 x'],
    ['program-case', 'whoami /all', null],
    ['blanks', 'net user x /add', 'net   user   x   /add'],
    ['blanks', 'cmd /c echo "a b"', 'cmd   /c   echo "a b"'],
    ['blanks', 'whoami', null],
    ['tab', 'net user "a b"', 'net\tuser\t"a b"'],
    ['quoted-program', 'whoami /all', '"whoami" /all'],
    ['quoted-program', '"whoami" /all', null],
    ['quotes-inside', 'whoami /all', 'whoami /a""ll'],
    ['quotes-inside', 'cmd /c whoami', null],
    ['quotes-inside', 'rundll32 /xyz', null],
    ['caret', 'cmd.exe /c whoami /all', 'cmd.exe /c w^hoami /a^ll'],
    ['caret', 'cmd /c "whoami /all"', 'cmd /c "w^hoami /a^ll"'],
    ['caret', 'cmd /c echo "one" %path%', 'cmd /c e^cho "one" %path%'],
    ['caret', 'whoami /all', null],
    ['backtick', 'powershell -c Get-Process | iex', 'powershell -c Get-`Process | ie`x'],
    ['backtick', 'powershell -c $iex.Invoke', null],
    ['curly-quotes', "powershell -c iex 'a'", 'powershell -c iex ’a’'],
    ['variable', 'cmd /c C:\\Windows\\System32\\cmd.exe /k', 'cmd /c %COMSPEC% /k'],
    ['variable', 'cmd /c C:\\Windows\\Temp\\a.bat', 'cmd /c %SystemRoot%\\Temp\\a.bat'],
    ['variable', 'C:\\Windows\\System32\\whoami.exe', null],
    ['no-path', 'C:\\Windows\\System32\\whoami.exe /all', 'whoami /all'],
    ['no-path', 'whoami.exe /all', 'whoami /all'],
    ['no-path', 'C:\\Tools\\a.exe', null],
    ['dot-dot', 'C:\\Windows\\System32\\a.exe', 'C:\\Windows\\Temp\\..\\System32\\a.exe'],
    ['forward-slashes', 'C:\\Windows\\a.exe C:\\x', 'C:/Windows/a.exe C:\\x'],
    ['short-name', '"C:\\Program Files\\A\\a.exe" b', '"C:\\PROGRA~1\\A\\a.exe" b'],
    ['short-name', 'C:\\Files\\a.exe', null],
  ])('%s: %s', (id, text, expected) => {
    expect(written(id, text)).toBe(expected);
  });

  test('every evasion has a unique id and says why it works', () => {
    for (const { why, name } of EVASIONS) {
      expect(name).not.toBe('');
      expect(why).toMatch(/^[\w`].*\.$/);
    }
    expect(new Set(EVASIONS.map(({ id }) => id)).size).toBe(EVASIONS.length);
  });

  test.each(['', '   ', '"', '""', '"abc', '\t', 'cmd /c', 'cmd /c ', 'cmd /c "', 'powershell -c "'])(
    'a broken line causes no error: %j',
    (text) => {
      for (const { id } of EVASIONS) expect(() => written(id, text)).not.toThrow();
    },
  );
});
