import { commandLineOf, repairs } from '../authoring';
import type { Readings } from '../knowledge';
import { decidedBy, Evaluator, type MatchOptions, posted, type Trace } from '../match';
import type { Plan } from '../rule';
import type { Turns } from '../turns';
import type { Chosen } from './documents';
import { Explained } from './explained';
import { OnDemand, type OnDemandPart } from './on-demand';
import { eventsInSight, type LivePanel, type OnScreen, within } from './on-screen';
import { postIndicators, postPage, type RunContext } from './run-context';
import { TogetherResults } from './together';
import { copied, emptyTally, type Tally, type VerdictBatch, verdictsOf } from './verdict-batch';

/** Verdicts between two looks at the clock; so few are posted all at once. */
const PIECE = 256;

/** One run of the rule in force over the events, posted in stages: what is on screen first. */
export class Run {
  private readonly options: MatchOptions;
  private readonly onDemand: OnDemand;
  /** The events are those of this run. */
  private isRead = false;
  private evaluator: Evaluator | null = null;
  private explained: Explained | null = null;
  private together: TogetherResults | null = null;
  /** The verdicts, if they are compared with those of a pinned version. */
  private codes = new Uint8Array(0);

  constructor(
    private readonly context: RunContext,
    private screen: OnScreen,
  ) {
    this.options = { ignoreLogsource: context.settings.ignoreLogsource };
    this.onDemand = new OnDemand(this.partsOfRule());
  }

  /** Posts what is known about the rule before anything is evaluated. */
  async tellRule(turns: Turns): Promise<void> {
    this.context.post(this.context.rule.told());
    await this.onDemand.serve(turns);
  }

  /** Evaluates the events once they have been read. Stops silently if that is no longer wanted. */
  async evaluate(turns: Turns): Promise<void> {
    const { post, rule, events, settings } = this.context;
    const { format, formats, slices, problems } = events;
    post({ kind: 'events', format, formats, total: slices.length, problems });
    const { chosen } = rule;
    this.isRead = true;
    this.screen = within(this.screen, slices.length);
    // No rule has compiled yet: there are no verdicts, and none are invented.
    if (!chosen) {
      if (!(await this.tellProblems(turns))) return;
      this.onDemand.add(...this.partsOfEvents());
      if (await this.onDemand.serve(turns)) post({ kind: 'done' });
      return;
    }
    this.evaluator = new Evaluator(chosen.plan);
    this.explained = new Explained(this.evaluator, slices, this.options, this.context.work);
    if (settings.pinned !== undefined) this.codes = new Uint8Array(slices.length);
    const isShort = slices.length <= PIECE;
    if (!(await (isShort ? this.short(chosen, turns) : this.long(chosen, turns)))) return;
    this.onDemand.add(...this.partsOfBoth(chosen), ...this.partsOfEvents());
    if (await this.onDemand.serve(turns)) post({ kind: 'done' });
  }

  /** Posts what another screen shows of the same results. */
  async look(screen: OnScreen, turns: Turns): Promise<void> {
    this.screen = this.isRead ? within(screen, this.context.events.slices.length) : screen;
    this.tellScreen();
    await this.onDemand.serve(turns);
  }

  /** Verdicts are cheap: for a short list all of them are posted at once, with the counts. */
  private async short({ plan }: Chosen, turns: Turns): Promise<boolean> {
    const { post } = this.context;
    const tally = emptyTally(plan);
    post({ kind: 'verdicts', verdicts: this.verdicts(0, this.context.events.slices.length, tally) });
    this.tellScreen();
    post({ kind: 'counts', ...tally, done: true });
    return await this.tellProblems(turns);
  }

  /** For a long list, the verdicts on screen come first. */
  private async long({ plan }: Chosen, turns: Turns): Promise<boolean> {
    const { post, events } = this.context;
    const { slices } = events;
    const [first, last] = eventsInSight(slices, this.screen.visible);
    post({ kind: 'verdicts', verdicts: this.verdicts(first, last) });
    this.tellScreen();
    if (!(await this.tellProblems(turns))) return false;
    const tally = emptyTally(plan);
    for (let at = 0; at < slices.length; at += PIECE) {
      const end = Math.min(at + PIECE, slices.length);
      const verdicts = this.verdicts(at, end, tally);
      if (at < first || end > last) post({ kind: 'verdicts', verdicts });
      if (!turns.isOver) continue;
      post({ kind: 'counts', ...copied(tally), done: false });
      if (!(await turns.goOn())) return false;
    }
    post({ kind: 'counts', ...copied(tally), done: true });
    return true;
  }

  private verdicts(first: number, last: number, tally?: Tally): VerdictBatch {
    const { slices } = this.context.events;
    this.context.work.begin('evaluate');
    const verdicts = verdictsOf(this.evaluator!, slices, [first, last], this.options, tally);
    if (this.codes.length > 0) this.codes.set(verdicts.codes, first);
    return verdicts;
  }

  /** Posts marks of the events in sight, the explanation of the chosen one, and others that were requested. */
  private tellScreen(): void {
    if (!this.explained) return;
    const { post } = this.context;
    const { event: chosen } = this.screen;
    const { marks, traces } = this.explained.onScreen(this.screen);
    const tell = (event: number, trace: Trace | null) =>
      post({
        kind: 'trace',
        event,
        trace: trace && posted(trace),
        isVaried: trace?.verdict === 'match' && this.hasCommandLine(event),
      });
    if (chosen !== null) tell(chosen, traces.get(chosen) ?? null);
    post({ kind: 'marks', marks });
    for (const [event, trace] of traces) if (event !== chosen) tell(event, trace);
  }

