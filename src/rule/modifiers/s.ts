import { regexFlag } from './regex-flags';

export const s = regexFlag('s', {
  summary: '`.` in the regular expression matches line breaks too.',
  example: "ScriptBlockText|re|s: 'begin.*end'",
});
