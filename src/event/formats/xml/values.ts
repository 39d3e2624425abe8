import { own, put } from '../../../text';
import type { Characters, Maker } from './maker';
import { decoded } from './references';

type Branch = { [name: string]: unknown };

/** Builds an event's values: the object that evtx_dump would write, with every value as text. */
export class ValueMaker implements Maker<unknown> {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  leaf(parts: readonly Characters[]): string {
    let value = '';
    for (const { start, end, isCdata } of parts) {
      const raw = this.text.slice(start, end);
      value += isCdata ? raw : decoded(raw);
    }
    return value;
  }

  none(): null {
    return null;
  }

  branch(): Branch {
    return {};
  }

  add(branch: unknown, name: string, node: unknown): void {
    const object = branch as Branch;
    if (!Object.hasOwn(object, name)) {
      put(object, name, node);
      return;
    }
    const before = own(object, name);
    if (Array.isArray(before)) before.push(node);
    else put(object, name, [before, node]);
  }

  close(): void {}
}
