/** Where each key leads from an event, or from the cell of one, of `count`. What is out of bounds is for the caller to bound. */
export const EVENT_STEPS = {
  ArrowRight: (from: number) => from + 1,
  ArrowDown: (from: number) => from + 1,
  ArrowLeft: (from: number) => from - 1,
  ArrowUp: (from: number) => from - 1,
  Home: () => 0,
  End: (_: number, count: number) => count - 1,
  PageDown: (from: number) => from + 20,
  PageUp: (from: number) => from - 20,
} as const;
