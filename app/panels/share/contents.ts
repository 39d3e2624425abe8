import type { Shared } from '../../state/share';
import { count } from '../../ui/count';

/** What a link holds, as a sentence; one that holds nothing opens the page alone. */
export function contentsWords({ rule, events, settings }: Shared, areMadeUp: boolean): string {
  const { expected, placeholders, mapping, ignoreLogsource, spec } = settings;
  const tests = Object.keys(expected ?? {}).length;
  const parts = [
    ...(rule === '' ? [] : [`the rule (${count(rule.length, 'character')})`]),
    ...(events === ''
      ? []
      : [`the events${areMadeUp ? ' with made-up names' : ''} (${count(events.length, 'character')})`]),
    ...(tests === 0 ? [] : [count(tests, 'test')]),
    ...(Object.keys(placeholders).length === 0 ? [] : ['values of placeholders']),
    ...(mapping ? ['field mappings'] : []),
    ...(spec ? ['the version of Sigma that you picked'] : []),
    ...(ignoreLogsource ? ['that log sources are ignored'] : []),
  ];
  if (rule === '' && events === '') return 'The link holds nothing of your work: it opens the page.';
  const last = parts.pop();
  return `The link holds ${parts.length === 0 ? '' : `${parts.join(', ')} and `}${last}.`;
}
