import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Repair, Variant } from '../../src/authoring';
import type {
  Compared,
  CorrelationReport,
  DocumentInfo,
  DocumentPage,
  FormatFound,
  LivePanel,
  RuleContent,
  RuleIndicators,
  SourceFound,
  Together,
} from '../../src/live';
import type { Decision, Mark, RuleInfo, Trace } from '../../src/match';
import type { Diagnostic } from '../../src/text';
import type { Hang, Question } from '../workers/engine/client';
import type { Response } from '../workers/engine/protocol';
import { carried } from './carried';
import { NO_VERDICTS, type VerdictColumns, withPiece } from './verdict-columns';

/** How many events each value and each selection matched. */
export interface Counts {
  readonly values: readonly number[];
  readonly selections: readonly number[];
  readonly done: boolean;
}

/** What the engine made of one rule that compiled and the events beside it. */
export interface Outcome {
  readonly run: number;
  /** The texts that all ranges below speak of. */
  readonly rule: string;
  readonly events: string;
  readonly info: RuleInfo | null;
  /*
   * What only a panel shows comes only while that panel is open, and goes with the run: it is never of older texts.
   */
  /** Panel `rule`: undefined until it has come; null where no rule compiles. */
  readonly page: RuleContent | null | undefined;
  /** Panel `indicators`, likewise. */
  readonly indicators: RuleIndicators | null | undefined;
  readonly format: string;
  /** The formats that the events were read as, each with what it was recognised by. */
  readonly formats: readonly FormatFound[];
  /** Panel `formats`: where the events come from; empty until that has come. */
  readonly sources: readonly SourceFound[];
  readonly total: number;
  readonly verdicts: VerdictColumns;
  /** By event; only those that were on screen. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly traces: ReadonlyMap<number, Trace | null>;
  /** Panel `formats`: the names of an event's fields; only of those that were chosen. */
  readonly fields: ReadonlyMap<number, readonly string[]>;
  /** Panel `explain`: by event; only those that were chosen. Their edits are of `rule`. */
  readonly repairs: ReadonlyMap<number, readonly Repair[]>;
  /** Panel `explain`: by event; only those that were chosen. */
  readonly decisions: ReadonlyMap<number, readonly Decision[]>;
  /** By event; only those that were asked for. Null where the event has none. */
  readonly variants: ReadonlyMap<number, readonly Variant[] | null>;
  readonly counts: Counts | null;
  /** The number of the document that all this is about. */
  readonly document: number;
  /** Of a text of several documents what they give together; the run's before, until its own has come. */
  readonly together: Together | null;
  /** Panel `correlations`: in full; null until they have come. */
  readonly reports: readonly CorrelationReport[] | null;
  /** Where a version is pinned, what both make of the events; of the same events the run's before, until its own has come. */
  readonly compared: Compared | null;
}

/** Everything that the page shows and did not get from the person: derived from the runs, never edited. */
export interface Results {
  /** The newest outcome, or, while the rule does not compile, the last good one. */
  readonly outcome: Outcome;
  /** The rule does not compile: `outcome` is an earlier one. */
  readonly stale: boolean;
  readonly running: boolean;
  /** True once the first run has come to its end. */
  readonly settled: boolean;
  /** Problems of the newest run, with the texts that their ranges speak of. */
  readonly ruleText: string;
  readonly eventsText: string;
  readonly ruleProblems: readonly Diagnostic[];
  /** Those of them that the checks found, which come after the verdicts. */
  readonly checkProblems: readonly Diagnostic[];
  /** The documents of `ruleText`, where it has several. */
  readonly documents: readonly DocumentInfo[];
  /** Panel `rule`: the pages of its correlations and filters; null until they have come. */
  readonly pages: readonly DocumentPage[] | null;
  readonly eventProblems: readonly Diagnostic[];
  readonly hang: Hang | null;
  readonly failure: string | null;
}

const NOTHING: Outcome = {
  run: 0,
  rule: '',
  events: '',
  info: null,
  page: undefined,
  indicators: undefined,
  format: '',
  formats: [],
  sources: [],
  total: 0,
  verdicts: NO_VERDICTS,
  marks: new Map(),
  traces: new Map(),
  fields: new Map(),
  repairs: new Map(),
  decisions: new Map(),
  variants: new Map(),
  counts: null,
  document: 0,
  together: null,
  reports: null,
  compared: null,
};

const START: Results = {
  outcome: NOTHING,
  stale: false,
  running: false,
  settled: false,
  ruleText: '',
  eventsText: '',
  ruleProblems: [],
  checkProblems: [],
  documents: [],
  pages: null,
  eventProblems: [],
  hang: null,
  failure: null,
};

/** The results on show: read them outside of React through `results.getState()`. */
export const results = createStore<Results>(() => START);

/** The part of the results that `select` names; the component renders again when it changes. */
export function useResults<T>(select: (state: Results) => T): T {
  return useStore(results, select);
}

/** After so long a run shows what it has, though its marks are still to come. */
const SHOW_PARTS_AFTER = 60;

/*
 * The messages of a run are gathered in `draft` and go on show together, so that marks and counts of two runs are never
 * mixed; the old ones stay on screen meanwhile. Once the draft is on show, what comes later is shown as it comes.
 */
let draft: Results = START;
let engineHasRule = false;
let frozen = false;
let shown = 0;
let queued = false;
let parts: ReturnType<typeof setTimeout> | undefined;

