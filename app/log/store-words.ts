import type { FileLoss, LogFile } from '../../src/log';
import { say, type Words } from '../../src/text';
import { count } from '../ui/count';
import { named } from '../workers/failure-words';
import type { LogLoss } from '../workers/log/client';

/** `security-event-4711.json`: the file name of one event of a file. */
export function eventName({ name: path, isEvtx }: Pick<LogFile, 'name' | 'isEvtx'>, event: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem}-event-${event + 1}${isEvtx ? '.xml' : ending}`;
}

/** Why the worker of a log ended; `then` says what to do about a pattern. */
export function lossWords(loss: LogLoss, log: string, then = ''): Words {
  return 'what' in loss
    ? say`The pattern \`${named(loss.what)}\` of the rule took too long on ${log} and was stopped.${then}`
    : [loss.message];
}

/** A file that cannot be read, what is there of it all the same, and what to do. */
export function fileLossWords({ name, events, isWhole }: FileLoss): Words {
  if (isWhole)
    return say`\`${name}\` was changed, moved or removed after it was read. What was found in it stays, but its events can no longer be opened or asked again. Open it again to read it as it is now.`;
  if (events > 0)
    return say`\`${name}\` was changed, moved or removed while it was read. Its first ${count(events, 'event')} are there, and no more. Open it again to read all of it.`;
  return say`\`${name}\` could not be read and is left out. If it was changed, moved or is in use, open it again.`;
}
