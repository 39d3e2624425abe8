import { TOLD } from '../../../src/limits';
import type { RulePart, RunMessage } from './protocol';

/**
 * What is posted for a message. The page reads each posted message in one task, so a long rule comes in several; the
 * others are as they were.
 */
export function parcelled(message: RunMessage): readonly (RunMessage | RulePart)[] {
  if (message.kind !== 'rule' || !message.info) return [message];
  const { values, selections } = message.info;
  const most = TOLD.rulePart.value;
  if (values.length + selections.length <= most) return [message];
  const parts: RulePart[] = [];
  for (let at = 0; at < values.length; at += most)
    parts.push({ kind: 'rule-part', values: values.slice(at, at + most), selections: [] });
  for (let at = 0; at < selections.length; at += most)
    parts.push({ kind: 'rule-part', values: [], selections: selections.slice(at, at + most) });
  return [...parts, { ...message, info: { ...message.info, values: [], selections: [] } }];
}

/** Puts the messages of runs together again. */
export class Unpacker {
  private run = 0;
  private parts: RulePart[] = [];

  /** The message that is whole with what has come; null while more of it is to come. */
  take(run: number, message: RunMessage | RulePart): RunMessage | null {
    if (run !== this.run) this.parts = [];
    this.run = run;
    if (message.kind === 'rule-part') {
      this.parts.push(message);
      return null;
    }
    if (message.kind !== 'rule' || !message.info || this.parts.length === 0) return message;
    const values = this.parts.flatMap((part) => part.values);
    const selections = this.parts.flatMap((part) => part.selections);
    this.parts = [];
    return { ...message, info: { ...message.info, values, selections } };
  }
}
