/**
 * The next step after the messages that wait. Not `setTimeout`, which a browser lets wait 4 ms from the fifth in a row on, and not a
 * microtask, before which no message is heard: a message to oneself takes its turn among the others.
 */
const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.addEventListener('message', () => waiting.shift()?.());
channel.port1.start();

export function later(next: () => void): void {
  waiting.push(next);
  channel.port2.postMessage(null);
}
