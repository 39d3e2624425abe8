import type { Turn } from '../turns';
import type { Catalog } from './catalog';
import { INDICATOR_KINDS } from './indicator-questions';
import { search } from './search/search';

/**
 * A kind of question: prepared for one catalog when it is first asked, then called with each question. Questions and
 * answers are plain data. An index that all questions of a kind need is built here and lives as long as the catalog;
 * long work regularly lets other work run.
 */
type Kind = (catalog: Catalog, turn: Turn) => (asked: never) => unknown;

/** All questions about a catalog. A new kind needs only a line here. */
const KINDS = {
  /** The text of the file that contains a rule, by the rule's position. */
  text: (catalog: Catalog) => (rule: number) => catalog.textOf(rule),
  ...INDICATOR_KINDS,
  /** The rules that a query finds. */
  search,
} as const satisfies Readonly<Record<string, Kind>>;

export type QuestionKind = keyof typeof KINDS;

/** The question and the answer for questions of the kind `K`. */
export type Asked<K extends QuestionKind> = Parameters<ReturnType<(typeof KINDS)[K]>>[0];
export type Answer<K extends QuestionKind> = Awaited<ReturnType<ReturnType<(typeof KINDS)[K]>>>;

/** A question of any kind. Plain data. */
export type Question = {
  [K in QuestionKind]: { readonly kind: K; readonly asked: Asked<K> };
}[QuestionKind];

/** Answers questions about one catalog. */
export class Answerer {
  private readonly ready = new Map<QuestionKind, (asked: never) => unknown>();

  constructor(
    private readonly catalog: Catalog,
    private readonly turn: Turn,
  ) {}

  async answer({ kind, asked }: Question): Promise<Answer<QuestionKind>> {
    let answer = this.ready.get(kind);
    if (!answer) {
      const kinds: Readonly<Record<QuestionKind, Kind>> = KINDS;
      answer = kinds[kind](this.catalog, this.turn);
      this.ready.set(kind, answer);
    }
    return (await answer(asked as never)) as Answer<QuestionKind>;
  }
}
