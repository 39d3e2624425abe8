import type { Coverage, EventSource, SigmaEvent } from '../../event';
import { coverage, Recogniser } from '../../event';
import type { Plan } from '../../rule';
import type { FieldMapping } from '../../text';
import type { MatchOptions } from '../evaluate';
import { LearningGroup } from './learning-group';

export interface SetOptions extends MatchOptions {
  /** Field names mapped by hand, for all plans, instead of their own. */
  readonly mapping?: FieldMapping;
  /** Positions of plans that are not asked. */
  readonly without?: ReadonlySet<number>;
}

/**
 * Many plans over many events. Exact: an event matches the same plans as with one `Evaluator` for each; only the work
 * differs. Plans whose log source differs from the event's are skipped.
 */
export class RuleSet {
  private readonly bySource: (
    | readonly { readonly group: LearningGroup; readonly coverage: Coverage }[]
    | undefined
  )[] = [];
  private readonly recogniser = new Recogniser();
  private readonly groups = new Map<string, LearningGroup>();
  private readonly ignoreLogsource: boolean;
  private readonly mapping: FieldMapping | undefined;
  private readonly without: ReadonlySet<number> | undefined;

  constructor(
    readonly plans: readonly Plan[],
    options: SetOptions = {},
  ) {
    this.ignoreLogsource = options.ignoreLogsource === true;
    this.mapping = options.mapping;
    this.without = options.without;
  }

  /** Positions in `plans` of those that match the event, in ascending order. */
  match(event: SigmaEvent): number[] {
    const source = this.recogniser.recognise(event);
    this.bySource[source.id] ??= this.groupsFor(source);
    const matches: number[] = [];
    const groups = this.bySource[source.id]!;
    for (let i = 0; i < groups.length; i++) groups[i]!.group.match(event, groups[i]!.coverage, matches);
    return matches.length > 1 ? matches.sort((a, b) => a - b) : matches;
  }

  /** Plans that see the source's events through the same names form a group. */
  private groupsFor(source: EventSource): { group: LearningGroup; coverage: Coverage }[] {
    const members = new Map<string, { coverage: Coverage; positions: number[] }>();
    this.plans.forEach((plan, position) => {
      if (this.without?.has(position)) return;
      const cover = coverage(plan.logsource, source, this.mapping ?? plan.mapping);
      if (!this.ignoreLogsource && !cover.applicable) return;
      const known = members.get(cover.names);
      if (known) known.positions.push(position);
      else members.set(cover.names, { coverage: cover, positions: [position] });
    });
    return [...members.values()].map(({ coverage: cover, positions }) => ({
      coverage: cover,
      group: this.group(positions),
    }));
  }

  /** Sources that are covered by the same plans share one group. */
  private group(positions: readonly number[]): LearningGroup {
    const key = positions.join();
    let group = this.groups.get(key);
    if (!group) {
      group = new LearningGroup(
        positions.map((p) => this.plans[p]!),
        positions,
      );
      this.groups.set(key, group);
    }
    return group;
  }
}
