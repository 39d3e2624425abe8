import { createStore } from 'zustand/vanilla';
import { isObject, type Reader, readString } from './fields';

/*
 * The filters of Findings as a link holds them: by names, so that they mean the same over another copy of the log and the rules.
 */

/** Which findings are looked at; what is absent is not filtered. */
export interface SharedFilter {
  /** The rule's title and its path in the catalog. */
  readonly rule?: { readonly title: string; readonly path: string };
  readonly level?: string;
  readonly technique?: string;
  readonly host?: string;
  readonly user?: string;
  readonly file?: string;
  /** In milliseconds since 1970. */
  readonly span?: { readonly from: number; readonly to: number };
}

/**
 * The filters that are on, or that a link has and that hold once the catalog runs over a log; null if there are none.
 */
export const foundFilter = createStore<{ readonly now: SharedFilter | null }>(() => ({ now: null }));

const NAMES = ['level', 'technique', 'host', 'user', 'file'] as const;

/** Filters from outside; undefined if there is none among it. A part that is none is left out. */
export const readFilter: Reader<SharedFilter> = (value) => {
  if (!isObject(value)) return undefined;
  const { rule, span } = value;
  const parts: [string, unknown][] = [];
  if (isObject(rule) && readString(rule.title) !== undefined && readString(rule.path) !== undefined)
    parts.push(['rule', { title: rule.title, path: rule.path }]);
  for (const name of NAMES) {
    const text = readString(new Map(Object.entries(value)).get(name));
    if (text !== undefined) parts.push([name, text]);
  }
  if (isObject(span) && isTime(span.from) && isTime(span.to))
    parts.push(['span', { from: span.from, to: span.to }]);
  return parts.length === 0 ? undefined : (Object.fromEntries(parts) as SharedFilter);
};

/** What a date can be of. */
const LATEST = 8.64e15;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LATEST;
}
