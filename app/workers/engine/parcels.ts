import { TOLD } from '../../../src/limits';
import type { RuleMeta } from '../../../src/rule';
import type { MessagePart, RunMessage } from './protocol';

type Lists = ReadonlyMap<string, readonly unknown[]>;

/** The lists of a message that may be long, and the message with others in their places. */
interface Parted {
  readonly lists: Lists;
  with(lists: Lists): RunMessage;
}

/** Null for a message that is never long. */
function parted(message: RunMessage): Parted | null {
  switch (message.kind) {
    case 'rule': {
      const { info } = message;
      if (!info) return null;
      const { values, selections } = info;
      return {
        lists: named({ values, selections }),
        with: (lists) => ({
          ...message,
          info: {
            ...info,
            values: taken(lists, 'values', values),
            selections: taken(lists, 'selections', selections),
          },
        }),
      };
    }
    case 'indicators': {
      const { found } = message;
      if (!found) return null;
      const { indicators } = found;
      return {
        lists: named({ indicators }),
        with: (lists) => ({
          ...message,
          found: { ...found, indicators: taken(lists, 'indicators', indicators) },
        }),
      };
    }
    case 'trace': {
      const { trace } = message;
      if (!trace) return null;
      const { selections } = trace;
      return {
        lists: named({ selections }),
        with: (lists) => ({
          ...message,
          trace: { ...trace, selections: taken(lists, 'selections', selections) },
        }),
      };
    }
    case 'page':
      return partedPage(message);
    default:
      return null;
  }
}

/** The metadata of all documents, and the fields of the rule. */
function partedPage(message: Extract<RunMessage, { readonly kind: 'page' }>): Parted {
  const { rule, others } = message;
  const fields = rule?.card.fields ?? [];
  const metas = rule ? [rule.card.meta, ...others.map(({ meta }) => meta)] : others.map(({ meta }) => meta);
  const withLists = (lists: Lists, meta: RuleMeta, of: number): RuleMeta => ({
    ...meta,
    tags: taken(lists, `tags ${of}`, meta.tags),
    references: taken(lists, `references ${of}`, meta.references),
    related: taken(lists, `related ${of}`, meta.related),
    falsepositives: taken(lists, `falsepositives ${of}`, meta.falsepositives),
    fields: taken(lists, `fields ${of}`, meta.fields),
    scope: taken(lists, `scope ${of}`, meta.scope),
  });
  return {
    lists: new Map<string, readonly unknown[]>([
      ['fields', fields],
      ...metas.flatMap(({ tags, references, related, falsepositives, fields, scope }, of) =>
        Object.entries({ tags, references, related, falsepositives, fields, scope }).map(
          ([name, list]) => [`${name} ${of}`, list] as const,
        ),
      ),
    ]),
    with: (lists) => ({
      ...message,
      rule: rule && {
        ...rule,
        card: {
          ...rule.card,
          fields: taken(lists, 'fields', rule.card.fields),
          meta: withLists(lists, rule.card.meta, 0),
        },
      },
      others: others.map((one, i) => ({ ...one, meta: withLists(lists, one.meta, rule ? i + 1 : i) })),
    }),
  };
}

function named(lists: Readonly<Record<string, readonly unknown[]>>): Lists {
  return new Map(Object.entries(lists));
}

/** The list of a name, which is of the kind of the one in whose place it comes. */
function taken<T>(lists: Lists, name: string, was: readonly T[]): readonly T[] {
  return (lists.get(name) as readonly T[] | undefined) ?? was;
}

/**
 * What is posted for a message. The page reads each posted message in one task, so a long list comes in several; other
 * messages are as they were.
 */
export function parcelled(
  message: RunMessage,
  most = TOLD.messagePart.value,
): readonly (RunMessage | MessagePart)[] {
  const long = parted(message);
  if (!long) return [message];
  const lists = [...long.lists];
  if (lists.reduce((sum, [, { length }]) => sum + length, 0) <= most) return [message];
  const parts: MessagePart[] = [];
  for (const [list, items] of lists)
    for (let at = 0; at < items.length; at += most)
      parts.push({ kind: 'part', list, items: items.slice(at, at + most) });
  return [...parts, long.with(new Map(lists.map(([list]) => [list, []])))];
}

/** Puts the messages of runs together again. */
export class Unpacker {
  private run = 0;
  /** What has come of each list. */
  private lists = new Map<string, unknown[]>();

  /** The message that is whole with what has come; null while more of it is to come. */
  take(run: number, message: RunMessage | MessagePart): RunMessage | null {
    if (run !== this.run) this.lists = new Map();
    this.run = run;
    if (message.kind === 'part') {
      const list = this.lists.get(message.list) ?? [];
      this.lists.set(message.list, list);
      for (const item of message.items) list.push(item);
      return null;
    }
    const { lists } = this;
    const long = lists.size > 0 ? parted(message) : null;
    if (!long) return message;
    this.lists = new Map();
    return long.with(lists);
  }
}
