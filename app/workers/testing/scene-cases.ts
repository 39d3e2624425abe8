import { alive, answered, at, READY, type Step, told } from './scene';

/*
 * What workers do, and how the requests to them end.
 */

export interface SceneCase {
  readonly name: string;
  readonly steps: readonly Step[];
  /** How each request has ended; none if it is still open. */
  readonly ends: Readonly<Record<string, string | readonly string[]>>;
  readonly losses?: readonly string[];
  readonly told?: readonly string[];
  readonly threads?: number;
  /** The numbers that the newest worker was told are no longer wanted. */
  readonly cancelled?: readonly number[];
}

export const CASES: readonly SceneCase[] = [
  { name: 'an answer', steps: [['ask', 'a'], READY, answered(1, 'x')], ends: { a: 'answered x' } },
  {
    name: 'progress before the answer, and none after it',
    steps: [['ask', 'a'], told(1, 'half'), answered(1, 'x'), told(1, 'more')],
    ends: { a: 'answered x' },
    told: ['a: half'],
  },
  {
    name: 'news, with nothing asked',
    steps: [['ask', 'a'], answered(1, 'x'), ['says', { kind: 'news', message: 'hello' }]],
    ends: { a: 'answered x' },
    told: ['news: hello'],
  },
  {
    name: 'answers out of turn',
    steps: [['ask', 'a'], ['ask', 'b'], answered(2, 'y'), answered(1, 'x')],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'an answer twice counts once',
    steps: [['ask', 'a'], ['ask', 'b'], answered(1, 'x'), answered(1, 'again'), answered(2, 'y')],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'a request that throws, and the worker goes on',
    steps: [
      ['ask', 'a'],
      ['says', { kind: 'failed', number: 1, message: 'no' }],
      ['ask', 'b'],
      answered(2, 'y'),
    ],
    ends: { a: 'threw: no', b: 'answered y' },
  },
  {
    name: 'a thread that the browser ends',
    steps: [['ask', 'a'], READY, ['ask', 'b'], ['says', { kind: 'life', lock: 'l' }], ['goes']],
    ends: { a: 'gone', b: 'gone' },
    losses: ['a gone'],
    told: ['life l', 'life l is let go'],
  },
  {
    name: 'a thread that the browser ends while nothing is asked',
    steps: [
      ['ask', 'a'],
      READY,
      answered(1, 'x'),
      ['says', { kind: 'life', lock: 'l' }],
      ['goes'],
      ['ask', 'a'],
    ],
    ends: { a: [] },
    losses: ['null gone'],
    told: ['life l', 'life l is let go'],
    threads: 2,
  },
  {
    name: 'small work gets no more patience than a pattern',
    steps: [
      ['ask', 'a'],
      READY,
      ['says', { kind: 'at', number: 1, beacon: { pattern: null, isSmall: true } }],
      ['wait', 100],
    ],
    ends: { a: 'no answer' },
    losses: ['a no answer'],
  },
  {
    name: 'no answer',
    steps: [['ask', 'a'], READY, ['wait', 999], ['wait', 1]],
    ends: { a: 'no answer' },
    losses: ['a no answer'],
  },
  {
    name: 'an answer that comes late, but in time',
    steps: [['ask', 'a'], READY, ['wait', 999], answered(1, 'x'), ['wait', 100_000]],
    ends: { a: 'answered x' },
  },
  {
    name: 'no answer, with the pattern that ran',
    steps: [['ask', 'a'], READY, ['wait', 500], at(1, '(x+)+'), ['wait', 99], ['wait', 1]],
    ends: { a: 'no answer at (x+)+' },
    losses: ['a no answer at (x+)+'],
  },
  {
    name: 'a slow piece of work is no pattern that hangs',
    steps: [['ask', 'a'], READY, at(1, '(x+)+'), at(1, null), ['wait', 900], answered(1, 'x')],
    ends: { a: 'answered x' },
  },
  {
    name: 'signs of life keep a long request alive',
    steps: [['ask', 'a'], READY, ['wait', 900], alive(1), ['wait', 900], told(1, 'half'), ['wait', 900]],
    ends: { a: [] },
    told: ['a: half'],
  },
  {
    name: 'a request of which a living worker knows nothing',
    steps: [['ask', 'a'], ['ask', 'b'], READY, ['wait', 600], alive(2), ['wait', 600]],
    ends: { a: 'no answer', b: 'ended' },
    losses: ['a no answer'],
  },
  {
    name: 'a worker that falls silent after its news is gone, and not only the request',
    steps: [
      ['ask', 'a'],
      READY,
      told(1, 'half'),
      ['wait', 1],
      ['says', { kind: 'news', message: 'hello' }],
      ['wait', 1000],
    ],
    ends: { a: 'no answer' },
    told: ['a: half', 'news: hello'],
    losses: ['a no answer'],
  },
  {
    name: 'a request that comes after a sign of life, and is named by the next',
    steps: [
      ['ask', 'a'],
      READY,
      ['ask', 'b'],
      alive(1),
      ['wait', 900],
      alive(1, 2),
      ['wait', 900],
      answered(2, 'y'),
      answered(1, 'x'),
    ],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'the one that the worker was at did not answer, the other was ended with it',
    steps: [['ask', 'a'], ['ask', 'b'], READY, at(2, '(x+)+'), ['wait', 100]],
    ends: { a: 'ended at (x+)+', b: 'no answer at (x+)+' },
    losses: ['b no answer at (x+)+'],
  },
  {
    name: 'after a restart the number of an old request means nothing',
    steps: [['ask', 'a'], READY, ['wait', 1000], ['ask', 'b'], READY, answered(1, 'old'), answered(2, 'y')],
    ends: { a: 'no answer', b: 'answered y' },
    losses: ['a no answer'],
    threads: 2,
  },
  {
    name: 'a script that takes long to load is waited for',
    steps: [['ask', 'a'], ['wait', 4000], READY, ['wait', 900], answered(1, 'x')],
    ends: { a: 'answered x' },
  },
  {
    name: 'a script that never loads',
    steps: [
      ['ask', 'a'],
      ['wait', 5000],
    ],
    ends: { a: 'no answer' },
    losses: ['a no answer'],
  },
  {
    name: 'a worker that dies',
    steps: [
      ['ask', 'a'],
      ['ask', 'b'],
      ['dies', 'out of memory'],
    ],
    ends: { a: 'died: out of memory', b: 'died: out of memory' },
    losses: ['a died: out of memory'],
  },
  {
    name: 'garbage',
    steps: [
      ['ask', 'a'],
      ['says', 'hello'],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'nothing at all',
    steps: [
      ['ask', 'a'],
      ['says', null],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'an answer to what nobody asked',
    steps: [['ask', 'a'], answered(2, 'y')],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'a message without its parts',
    steps: [
      ['ask', 'a'],
      ['says', { kind: 'at', number: 1 }],
    ],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'a message that cannot be read',
    steps: [['ask', 'a'], ['breaks']],
    ends: { a: 'garbage' },
    losses: ['a garbage'],
  },
  {
    name: 'in a lane the newer one waits until the older one has stopped',
    steps: [
      ['ask', 'a', 'l'],
      READY,
      ['ask', 'b', 'l'],
      ['says', { kind: 'superseded', number: 1 }],
      answered(2, 'y'),
    ],
    ends: { a: 'superseded', b: 'answered y' },
    cancelled: [1],
  },
  {
    name: 'of those that wait in a lane the newest stays',
    steps: [
      ['ask', 'a', 'l'],
      READY,
      ['ask', 'b', 'l'],
      ['ask', 'c', 'l'],
      answered(1, 'x'),
      answered(2, 'z'),
    ],
    ends: { a: 'answered x', b: 'superseded', c: 'answered z' },
    cancelled: [1, 1],
  },
  {
    name: 'lanes do not wait for each other',
    steps: [['ask', 'a', 'l'], ['ask', 'b', 'm'], ['ask', 'c'], answered(3, 'z'), answered(2, 'y')],
    ends: { a: [], b: 'answered y', c: 'answered z' },
  },
  {
    name: 'what waits in a lane of a worker that hangs is told so',
    steps: [['ask', 'a', 'l'], READY, ['ask', 'b', 'l'], ['wait', 1000]],
    ends: { a: 'no answer', b: 'ended' },
    losses: ['a no answer'],
  },
  {
    name: 'a lane is asked to stop',
    steps: [
      ['ask', 'a', 'l'],
      ['cancel', 'l'],
      ['says', { kind: 'superseded', number: 1 }],
    ],
    ends: { a: 'superseded' },
    cancelled: [1],
  },
  {
    name: 'one that is aborted ends at once, and its answer is dropped',
    steps: [['ask', 'a'], ['abort', 'a'], answered(1, 'x')],
    ends: { a: 'superseded' },
    cancelled: [1],
  },
  {
    name: 'a worker with nothing to do may be silent',
    steps: [
      ['ask', 'a'],
      READY,
      answered(1, 'x'),
      ['wait', 100_000],
      ['ask', 'b'],
      ['wait', 900],
      answered(2, 'y'),
    ],
    ends: { a: 'answered x', b: 'answered y' },
  },
  {
    name: 'closed',
    steps: [['ask', 'a'], ['ask', 'b', 'l'], ['ask', 'c', 'l'], ['close']],
    ends: { a: 'superseded', b: 'superseded', c: 'superseded' },
  },
];
