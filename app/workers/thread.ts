/** The part of a `Worker` that a client needs; tests bring their own. */
export interface Thread<Sent, Heard> {
  postMessage(message: Sent): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Heard>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  /** Called when a message arrives that cannot be deserialised. */
  onmessageerror: ((event: MessageEvent) => void) | null;
}
