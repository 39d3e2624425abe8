import { TOLD } from '../../../src/limits';
import type { MessagePart, RunMessage } from './protocol';

type Lists = Readonly<Record<string, readonly unknown[]>>;

/** The lists of a message that may be long, and the message with others in their places. */
interface Parted {
  readonly lists: Lists;
  with(lists: Lists): RunMessage;
}

/** Null for a message that is never long. */
function parted(message: RunMessage): Parted | null {
  if (message.kind === 'rule' && message.info) {
    const { info } = message;
    const { values, selections } = info;
    return {
      lists: { values, selections },
      with: (lists) => ({
        ...message,
        info: { ...info, ...(lists as Pick<typeof info, 'values' | 'selections'>) },
      }),
    };
  }
  if (message.kind === 'indicators' && message.found) {
    const { found } = message;
    return {
      lists: { indicators: found.indicators },
      with: (lists) => ({ ...message, found: { ...found, ...(lists as Pick<typeof found, 'indicators'>) } }),
    };
  }
  return null;
}

/**
 * What is posted for a message. The page reads each posted message in one task, so a long list comes in several; other
 * messages are as they were.
 */
export function parcelled(message: RunMessage): readonly (RunMessage | MessagePart)[] {
  const long = parted(message);
  if (!long) return [message];
  const most = TOLD.messagePart.value;
  const lists = Object.entries(long.lists);
  if (lists.reduce((sum, [, { length }]) => sum + length, 0) <= most) return [message];
  const parts: MessagePart[] = [];
  for (const [list, items] of lists)
    for (let at = 0; at < items.length; at += most)
      parts.push({ kind: 'part', list, items: items.slice(at, at + most) });
  return [...parts, long.with(Object.fromEntries(lists.map(([list]) => [list, []])))];
}

/** Puts the messages of runs together again. */
export class Unpacker {
  private run = 0;
  private parts: MessagePart[] = [];

  /** The message that is whole with what has come; null while more of it is to come. */
  take(run: number, message: RunMessage | MessagePart): RunMessage | null {
    if (run !== this.run) this.parts = [];
    this.run = run;
    if (message.kind === 'part') {
      this.parts.push(message);
      return null;
    }
    const { parts } = this;
    const long = parts.length > 0 ? parted(message) : null;
    if (!long) return message;
    this.parts = [];
    const whole = (list: string) => parts.flatMap((part) => (part.list === list ? part.items : []));
    return long.with(Object.fromEntries(Object.keys(long.lists).map((list) => [list, whole(list)])));
  }
}
