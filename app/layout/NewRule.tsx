import { useStore } from 'zustand';
import { Later, Part } from '../guard/later';
import { offered } from '../panels/author/write';

const OFFER = new Part<object>('The offer of a rule', () =>
  import('../panels/author/NewRuleOffer').then((m) => ({ default: m.NewRuleOffer })),
);

/** A rule that was written from events, while it is on offer. */
export function NewRule() {
  const isOffered = useStore(offered, (s) => s.offer !== null);
  return isOffered ? <Later part={OFFER} waiting={null} /> : null;
}
