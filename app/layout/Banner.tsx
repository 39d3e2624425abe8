import { runAgain } from '../results/connect';
import { useResults } from '../results/results';

/** Said across the page where the engine had to be stopped or fell over. The page goes on. */
export function Banner() {
  const hang = useResults((r) => r.hang);
  const failure = useResults((r) => r.failure);
  if (!hang && !failure) return null;
  return (
    <div className="page-banner" role="alert">
      {hang ? (
        <span>
          {hang.what ? (
            <>
              The pattern <code>{hang.what}</code> took too long and was stopped.
            </>
          ) : (
            <>The rule took too long and was stopped.</>
          )}{' '}
          It runs again once you edit the rule.
        </span>
      ) : (
        <span>The engine stopped: {failure}</span>
      )}
      <button type="button" className="btn" onClick={runAgain}>
        Run again
      </button>
    </div>
  );
}
