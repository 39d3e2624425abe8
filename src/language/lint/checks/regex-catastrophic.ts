import type { Check } from '../check';

/** A group of one repeated piece that is itself repeated without end: `(a+)+`, `(?:\w*)*`. */
const NESTED = /\((?:\?:)?(?:\\?[^\\()[\]|]|\\.|\[(?:\\.|[^\]\\])*\])[+*]\??\)(?:[+*]|\{\d+,\})/;

export const regexCatastrophic: Check<'regex-catastrophic'> = {
  id: 'regex-catastrophic',
  severity: 'warning',
  finds: 'A repetition inside a repetition',
  why: 'Of `(a+)+` an engine that tries again and again can split a run of letters in more ways than there are atoms: one crafted event stops it. Here such expressions run in linear time; other backends may hang.',
  bad: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+«(\\w+)+»;'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|re: 'delete\\s+\\w+;'\n    condition: selection",
  value(value, report) {
    const { item, text } = value;
    if (!item.has('re') || text.length > 10_000) return;
    const found = NESTED.exec(text);
    if (found && text[found.index - 1] !== '\\')
      report(
        value.at(found.index, found.index + found[0].length),
        'What is repeated in here is repeated again, which can take for ever elsewhere. Repeat once.',
      );
  },
};
