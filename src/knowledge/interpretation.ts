/** A choice that the engine makes where the specification is silent or public engines disagree: **(ours)**. */
export interface Interpretation {
  /** Stable: docs/semantics.md marks its choice with it, links and tests name it. */
  readonly id: string;
  /** Where the specification is silent, in a sentence. */
  readonly clause: string;
  /** How it is read here. */
  readonly ours: string;
  /** How else it is read. */
  readonly other: string;
  /** Whose verdict the engine can give under the other reading; null if that makes no sense, and `why` says why. */
  readonly computed: 'event' | 'correlation' | null;
  readonly why?: string;
}
