import { say, type Words } from '../../src/text';
import { named } from '../workers/failure-words';
import type { LogLoss } from '../workers/log/client';

/** `security-event-4711.json`: the file name of one event. */
export function eventName(
  { name, isEvtx }: { readonly name: string; readonly isEvtx: boolean },
  event: number,
): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem}-event-${event + 1}${isEvtx ? '.xml' : ending}`;
}

/** Why a log’s worker ended. */
export function lossWords(loss: LogLoss): Words {
  return 'what' in loss
    ? say`The pattern \`${named(loss.what)}\` of the rule took too long on this log and was stopped. Change it, then open the log again.`
    : [loss.message];
}
