import { regexFlag } from './regex-flags';

export const m = regexFlag('m', {
  summary: '`^` and `$` in the regular expression stand at every line.',
  example: "ScriptBlockText|re|m: '^iex '",
});
