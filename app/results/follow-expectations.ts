import type { Expectation } from '../../src/expect';
import type { Expectations, ExpectedFirings, Settings } from '../state/fields';
import { session } from '../state/session';
import { carried, sources } from './carry';
import { eventKeys } from './expectations';
import type { Results } from './outcome';
import { results } from './results';

/** What is expected, and the texts that it was expected of. */
interface Followed {
  /** The keys of the events; null until they were read. */
  readonly keys: readonly string[] | null;
  readonly documents: readonly string[];
  readonly expected: Expectations | undefined;
  readonly firings: readonly ExpectedFirings[] | undefined;
}

/**
 * Lets what is expected of an event or a correlation go with it when its text is edited, from now on. What was expected of
 * the former text of an event stays known, so that it is there again after an undo.
 */
export function followExpectations(): () => void {
  let before: Followed | null = null;
  const look = () => {
    const { settings, events, rule } = session.getState();
    const { expected, expectedFirings: firings } = settings;
    if (!expected && !firings) {
      before = null;
      return;
    }
    const shown = results.getState();
    if (shown.outcome.events !== events || shown.ruleText !== rule) return;
    const now: Followed = { keys: keysOf(shown), documents: documentsOf(shown), expected, firings };
    if (before && isSame(before, now)) return;
    // Where other expectations are there, other work has taken the place, and what came before is no part of it.
    const isOther = before?.expected !== expected || before?.firings !== firings;
    const next = before && !isOther ? moved(before, now) : now;
    // Until the events are read, those before them are known.
    before = { ...next, keys: next.keys ?? (isOther ? null : (before?.keys ?? null)) };
    if (next.expected !== expected || next.firings !== firings)
      session.setState({ settings: withExpected(settings, next) });
  };
  const ends = [
    results.subscribe(look),
    session.subscribe((now, old) => {
      // The texts of another sheet are no edit of those before.
      if (now.sheet !== old.sheet) before = null;
      const { expected, expectedFirings: firings } = now.settings;
      const isAsBefore = expected === old.settings.expected && firings === old.settings.expectedFirings;
      if (isAsBefore || now.events !== old.events || now.rule !== old.rule) return;
      before = before && { ...before, expected, firings };
      look();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function keysOf({ outcome }: Results): readonly string[] | null {
  return eventKeys(outcome);
}

/** Each document by what it is called. */
function documentsOf({ documents }: Results): readonly string[] {
  return documents.map(({ kind, title }) => `${kind} ${title}`);
}

function isSame(before: Followed, now: Followed): boolean {
  return (
    (now.keys === null || before.keys === now.keys) &&
    before.documents.join('\n') === now.documents.join('\n') &&
    before.expected === now.expected &&
    before.firings === now.firings
  );
}

function withExpected(settings: Settings, { expected, firings }: Followed): Settings {
  return {
    ...settings,
    ...(expected ? { expected } : {}),
    ...(firings ? { expectedFirings: firings } : {}),
  };
}

function moved(before: Followed, now: Followed): Followed {
  const { keys } = now;
  const areRead = before.keys !== null && keys !== null && before.keys !== keys;
  const expected = areRead && now.expected ? ofEvents(before.keys, keys, now.expected) : now.expected;
  const named = now.firings && renamed(before.documents, now.documents, now.firings);
  const firings = areRead && named ? ofMembers(before.keys, keys, named) : named;
  return { ...now, expected, firings };
}

function ofEvents(keys: readonly string[], after: readonly string[], expected: Expectations): Expectations {
  const of = new Map(Object.entries(expected));
  const before = { keys, expected: keys.map((key) => of.get(key) ?? null) };
  const added = carried(before, after).flatMap((wanted, i): [string, Expectation][] => {
    const key = after[i]!;
    return wanted && !of.has(key) ? [[key, wanted]] : [];
  });
  return added.length === 0 ? expected : { ...expected, ...Object.fromEntries(added) };
}

/** A member whose text was edited is another one under its new text. */
function ofMembers(
  before: readonly string[],
  after: readonly string[],
  firings: readonly ExpectedFirings[],
): readonly ExpectedFirings[] {
  const edits = sources(before, after).flatMap((from, to): [string, string][] => {
    const [was, is] = [from === null ? '' : before[from]!, after[to]!];
    return from === null || was === is ? [] : [[was, is]];
  });
  if (edits.length === 0) return firings;
  let isChanged = false;
  const next = firings.map((one): ExpectedFirings => {
    const members = one.members?.map((list) => [...list]);
    for (const [was, is] of edits) {
      const list = members?.find((keys) => keys.includes(was));
      if (list) list[list.indexOf(was)] = is;
      isChanged ||= list !== undefined;
    }
    return { ...one, members: members ?? null };
  });
  return isChanged ? next : firings;
}

/** A correlation whose title was edited keeps what is expected of it, unless another has that already. */
function renamed(
  before: readonly string[],
  after: readonly string[],
  firings: readonly ExpectedFirings[],
): readonly ExpectedFirings[] {
  if (before.length < 2) return firings;
  const titles = new Map<string, string>();
  for (const [to, from] of sources(before, after).entries()) {
    const [was, is] = [titleOf(from === null ? undefined : before[from]), titleOf(after[to])];
    const isFree =
      is !== null && !after.includes(`${CORRELATION}${was}`) && !firings.some(({ of }) => of === is);
    if (was !== null && isFree && was !== is) titles.set(was, is);
  }
  if (!firings.some(({ of }) => titles.has(of))) return firings;
  return firings.map((one) => ({ ...one, of: titles.get(one.of) ?? one.of }));
}

const CORRELATION = 'correlation ';

function titleOf(document: string | undefined): string | null {
  return document?.startsWith(CORRELATION) ? document.slice(CORRELATION.length) : null;
}
