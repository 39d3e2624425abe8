import { regexFlag } from './regex-flags';

export const i = regexFlag('i', {
  summary: 'The regular expression ignores upper and lower case.',
  example: "CommandLine|re|i: 'invoke-\\w+'",
});
