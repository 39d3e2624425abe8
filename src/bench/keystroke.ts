import { serialize } from 'node:v8';
import { type EventSlice, readEvents } from '../event';
import type { LiveMessage } from '../live';
import { LIVE_PANELS, LiveEngine, type LivePanel } from '../live';
import { Evaluator, explainWith, marksOf } from '../match';
import { compileCollection } from '../rule';
import { breathe } from '../turns';
import { sysmonLines } from './events';
import { median, report, rounded } from './figure';

const EVENTS = 200;
/** How many events are on screen and get marks. */
const SCREENFUL = 40;
/** Time to the marks, relative to the work that they need at least. */
const LIMIT = 1.5;

/** A rule of normal size; its first value is being typed. */
const ruleTyped = (
  typed: string,
  values: readonly string[],
) => `title: Certificate exported through PowerShell
id: 5f1c4c1e-0a0f-4d5e-9c55-0f3d4d1a9b10
status: test
description: A certificate is exported with its private key.
references:
    - https://attack.example/techniques/T1552/004
author: The bench
date: 2026-01-02
tags:
    - attack.credential-access
    - attack.t1552.004
logsource:
    product: windows
    category: process_creation
detection:
    selection_image:
        - Image|endswith:
              - '\\powershell.exe'
              - '\\cmd.exe'
              - '\\certutil.exe'
        - OriginalFileName:
              - 'powershell.exe'
              - 'cmd.exe'
    selection_line:
        CommandLine|contains:
            - 'Export-PfxCertificate${typed}'
${values.map((value) => `            - '${value}'\n`).join('')}    filter_main_parent:
        ParentImage|endswith: '\\ccmexec.exe'
    filter_optional_user:
        User|contains:
            - 'svc-'
            - 'AUTORITE'
    condition: all of selection_* and not 1 of filter_main_* and not 1 of filter_optional_*
falsepositives:
    - Administrators
level: medium
`;

const USUAL = ['Export-Certificate ', '/c dir', '-hashfile'];
const LARGE = [...USUAL, ...Array.from({ length: 500 }, (_, i) => `--an-option-of-some-length ${i}`)];

/** An engine after many keystrokes: what the next one posts, and how long each took to its marks. */
class Typing {
  private messages: LiveMessage[] = [];
  private marked = 0;
  private readonly engine = new LiveEngine((message) => {
    this.messages.push(message);
    if (message.kind === 'marks' && this.marked === 0) this.marked = performance.now();
  });
  readonly events = sysmonLines(EVENTS).join('\n');
  private pressed = 0;

  constructor(
    private readonly values: readonly string[],
    private readonly open: readonly LivePanel[],
  ) {}

  get text(): string {
    return ruleTyped(' '.repeat(1 + (this.pressed % 2)), this.values);
  }

  /** Milliseconds from a keystroke to its marks. */
  async press(): Promise<number> {
    this.pressed++;
    this.messages = [];
    this.marked = 0;
    const { text, events, open } = this;
    const start = performance.now();
    const settings = { ignoreLogsource: false, placeholders: {} };
    await this.engine.run(text, events, settings, { event: 0, visible: null, open }, breathe);
    return this.marked - start;
  }

  /** Bytes that the last keystroke posted to the page. */
  get bytes(): number {
    return this.messages.reduce((sum, message) => sum + serialize(message).byteLength, 0);
  }
}

/**
 * The work that marks need at least: the rule compiled, a verdict for each event, an explanation for each on screen.
 */
function needed(text: string, slices: readonly EventSlice[]): number {
  const begun = performance.now();
  const evaluator = new Evaluator(compileCollection(text).plans[0]!.plan);
  let made = 0;
  for (const { event } of slices) if (event && evaluator.verdict(event) === 'match') made++;
  for (const { event } of slices.slice(0, SCREENFUL))
    if (event) made += marksOf(explainWith(evaluator, event)).length;
  if (made === 0) throw new Error('the rule of the bench matches nothing');
  return performance.now() - begun;
}

/** The cost of a keystroke while every panel is closed and, beside it, while all are open. */
async function keystroke(
  name: string,
  values: readonly string[],
  presses: number,
  bytesLimit: number,
): Promise<boolean> {
  const closed = new Typing(values, []);
  const { slices } = readEvents(closed.events);
  const times: { closed: number; needed: number }[] = [];
  for (let i = 0; i < 2 * presses; i++) {
    const round = { needed: needed(closed.text, slices), closed: await closed.press() };
    // The first half warms up.
    if (i >= presses) times.push(round);
  }
  const open = new Typing(values, LIVE_PANELS);
  const all: number[] = [];
  for (let i = 0; i < 2; i++) all.push(await open.press());
  const ratio = median(times.map((t) => t.closed / t.needed));
  return report({
    figure: `keystroke to marks in the engine, ${name}, every panel closed, against what marks need`,
    'ms to marks': rounded(median(times.map((t) => t.closed))),
    'ms with all panels open': rounded(median(all)),
    'bytes posted': closed.bytes,
    'bytes limit': bytesLimit,
    'bytes with all panels open': open.bytes,
    ratio: rounded(ratio),
    limit: LIMIT,
    ok: ratio <= LIMIT && closed.bytes <= bytesLimit,
  });
}

/** A keystroke in a rule of normal size, and in one with five hundred values. */
export async function keystrokes(): Promise<boolean> {
  const usual = await keystroke('a usual rule', USUAL, 60, 22_000);
  const large = await keystroke('a rule of 500 values', LARGE, 4, 350_000);
  return usual && large;
}
