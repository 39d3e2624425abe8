import { slotClass } from '../editor/slots';
import { cutEntry } from '../ui/cut';

/** A selection's name in its colour and pattern. */
export function SelectionName({
  name,
  index,
  whole = true,
}: {
  readonly name: string;
  readonly index: number;
  readonly whole?: boolean;
}) {
  return (
    <span className={`mark mark-name ${slotClass(index)} ${whole ? 'mark-whole' : 'mark-part'}`}>
      {cutEntry(name)}
    </span>
  );
}
