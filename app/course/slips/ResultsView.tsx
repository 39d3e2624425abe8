import './slip.css';
import { OpenedSlips } from './OpenedSlips';
import { OwnSlip } from './OwnSlip';

/** What a learner hands in, and what a teacher has got. */
export function ResultsView() {
  return (
    <div className="slip">
      <OwnSlip />
      <OpenedSlips />
    </div>
  );
}
