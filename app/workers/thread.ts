/** The part of a `Worker` that a client uses to speak with it; tests give their own. */
export interface Thread<Request, Response> {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}
