import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useState,
} from 'react';
import { Guard } from './Guard';
import { isTold, LoadError } from './why-not-loaded';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** A part of the page that is loaded once it is on screen: the first sight of the page does without. */
export class Part<Props extends object = object> {
  /** What shows it; another one after it was asked for again. */
  component: LazyExoticComponent<ComponentType<Props>>;
  private isLost = false;

  /** `what` begins a sentence that says that it failed: `The panel Rule`. */
  constructor(
    readonly what: string,
    private readonly load: Load<Props>,
  ) {
    this.component = this.asked();
  }

  /** Asks for it again, if it could not be loaded. */
  readonly askAgain = (): void => {
    if (!this.isLost) return;
    this.isLost = false;
    this.component = this.asked();
  };

  /** Loads it before it is on screen. If it fails, it is asked for again once it is. */
  readonly prepare = async (): Promise<void> => {
    try {
      await this.load();
    } catch (cause) {
      this.isLost = true;
      isTold(cause);
    }
  };

  private asked() {
    return lazy(async () => {
      try {
        return await this.load();
      } catch (cause) {
        this.isLost = true;
        throw new LoadError(cause);
      }
    });
  }
}

type LaterProps<Props extends object> = {
  readonly part: Part<Props>;
  /** Stands there until it has come. */
  readonly waiting?: ReactNode;
} & (object extends Props ? { readonly props?: Props } : { readonly props: Props });

/**
 * Shows a part, and says in its place where it cannot be loaded or fails. It is asked for again when the person says so,
 * or comes back to it.
 */
export function Later<Props extends object>({
  part,
  waiting = <p className="empty">Loading…</p>,
  props,
}: LaterProps<Props>) {
  useState(part.askAgain);
  return (
    <Guard what={part.what} onAgain={part.askAgain}>
      <Suspense fallback={waiting}>
        <Newest part={part} props={props as Props} />
      </Suspense>
    </Guard>
  );
}

/** Looks up what shows the part when it renders: what failed is never rendered again. */
function Newest<Props extends object>({
  part,
  props,
}: {
  readonly part: Part<Props>;
  readonly props: Props;
}) {
  const Shown = part.component as ComponentType<Props>;
  return <Shown {...props} />;
}
