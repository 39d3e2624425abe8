import { prose } from '../../../text';
import { type Check, replace } from '../check';

export const wildcardDoubled: Check<'wildcard-doubled'> = {
  id: 'wildcard-doubled',
  severity: 'info',
  finds: 'Two stars in a row',
  why: 'One star stands for any number of characters, so a second has no effect. For a literal star, write `\\*`.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete«**»catalog'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete*catalog'\n    condition: selection",
  value(value, report) {
    const { item, parts, text } = value;
    if (item.comparison === null || !text.includes('**')) return;
    for (let i = 0; i + 1 < parts.length; i++) {
      const first = parts[i]!;
      if (first.kind !== 'star' || parts[i + 1]!.kind !== 'star' || !first.at) continue;
      let end = i + 1;
      while (parts[end + 1]?.kind === 'star') end++;
      const range = value.at(first.at.start, parts[end]!.at!.end);
      report(
        range,
        prose('A second star has no effect. Write one.'),
        replace(prose('Write one star'), range, '*'),
      );
      i = end;
    }
  },
};
