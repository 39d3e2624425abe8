// A message to oneself comes after those that wait already, and, unlike a timer, is not held back by 4 ms.
const channel = new MessageChannel();
let resume: (() => void) | null = null;
channel.port1.onmessage = () => resume?.();

/** Lets the messages in that wait for this worker. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    resume = resolve;
    channel.port2.postMessage(null);
  });
}
