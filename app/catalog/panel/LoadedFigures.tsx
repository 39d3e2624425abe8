import type { ReactNode } from 'react';
import { builtInFigures } from '../../state/built-in';
import type { Figures } from '../figures';

interface LoadedFiguresProps {
  readonly found: Figures;
  /** Shown until they are loaded. */
  readonly waiting: string;
  readonly children: (found: Extract<Figures, { state: 'ready' }>) => ReactNode;
}

/** The statistics of a log source once they are loaded, or why they are not. */
export function LoadedFigures({ found, waiting, children }: LoadedFiguresProps) {
  switch (found.state) {
    case 'waiting':
      return <p className="soft">{waiting}</p>;
    case 'failed':
      return (
        <p>
          The statistics could not be loaded. {found.why}{' '}
          <button type="button" className="btn" onClick={() => void builtInFigures.load()}>
            Try again
          </button>
        </p>
      );
    case 'ready':
      return children(found);
  }
}