  private hasCommandLine(index: number): boolean {
    const event = this.context.events.slices[index]?.event;
    return event ? commandLineOf(this.evaluator!, event, this.options) !== null : false;
  }

  /** Posts all problems of the newest rule text. After the verdicts, because these must not wait for the checks. */
  private async tellProblems(turns: Turns): Promise<boolean> {
    const { post, rule } = this.context;
    const problems = await rule.problems(this.context.events.slices, turns);
    if (problems && rule.newest) post({ kind: 'problems', problems });
    return problems !== null;
  }

  private isOpen(panel: LivePanel): boolean {
    return this.screen.open?.includes(panel) ?? false;
  }

  /** A part of a panel that is posted once for each run. */
  private once(panel: LivePanel, tell: OnDemandPart['tell']): OnDemandPart {
    return { wanted: () => (this.isOpen(panel) ? panel : null), tell };
  }

  /** A part of a panel for the chosen event, if that can be read. */
  private ofChosen(panel: LivePanel, tell: (event: number) => void): OnDemandPart {
    const wanted = () => {
      const { event } = this.screen;
      return event !== null && this.isOpen(panel) && this.context.events.slices[event]?.event ? event : null;
    };
    return {
      wanted,
      tell: () => {
        tell(this.screen.event!);
        return true;
      },
    };
  }

  private partsOfRule(): OnDemandPart[] {
    const { context } = this;
    return [
      this.once('rule', () => postPage(context)),
      this.once('indicators', () => postIndicators(context)),
    ];
  }

  /** What needs no rule. */
  private partsOfEvents(): OnDemandPart[] {
    return [
      this.once('formats', (turns) => this.tellSources(turns)),
      this.ofChosen('formats', (event) => this.tellFields(event)),
    ];
  }

  private partsOfBoth(chosen: Chosen): OnDemandPart[] {
    const { settings } = this.context;
    const { explained } = this;
    return [
      {
        wanted: () => explained?.ahead(this.screen)?.join() ?? null,
        tell: (turns) => this.tellMarksAhead(turns),
      },
      this.ofChosen('explain', (event) => this.tellRepairs(chosen.plan, event)),
      this.ofChosen('explain', (event) => this.tellDecisions(chosen.plan, event)),
      { wanted: () => (this.hasDocuments ? 'together' : null), tell: (turns) => this.tellTogether(turns) },
      this.once('correlations', (turns) => this.tellCorrelations(turns)),
      {
        wanted: () => (settings.pinned === undefined ? null : 'compared'),
        tell: (turns) => this.tellCompared(turns),
      },
    ];
  }

  private async tellMarksAhead(turns: Turns): Promise<boolean> {
    const explained = this.explained!;
    const marks = await explained.marksOf(explained.ahead(this.screen) ?? [], turns);
    if (marks && marks.length > 0) this.context.post({ kind: 'marks', marks });
    return marks !== null;
  }

  /** Posts changes to the rule that would make an event match. */
  private tellRepairs(plan: Plan, event: number): void {
    const { post, rule, events } = this.context;
    const trace = this.explained!.trace(event);
    if (!trace || !rule.isGood || !this.context.work.beginFor('repair', event)) return;
    const recompile = (text: string) => rule.planOf(text);
    const found = repairs(plan, trace, events.slices, { ...this.options, recompile });
    post({ kind: 'repairs', event, repairs: found });
  }

  /** Reads each interpretation the other way for an event. */
  private tellDecisions(plan: Plan, event: number): void {
    const { post, rule, events } = this.context;
    if (!this.context.work.beginFor('decide', event)) return;
    const recompile = (readings: Readings) => rule.planOf(rule.collection!.text, readings);
    const decisions = decidedBy(plan, events.slices[event]!.event!, { ...this.options, recompile });
    post({
      kind: 'decisions',
      event,
      decisions: decisions.map((one) => ({ ...one, trace: posted(one.trace) })),
    });
  }

  private async tellSources(turns: Turns): Promise<boolean> {
    const sources = await this.context.events.sources(turns);
    if (sources) this.context.post({ kind: 'sources', sources });
    return sources !== null;
  }

  private tellFields(event: number): void {
    const fields = this.context.events.slices[event]!.event!.fields();
    this.context.post({ kind: 'fields', event, fields });
  }

  private get hasDocuments(): boolean {
    return (this.context.rule.collection?.documents.length ?? 0) > 1;
  }

  /**
   * For a text with several documents, posts how many events each rule matches, and the results of the correlations.
   */
  private async tellTogether(turns: Turns): Promise<boolean> {
    const { post, rule, events } = this.context;
    this.context.work.begin('evaluate');
    this.together = await TogetherResults.of(rule.collection!, events.slices, this.options, turns);
    if (this.together) post({ kind: 'together', ...this.together.totals });
    return this.together !== null;
  }

  private async tellCorrelations(turns: Turns): Promise<boolean> {
    const { together } = this;
    if (!together) return true;
    const { post, work } = this.context;
    work.begin('evaluate');
    post({ kind: 'correlations', reports: together.reports() });
    const decisions = await together.decisions(turns);
    if (decisions && decisions.length > 0)
      post({ kind: 'correlations', reports: together.reports(decisions) });
    return decisions !== null;
  }

  /** Posts the results of the pinned version, last: nothing else waits for it. */
  private async tellCompared(turns: Turns): Promise<boolean> {
    const { post, pinned, settings, events } = this.context;
    const document = this.screen.document ?? 0;
    const { codes } = this;
    this.context.work.begin('compare');
    const compared = await pinned.compare(settings.pinned!, document, settings, events.slices, codes, turns);
    if (compared) post({ kind: 'compared', compared });
    return compared !== null;
  }
}
