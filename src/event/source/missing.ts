import { SECURITY } from '../../knowledge';
import { say, type Words } from '../../text';
import type { SigmaEvent } from '../event';
import type { EventSource } from './source';

const COMMAND_LINE = ['CommandLine', 'ProcessCommandLine'];

/**
 * Why an event has no value in a field, as a sentence, if the source says more than that: the command line of a 4688 is
 * recorded only if a policy is enabled. `own` are the event's names for the field. Undefined for a field with a value.
 */
export function whyMissing(
  source: EventSource,
  own: readonly string[],
  event: SigmaEvent,
): Words | undefined {
  if (source.channel !== SECURITY || source.eventId !== 4688) return undefined;
  if (!own.some((name) => COMMAND_LINE.includes(name))) return undefined;
  const values = [...own, ...COMMAND_LINE].map((name) => event.get(name));
  if (values.some((value) => value !== undefined && value !== null && value !== '')) return undefined;
  const present = values.find((value) => value !== undefined);
  const how =
    present === undefined
      ? 'The event has no command line'
      : present === null
        ? 'The command line is there, but null'
        : 'The command line is empty';
  return say`${how}: Security 4688 has it only if the policy \`Include command line in process creation events\` is enabled.`;
}
