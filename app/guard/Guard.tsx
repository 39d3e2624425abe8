import './guard.css';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { download } from './download';
import { LoadError, NOT_LOADED, type WhyNotLoaded, whyNotLoaded } from './why-not-loaded';

interface GuardProps {
  /** What fails if something in it does, as the beginning of a sentence: `Explain`, `The editor of the rule`. */
  readonly what: string;
  /** Called before it is tried again. */
  readonly onAgain?: () => void;
  /** Called when something in it has failed. */
  readonly onFail?: (error: unknown) => void;
  /** Begins without what it failed over; there is a button for it where this is given. */
  readonly onStartAnew?: () => void;
  readonly children: ReactNode;
}

interface GuardState {
  readonly failure: { readonly error: unknown } | null;
}

/**
 * What stands in it fails alone: the rest of the page stays, and in its place stands what happened, a way to try again
 * and ways to save the texts.
 */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { failure: null };

  static getDerivedStateFromError(error: unknown): GuardState {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFail?.(error);
  }

  private readonly again = () => {
    this.props.onAgain?.();
    this.setState({ failure: null });
  };

  private readonly startAnew = () => {
    this.props.onStartAnew?.();
    this.again();
  };

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const { what, onStartAnew } = this.props;
    return (
      <Failed
        what={what}
        error={failure.error}
        meanwhile={onStartAnew ? 'Your texts are as you left them.' : undefined}
        onAgain={this.again}
        onStartAnew={onStartAnew ? this.startAnew : undefined}
      />
    );
  }
}

interface FailedProps {
  readonly what: string;
  readonly error: unknown;
  /** What still works. */
  readonly meanwhile?: string | undefined;
  readonly onAgain: () => void;
  readonly onStartAnew?: (() => void) | undefined;
}

/** What is said of a part of the page that failed, and what can be done about it. */
export function Failed({
  what,
  error,
  meanwhile = 'Everything else still works.',
  onAgain,
  onStartAnew,
}: FailedProps) {
  const isLost = error instanceof LoadError;
  const why = useWhy(isLost);
  return (
    <section className="guard" role="alert" aria-label={`${what} failed`}>
      <p className="guard-said">
        {isLost ? (
          `${what} ${why ? NOT_LOADED[why] : 'could not be loaded.'}`
        ) : (
          <>
            {what} stopped, by a fault of this page: <code>{messageOf(error)}</code>
          </>
        )}{' '}
        {meanwhile}
      </p>
      <span className="guard-ways">
        <button type="button" className="btn" onClick={onAgain}>
          Try again
        </button>
        {isLost ? (
          <button type="button" className="btn" onClick={() => location.reload()}>
            Reload the page
          </button>
        ) : null}
        <SaveButtons />
        {onStartAnew ? (
          <button type="button" className="btn" title="Your texts are kept aside" onClick={onStartAnew}>
            Start anew
          </button>
        ) : null}
      </span>
    </section>
  );
}

/** Saves the texts, one file for each: what is saved by one click alone, no browser asks about. */
function SaveButtons() {
  return (
    <>
      <button type="button" className="btn" onClick={() => download('rule')}>
        Save my rule
      </button>
      <button type="button" className="btn" onClick={() => download('events')}>
        Save my events
      </button>
    </>
  );
}

/** Why a part did not come, once that is known. */
function useWhy(isLost: boolean): WhyNotLoaded | null {
  const [why, setWhy] = useState<WhyNotLoaded | null>(null);
  useEffect(() => {
    if (!isLost) return;
    let gone = false;
    void whyNotLoaded().then((found) => {
      if (!gone) setWhy(found);
    });
    return () => {
      gone = true;
    };
  }, [isLost]);
  return why;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
