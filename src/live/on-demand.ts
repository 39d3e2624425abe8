import type { Turns } from '../turns';

/** Something that is posted only while it is wanted. */
export interface OnDemandPart {
  /** What is wanted now: posted once for each value. Null if nobody wants it, or there is nothing to post. */
  wanted(): string | number | null;
  /** False if it is no longer wanted. */
  tell(turns: Turns): boolean | Promise<boolean>;
}

/** Posts parts as they are wanted, in order, one at a time. */
export class OnDemand {
  private readonly told = new Map<OnDemandPart, string | number>();
  private underWay: Promise<boolean> | null = null;

  /** More parts may be added while others are posted. */
  constructor(private readonly parts: OnDemandPart[]) {}

  add(...parts: OnDemandPart[]): void {
    this.parts.push(...parts);
  }

  /** Posts everything that is wanted and was not yet posted; false if the work is no longer wanted. */
  async serve(turns: Turns): Promise<boolean> {
    while (this.underWay) if (!(await this.underWay)) return false;
    // Not started before it is known to be under way: the code that lets other work run may come back here.
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
