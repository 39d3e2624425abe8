import type { Turn } from '../turns';
import type { Catalog } from './catalog';
import { INDICATOR_KINDS } from './indicator-questions';
import { search } from './search/search';

/**
 * A kind of question: made ready for one catalog when it is first asked, then called with what is asked. What is asked and
 * what is answered is plain data. An index that all questions of the kind need is built in here, and lives as long as the
 * catalog; what takes long gives others a turn every now and then.
 */
type Kind = (catalog: Catalog, turn: Turn) => (asked: never) => unknown;

/** All that can be asked of a catalog. A line here is all that a new kind needs. */
const KINDS = {
  /** The text of the file that a rule stands in, by the rule's position. */
  text: (catalog: Catalog) => (rule: number) => catalog.textOf(rule),
  ...INDICATOR_KINDS,
  /** The rules that a query finds. */
  search,
} as const satisfies Readonly<Record<string, Kind>>;

export type QuestionKind = keyof typeof KINDS;

/** What is asked, and what is answered, in questions of the kind `K`. */
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
