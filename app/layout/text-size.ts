import { useLayoutEffect } from 'react';
import { type TextSize, useSession } from '../state/session';
import { setTextScale } from '../ui/text-scale';

/** How much larger text is for each size. */
const FACTORS: Readonly<Record<TextSize, number>> = { s: 0.9, m: 1, l: 1.15, xl: 1.3, xxl: 1.5 };

/** Shows page and editors with text of the chosen size. */
export function useTextSize(): void {
  const size = useSession((s) => s.textSize);
  useLayoutEffect(() => setTextScale(FACTORS[size]), [size]);
}
