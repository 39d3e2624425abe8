import type { EventFormat } from '../event';
import type { MatchOptions } from '../match';
import type { CollectionEntry, CompiledRule, CompileOptions } from '../rule';
import { type Collection, compileCollection } from '../rule';

/** Which events are in an export. */
export type WhichEvents = 'chosen' | 'matching' | 'all';

/** What is exported: the texts, and how they are read. */
export interface PaperAsk extends MatchOptions {
  readonly what: 'result' | 'rule page';
  readonly rule: string;
  readonly events: string;
  /** The index of the rule's document in the text. */
  readonly document: number;
  readonly which: WhichEvents;
  /** The index of the chosen event. */
  readonly chosen: number;
  /** The number of the first event, as people count: 1, or more where the text is a part of a log. */
  readonly first: number;
  readonly format?: EventFormat | undefined;
  readonly compile?: CompileOptions;
}

/** The rule's text, compiled. */
export function collectionOf({ rule, compile = {} }: Pick<PaperAsk, 'rule' | 'compile'>): Collection {
  return compileCollection(rule, compile);
}

/** The detection rule of a document or, if that is none, the first rule that compiles. Null if none does. */
export function ruleAt({ documents, plans }: Collection, document: number): CompiledRule | null {
  const isRule = ({ kind, compiled }: CollectionEntry) => kind === 'detection' && compiled !== null;
  const wanted = documents[document];
  const entry = wanted && isRule(wanted) ? wanted : documents.find(isRule);
  return entry ? plans[entry.compiled!]! : null;
}
