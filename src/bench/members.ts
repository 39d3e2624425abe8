import { readEvents, type SigmaEvent } from '../event';
import { Evaluator, RuleSet } from '../match';
import { compile, type Plan } from '../rule';
import { compareByPiece, report, rounded } from './figure';
import { generatedRules } from './rules';

const COUNTS = [1, 10, 1000];
const ROUNDS = 15;
/** A block against a dotted field over the same members: it looks up two fields of each as an event of its own. */
const LIMIT_BLOCK = 8;
/** Rules beside ten with blocks about other calls, against the same beside ten with dotted fields. */
const LIMIT_BESIDE = 1.5;

const rule = (selection: string, call = 'AuthorizeSecurityGroupIngress') =>
  `title: Members\nsigma-version: 3\nlogsource:\n    product: aws\n    service: cloudtrail\ndetection:\n    selection:\n        eventName: ${call}\n${selection.replace(/^/gm, '        ')}\n    condition: selection\n`;
const BODY = 'requestParameters.items[any]:\n    ipProtocol: tcp\n    cidr: 0.0.0.0/0';
const BLOCK = rule(BODY);
const DOTTED = 'requestParameters.items.ipProtocol: tcp\nrequestParameters.items.cidr: 0.0.0.0/0';
const FLAT = rule(DOTTED);

/** Events like CloudTrail's, in which no member has both values. */
function cloudEvents(count: number, members: number): readonly SigmaEvent[] {
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'AuthorizeSecurityGroupIngress',
      requestParameters: {
        groupId: `sg-${i}`,
        items: Array.from({ length: members }, (_, m) => ({
          ipProtocol: m % 2 === 0 ? 'tcp' : 'udp',
          cidr: m % 2 === 0 ? `10.${m % 250}.0.0/16` : '0.0.0.0/0',
          fromPort: m,
        })),
      },
    }),
  );
  return readEvents(lines.join('\n')).slices.flatMap(({ event }) => event ?? []);
}

function planOf(text: string): Plan {
  const { plan } = compile(text);
  if (!plan) throw new Error('a rule of the bench does not compile');
  return plan;
}

/** Blocks about arrays of 1, 10 and 1,000 members, and what they cost rules that have none. */
export function members(): boolean {
  const blocks = COUNTS.map((count) => {
    const pieces = Array.from({ length: 10 }, () => cloudEvents(Math.ceil(1000 / count), count));
    const [block, flat] = [new Evaluator(planOf(BLOCK)), new Evaluator(planOf(FLAT))];
    const run = (evaluator: Evaluator) => (events: readonly SigmaEvent[]) => {
      for (const event of events) evaluator.evaluate(event);
    };
    const taken = compareByPiece(pieces, ROUNDS, run(block), run(flat));
    const events = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return report({
      figure: `a block about ${count} members, against a dotted field`,
      'µs an event': rounded((1000 * taken.work) / events),
      ratio: rounded(taken.ratio),
      limit: LIMIT_BLOCK,
      ok: taken.ratio <= LIMIT_BLOCK,
    });
  });
  const plans = generatedRules(1000).map(planOf);
  const set = (body: string) => {
    const few = Array.from({ length: 10 }, () => planOf(rule(body, 'RunInstances')));
    return new RuleSet([...plans, ...few], { ignoreLogsource: true });
  };
  const [blocks10, dotted10] = [set(BODY), set(DOTTED)];
  const pieces = Array.from({ length: 10 }, () => cloudEvents(200, 10));
  const run = (rules: RuleSet) => (events: readonly SigmaEvent[]) => {
    for (const event of events) rules.match(event);
  };
  const taken = compareByPiece(pieces, ROUNDS, run(blocks10), run(dotted10));
  const ok = taken.ratio <= LIMIT_BESIDE;
  return (
    report({
      figure: '1,000 rules beside 10 with blocks, against 10 with dotted fields',
      ratio: rounded(taken.ratio),
      limit: LIMIT_BESIDE,
      ok,
    }) && blocks.every(Boolean)
  );
}
