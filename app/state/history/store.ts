import { titleOf } from '../rule-title';
import type { Work } from '../session';
import { answer, deleteDatabase, HistoryFailure, inTransaction, troubleOf } from './database';
import { type KeptState, type Reason, readState } from './kept-state';
import { keyOf, type Packed, pack, unpack } from './packed';
import { LIMITS, thinOut } from './thin-out';

/*
 * The states of the user's work that are kept, in the browser's database. All tabs share them. Everything here rejects with
 * a `HistoryFailure` where the database does not do what is asked.
 */

/** A state that is to be kept. */
export interface Kept {
  readonly work: Work;
  readonly why: Reason;
  /** Null where they are not known. */
  readonly counts: { readonly matches: number; readonly total: number } | null;
  /** What an import says of it; else it is of now, without a name. */
  readonly told?: Pick<KeptState, 'at' | 'name' | 'starred'>;
}

/** A state that is kept now: its id, and whether it was not there before. */
export interface KeptNow {
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Keeps a state. One that is there already moves to the present with its name and star; an import leaves its date and
 * reason.
 */
export async function keepState(kept: Kept): Promise<KeptNow> {
  const rule = await packed(kept.work.rule);
  const events = await packed(kept.work.events);
  const state = await stateOf(kept, rule, events);
  // Where there is no room the oldest make room, as long as there are any.
  for (let limit = LIMITS.bytes; ; limit /= 4) {
    try {
      const isNew = await put(state, [rule, events], { ...LIMITS, bytes: limit });
      tell();
      return { id: state.id, isNew };
    } catch (error) {
      if (troubleOf(error) !== 'full' || limit < 1_000_000) throw error;
    }
    await inTransaction('readwrite', (store) => tidy(store, { ...LIMITS, bytes: limit / 4 })).catch(() => {});
  }
}

async function put(state: KeptState, texts: readonly Packed[], limits: typeof LIMITS): Promise<boolean> {
  return inTransaction('readwrite', async (store) => {
    const old = readState(await answer(store('states').get(state.id)));
    const name = old?.name || state.name;
    const starred = old?.starred || state.starred;
    const { at } = old && state.why === 'imported' ? old : state;
    const why = old && isQuieter(state, old) ? old.why : state.why;
    const { matches, total } = state.matches === null && old ? old : state;
    store('states').put({ ...state, at, name, starred, why, matches, total } satisfies KeptState);
    for (const { key, form, bytes } of texts)
      if ((await answer(store('texts').getKey(key))) === undefined) store('texts').put({ form, bytes }, key);
    await tidy(store, limits);
    return old === undefined;
  });
}

/**
 * Deletes states that were kept for a reason that holds no more. One that has a star or a name, or another reason by now,
 * stays.
 */
export async function dropStates(ids: readonly string[], why: Reason): Promise<void> {
  await inTransaction('readwrite', async (store) => {
    for (const id of ids) {
      const state = readState(await answer(store('states').get(id)));
      if (state?.why === why && !state.starred && state.name === '') store('states').delete(id);
    }
    await tidy(store, LIMITS);
  });
  tell();
}

/** True where the reason why a state is there says more than why it is kept now. */
function isQuieter(now: KeptState, old: KeptState): boolean {
  if (now.why === 'imported') return true;
  // The storage may still refer to it.
  return old.why === 'full' && (now.why === 'rest' || now.why === 'left');
}

/** Takes out what is too old or too much, and the texts that no state has any more. */
async function tidy(
  store: (name: 'states' | 'texts') => IDBObjectStore,
  limits: typeof LIMITS,
): Promise<void> {
  const all: unknown[] = await answer(store('states').getAll());
  const states = all.flatMap((value) => readState(value) ?? []);
  const going = thinOut(states, Date.now(), limits);
  for (const id of going) store('states').delete(id);
  // What cannot be read may be of a newer version, and so may its texts.
  if (states.length < all.length) return;
  const used = new Set(states.flatMap((s) => (going.has(s.id) ? [] : [s.rule, s.events])));
  for (const key of await answer(store('texts').getAllKeys()))
    if (!used.has(String(key))) store('texts').delete(key);
}

async function stateOf({ work, why, counts, told }: Kept, rule: Packed, events: Packed): Promise<KeptState> {
  const { settings, ruleName, eventsName } = work;
  const own = JSON.stringify([rule.key, events.key, settings]);
  return {
    id: await keyOf(new TextEncoder().encode(own)),
    at: told?.at ?? Date.now(),
    why,
    title: titleOf(work.rule),
    rule: rule.key,
    events: events.key,
    ruleBytes: rule.bytes.byteLength,
    eventsBytes: events.bytes.byteLength,
    ruleName,
    eventsName,
    settings,
    matches: counts?.matches ?? null,
    total: counts?.total ?? null,
    name: told?.name ?? '',
    starred: told?.starred ?? false,
  };
}

/** The texts packed last: mostly one side has not changed since. */
let lately: readonly { readonly text: string; readonly packed: Promise<Packed> }[] = [];

function packed(text: string): Promise<Packed> {
  const known = lately.find((one) => one.text === text) ?? { text, packed: pack(text) };
  lately = [known, ...lately.filter((one) => one !== known)].slice(0, 2);
  return known.packed;
}

/** The states, newest first, and how many there are that cannot be read. */
export interface Listed {
  readonly states: readonly KeptState[];
  readonly unread: number;
}

/** Lists what is kept. */
export async function listStates(): Promise<Listed> {
  const all: unknown[] = await inTransaction('readonly', (store) => answer(store('states').getAll()));
  const states = all.flatMap((value) => readState(value) ?? []).sort((a, b) => b.at - a.at);
  return { states, unread: all.length - states.length };
}

/** The work of a state with its texts; null if there is no such state any more. */
export async function readWorkOf(id: string): Promise<Work | null> {
  const found = await inTransaction('readonly', async (store) => {
    const state = readState(await answer(store('states').get(id)));
    if (!state) return null;
    const texts: unknown[] = [
      await answer(store('texts').get(state.rule)),
      await answer(store('texts').get(state.events)),
    ];
    return { state, texts };
  });
  if (!found) return null;
  const { ruleName, eventsName, settings } = found.state;
  try {
    const [rule = '', events = ''] = await Promise.all(found.texts.map(unpack));
    return { rule, events, ruleName, eventsName, settings };
  } catch {
    throw new HistoryFailure('broken');
  }
}

/** Gives a state a name, or takes it away; sets its star or takes it off. */
export async function changeState(
  id: string,
  change: Partial<Pick<KeptState, 'name' | 'starred'>>,
): Promise<void> {
  await inTransaction('readwrite', async (store) => {
    const old: unknown = await answer(store('states').get(id));
    // As it stands there: a newer version may have added to it.
    if (typeof old === 'object' && old !== null) store('states').put({ ...old, ...change });
  });
  tell();
}

/**
 * Deletes all states, and a database that cannot be read. Where another tab is in the way this rejects, and the browser
 * deletes them later: `onLate` is called then.
 */
export async function deleteHistory(onLate: () => void): Promise<void> {
  const late = () => {
    tell();
    onLate();
  };
  await deleteDatabase(late).finally(tell);
}

type Listener = () => void;
const listeners = new Set<Listener>();
let channel: BroadcastChannel | null = null;

/** The other tabs. */
function others(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel('sigma-playground.history');
  channel.addEventListener('message', () => {
    for (const listener of listeners) listener();
  });
  return channel;
}

/** Calls `listener` when this tab or another has changed what is kept, until the returned function is called. */
export function onHistoryChange(listener: Listener): () => void {
  others();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
  others().postMessage(null);
}
