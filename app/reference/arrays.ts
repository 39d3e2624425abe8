import { byName } from '../../src/text';
import { ruleOf, type Snippet, STARTS, started } from './snippet';

type Fields = Readonly<Record<string, unknown>>;

/** A selection of these lines, read with selectors, with an event that matches and one that does not. */
function members(body: string, match: Fields, other: Fields): Snippet {
  const lines = `selection:\n${body.replace(/^(?=.)/gm, '    ')}\ncondition: selection`;
  return {
    rule: ruleOf(lines, STARTS, 'sigma-version: 3\n'),
    events: started(match, other),
    expected: ['match', 'no match'],
  };
}

const TCP = { protocol: 'TCP', ip: '192.0.2.7' };
const UDP = { protocol: 'UDP', ip: '192.0.2.7' };
const FAR = { protocol: 'TCP', ip: '203.0.113.9' };

/** A snippet for each selector and form of arrays. */
export const ARRAY_SNIPPETS = byName<Snippet>({
  '[any]': members(
    'Connections[any]:\n    protocol: TCP\n    ip|cidr: 192.0.2.0/24',
    { Connections: [UDP, TCP] },
    { Connections: [UDP, FAR] },
  ),
  '[all]': members('Tags[all]|startswith: lab-', { Tags: ['lab-1', 'lab-2'] }, { Tags: ['lab-1', 'web'] }),
  '[all_or_empty]': members('Tags[all_or_empty]|startswith: lab-', { Tags: [] }, { Tags: ['lab-1', 'web'] }),
  '[none]': members(
    'Connections[none].protocol: UDP',
    { Connections: [TCP, FAR] },
    { Connections: [TCP, UDP] },
  ),
  '[0]': members('Args[0]: net', { Args: ['net', 'user'] }, { Args: ['echo', 'net'] }),
  '[-1]': members('Args[-1]: /add', { Args: ['net', 'user', '/add'] }, { Args: ['/add', 'net', 'user'] }),
  block: members(
    'Connections[any]:\n    protocol: TCP\n    ip: 192.0.2.7',
    { Connections: [FAR, TCP] },
    { Connections: [FAR, UDP] },
  ),
  'nested block': members(
    'Rules[any]:\n    action: allow\n    ports[any]:\n        .|gte: 1024',
    { Rules: [{ action: 'allow', ports: [80, 8080] }] },
    {
      Rules: [
        { action: 'allow', ports: [80] },
        { action: 'deny', ports: [8080] },
      ],
    },
  ),
  'condition in a block': members(
    'Connections[any]:\n    tcp:\n        protocol: TCP\n    near:\n        ip|cidr: 192.0.2.0/24\n    condition: tcp and not near',
    { Connections: [UDP, FAR] },
    { Connections: [TCP, UDP] },
  ),
  '.': members('Sizes[any]:\n    .|gte: 500', { Sizes: [20, 800] }, { Sizes: [20, 80] }),
  '\\[': members('Slot\\[0\\]: used', { 'Slot[0]': 'used' }, { Slot: ['used'] }),
  'no selector': members('Tags: web', { Tags: ['lab-1', 'web'] }, { Tags: ['lab-1', 'website'] }),
});
