import { regexFlag } from './regex-flags';

export const i = regexFlag('i', {
  summary: 'The regular expression ignores case.',
  example: "CommandLine|re|i: 'invoke-\\w+'",
});
