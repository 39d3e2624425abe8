import { code, prose, say } from '../../../text';
import { type Check, replace } from '../check';

export const wildcardRedundant: Check<'wildcard-redundant'> = {
  id: 'wildcard-redundant',
  severity: 'info',
  finds: 'A star at an end that is already open',
  why: '`contains` and keywords are open at both ends, `startswith` at the end and `endswith` at the start. A star there has no effect.',
  bad: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog«*»'\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection",
  value(value, report) {
    const { item, parts, scalar } = value;
    const { comparison } = item;
    if (comparison === null || comparison === 'exact' || typeof scalar.value !== 'string') return;
    if (parts.every((part) => part.kind === 'star')) return;
    const quoted = scalar.style === 'single' || scalar.style === 'double';
    const ends = [
      comparison === 'startswith' ? null : parts[0],
      comparison === 'endswith' ? null : parts[parts.length - 1],
    ];
    for (const part of ends) {
      if (part?.kind !== 'star' || !part.at) continue;
      const range = value.at(part.at.start, part.at.end);
      const fix = quoted ? replace(prose('Remove the star'), range, '') : null;
      report(
        range,
        say`${item.field === null ? 'A keyword' : code(comparison)} is already open at this end. Remove the star.`,
        fix,
      );
    }
  },
};
