import type { Miss } from '../miss';

type Differing = Extract<Miss, { readonly reason: 'value differs' }>;
type Asked = Extract<Differing, { readonly by: 'text' }>['asked']['how'];

const TEXT: Readonly<Record<Asked, string>> = {
  is: 'another value',
  contains: 'not in it',
  starts: 'not at its start',
  ends: 'not at its end',
  like: 'not like it',
  anything: 'no text',
};

/** A miss in a few words, for a list of values in which the whole sentence stands once. */
export function missLabel(miss: Miss): string {
  switch (miss.reason) {
    case 'value differs':
      return differs(miss);
    case 'field present':
      return 'the field is there';
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
    case 'source not applicable':
      return 'another log source';
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
      return 'looks right, but is not';
    case 'expression':
      return 'does not match';
    case 'comparison':
      return 'out of bounds';
    case 'time':
      return `another ${miss.part}`;
    case 'object':
      return 'an object';
    case 'empty list':
      return 'an empty list';
    case 'keyword':
      return 'nowhere';
    case 'scalar':
    case 'other field':
      return 'another value';
  }
}
