import type { Miss } from '../miss';

type Differing = Extract<Miss, { readonly reason: 'value differs' }>;
type Asked = Extract<Differing, { readonly by: 'text' }>['asked']['how'];

const TEXT: Readonly<Record<Asked, string>> = {
  is: 'different value',
  contains: 'not in the value',
  starts: 'not at the start',
  ends: 'not at the end',
  like: 'does not match',
  anything: 'no text',
};

/** A miss in a few words, for a list of values below the whole sentence. */
export function missLabel(miss: Miss): string {
  switch (miss.reason) {
    case 'value differs':
      return differs(miss);
    case 'field present':
      return 'the field exists';
    case 'field absent':
      return 'no such field';
    case 'field null':
      return 'null';
    case 'case differs only':
      return 'only the case differs';
    case 'blocked by negated':
      return 'excluded';
    case 'compared field absent':
      return `no field ${miss.other}`;
    case 'no member':
      return miss.absent ? 'no such list' : 'an empty list';
    case 'member matches':
      return 'a member matches';
    case 'source not applicable':
      return 'different log source';
    default:
      return miss.reason;
  }
}

function differs(miss: Differing): string {
  switch (miss.by) {
    case 'text':
    case 'encoded':
      return miss.by === 'text' ? TEXT[miss.asked.how] : TEXT[miss.how];
    case 'look':
      return 'only looks the same';
    case 'expression':
      return 'does not match';
    case 'comparison':
      return 'out of bounds';
    case 'time':
      return `different ${miss.part}`;
    case 'object':
      return 'an object';
    case 'empty list':
      return 'an empty list';
    case 'keyword':
      return 'not found';
    case 'scalar':
    case 'other field':
      return 'different value';
  }
}
