import type { Turns } from '../turns';

/** Something that is told only while somebody wants it. */
export interface OnDemandPart {
  /** What of it is wanted now: told once for each answer. Null where nobody wants it, or there is nothing to tell. */
  wanted(): string | number | null;
  /** False where it is no longer wanted. */
  tell(turns: Turns): boolean | Promise<boolean>;
}

/** Tells parts as they come to be wanted, in their order, one at a time. */
export class OnDemand {
  private readonly told = new Map<OnDemandPart, string | number>();
  private underWay: Promise<boolean> | null = null;

  /** More parts may be added while others are told. */
  constructor(private readonly parts: OnDemandPart[]) {}

  add(...parts: OnDemandPart[]): void {
    this.parts.push(...parts);
  }

  /** Tells all that is wanted and was not told; false where the work is no longer wanted. */
  async serve(turns: Turns): Promise<boolean> {
    while (this.underWay) if (!(await this.underWay)) return false;
    // Not begun before it is known to be under way: what gives others a turn may come back here.
    this.underWay = Promise.resolve().then(() => this.tellAll(turns));
    const goesOn = await this.underWay;
    this.underWay = null;
    return goesOn;
  }

  private async tellAll(turns: Turns): Promise<boolean> {
    for (let next = this.next(); next; next = this.next()) {
      this.told.set(next.part, next.wanted);
      if (!(await next.part.tell(turns))) return false;
    }
    return true;
  }

  private next(): { readonly part: OnDemandPart; readonly wanted: string | number } | null {
    for (const part of this.parts) {
      const wanted = part.wanted();
      if (wanted !== null && this.told.get(part) !== wanted) return { part, wanted };
    }
    return null;
  }
}
