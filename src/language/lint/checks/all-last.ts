import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import { isAllBeforeOthers } from '../draft-points';

export const allLast: Check<'all-last'> = {
  id: 'all-last',
  severity: 'warning',
  since: '2.2.0',
  finds: '`all` before another modifier',
  why: 'The 2.2.0 draft writes `all` last, after the modifiers that are about each value. In 2.1.0 its place does not matter, and here it means the same wherever it stands.',
  bad: "sigma-version: 2.2\ndetection:\n    selection:\n        CommandLine|«all»|contains:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  good: "sigma-version: 2.2\ndetection:\n    selection:\n        CommandLine|contains|all:\n            - 'delete'\n            - 'catalog'\n    condition: selection",
  item(item, report) {
    if (!isAllBeforeOthers(item)) return;
    const range = item.modifierRange('all');
    const { end } = item.keyRange;
    const { text } = item.rule;
    // A key with escapes is not cut by its characters.
    const isPlain = text[range.start - 1] === '|' && text.slice(range.start, range.end) === 'all';
    const fix = replace(prose('Write `all` last'), { start: range.start - 1, end: range.end }, '');
    report(
      range,
      say`The 2.2.0 draft writes \`all\` last: \`${[...item.modifiers.filter((name) => name !== 'all'), 'all'].join('|')}\`. 2.1.0 takes it anywhere.`,
      isPlain ? { ...fix, edits: [...fix.edits, { range: { start: end, end }, text: '|all' }] } : null,
    );
  },
};