/** A run has begun. */
export function beginRun(run: number, { rule, events, settings, look }: Question): void {
  const { outcome } = results.getState();
  const isOpen = (panel: LivePanel) => look.open?.includes(panel) ?? false;
  draft = {
    ...results.getState(),
    outcome: {
      ...NOTHING,
      run,
      rule,
      events,
      sources: isOpen('formats') && events === outcome.events ? outcome.sources : [],
      together: outcome.together,
      reports: isOpen('correlations') ? outcome.reports : null,
      compared:
        events === outcome.events && outcome.compared?.pinned === settings.pinned ? outcome.compared : null,
    },
    running: true,
    ruleText: rule,
    pages: null,
    eventsText: events,
    hang: null,
    failure: null,
  };
  shown = outcome.run;
  frozen = false;
  clearTimeout(parts);
  parts = setTimeout(() => show(), SHOW_PARTS_AFTER);
}

/** Takes one message of the newest run in. */
export function takeIn(response: Response): void {
  switch (response.kind) {
    case 'rule': {
      const { ok, problems, documents, document } = response;
      const last = results.getState().outcome;
      engineHasRule ||= ok;
      // The engine evaluates its last good rule over the newest events; one that was restarted has none, and then the
      // outcome on show stays as it is.
      frozen = !ok && !engineHasRule;
      const info = response.info ?? last.info;
      const before = draft.outcome;
      const told = documents.length > 1 ? before : { ...before, together: null, reports: null };
      const good = frozen ? last : { ...told, info, document, rule: last.rule };
      const outcome = ok ? { ...told, info, document } : good;
      draft = {
        ...draft,
        outcome,
        stale: !ok && outcome.info !== null,
        ...withChecks(problems),
        documents,
      };
      later();
      return;
    }
    case 'page':
      draft = { ...draft, pages: response.others };
      update({ page: response.rule });
      return;
    case 'indicators':
      update({ indicators: response.found });
      return;
    case 'correlations':
      update({ reports: response.reports });
      return;
    case 'problems': {
      const known = new Set(compiled.map(identity));
      const checkProblems = response.problems.filter((d) => !known.has(identity(d)));
      draft = { ...draft, ruleProblems: response.problems, checkProblems };
      later();
      return;
    }
    case 'events': {
      draft = { ...draft, eventProblems: response.problems };
      const { format, formats, total } = response;
      update({ format, formats, total });
      return;
    }
    case 'sources':
      update({ sources: response.sources });
      return;
    case 'verdicts':
      update({ verdicts: withPiece(draft.outcome.verdicts, response.verdicts, draft.outcome.total) });
      return;
    case 'together':
      update({ together: response });
      return;
    case 'compared':
      update({ compared: response.compared });
      return;
    case 'counts':
      update({ counts: response });
      return;
    case 'marks':
      update({ marks: withMarks(draft.outcome.marks, response.marks) });
      show();
      return;
    case 'trace':
      update({ traces: new Map(draft.outcome.traces).set(response.event, response.trace) });
      return;
    case 'fields':
      update({ fields: new Map(draft.outcome.fields).set(response.event, response.fields) });
      return;
    case 'repairs':
      update({ repairs: new Map(draft.outcome.repairs).set(response.event, response.repairs) });
      return;
    case 'variants':
      update({ variants: new Map(draft.outcome.variants).set(response.event, response.variants) });
      return;
    case 'decisions':
      update({ decisions: new Map(draft.outcome.decisions).set(response.event, response.decisions) });
      return;
    case 'failed':
      draft = { ...draft, running: false, settled: true, failure: response.message };
      show();
      return;
    case 'done':
      draft = { ...draft, running: false, settled: true };
      show();
      return;
  }
}

/** The worker was stopped or fell over: the last results stay, and the page says what happened. */
export function giveUp(what: { readonly hang: Hang } | { readonly failure: string }): void {
  clearTimeout(parts);
  engineHasRule = false;
  draft = { ...results.getState(), running: false, settled: true, hang: null, failure: null, ...what };
  shown = draft.outcome.run;
  show();
}

/** What reading and compiling the newest text found. */
let compiled: readonly Diagnostic[] = [];

/** Problems at once; until the checks have looked at the new text, what they found in the old one stays where it was. */
function withChecks(problems: readonly Diagnostic[]): Pick<Results, 'ruleProblems' | 'checkProblems'> {
  compiled = problems;
  const { ruleText, checkProblems: before } = results.getState();
  const checkProblems = carried(before, ruleText, draft.ruleText);
  const ruleProblems = [...problems, ...checkProblems].sort((a, b) => a.range.start - b.range.start);
  return { ruleProblems, checkProblems };
}

function identity({ code, range, message }: Diagnostic): string {
  return `${code} ${range.start} ${range.end} ${message}`;
}

function update(part: Partial<Outcome>): void {
  if (!frozen) draft = { ...draft, outcome: { ...draft.outcome, ...part } };
  later();
}

function later(): void {
  if (draft.outcome.run === shown) show();
}

/**
 * Puts the draft on show after the messages that wait already, as one change for all of them. Not in a frame's callback:
 * what an editor is told there it paints one frame later.
 */
function show(): void {
  clearTimeout(parts);
  shown = draft.outcome.run;
  if (queued) return;
  queued = true;
  queue.port2.postMessage(null);
}

const queue = new MessageChannel();
queue.port1.onmessage = () => {
  queued = false;
  results.setState(draft, true);
};

function withMarks(
  old: ReadonlyMap<number, readonly Mark[]>,
  marks: readonly Mark[],
): ReadonlyMap<number, readonly Mark[]> {
  const fresh = new Map<number, Mark[]>();
  for (const mark of marks) {
    const list = fresh.get(mark.event);
    if (list) list.push(mark);
    else fresh.set(mark.event, [mark]);
  }
  return new Map([...old, ...fresh]);
}
