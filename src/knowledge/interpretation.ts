/** A choice that the engine makes where the specification is silent or public engines disagree: **(ours)**. */
export interface Interpretation {
  /** Stable: docs/semantics.md, links and tests refer to it. */
  readonly id: string;
  /** Where the specification is silent, in one sentence. */
  readonly clause: string;
  /** How it is read here. */
  readonly ours: string;
  /** The alternative reading. */
  readonly other: string;
  /**
   * Which result the engine can compute under the alternative reading; null if that makes no sense, for the reason in
   * `why`.
   */
  readonly computed: 'event' | 'correlation' | null;
  readonly why?: string;
}
