import type { Repair } from '../../../src/authoring';
import type { Words } from '../../../src/text';
import { useExpectedEvents } from '../../results/expectations';
import { useResults } from '../../results/results';
import { Sentence } from '../../ui/Sentence';
import { brokenTestsWords } from '../tests/words';
import { brokenWords } from './repair-words';

interface BrokenTestsProps {
  readonly change: Repair;
  /** The documents of the correlations whose tests it would break. */
  readonly correlations: readonly number[];
}

/** Which tests a change would break, of events and of correlations. */
export function BrokenTests({ change, correlations }: BrokenTestsProps) {
  const expected = useExpectedEvents();
  const documents = useResults((r) => r.documents);
  return (
    <span className="bad">
      {brokenWords(change, expected)} {brokenTestsWords(correlations, documents)}
    </span>
  );
}

/** That changes were not tried on the tests of correlations. */
export function NotTried({ why }: { readonly why: Words | null }) {
  if (!why) return null;
  return (
    <p className="soft">
      It is not known which tests of correlations would fail. <Sentence words={why} />
    </p>
  );
}
