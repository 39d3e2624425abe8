import { regexFlag } from './regex-flags';

export const m = regexFlag('m', {
  summary: '`^` and `$` in the regular expression match at the start and end of every line.',
  example: "ScriptBlockText|re|m: '^iex '",
});
