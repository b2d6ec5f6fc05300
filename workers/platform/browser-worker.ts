/**
 * The entry of a worker in a browser that simulates: a simulation host on the worker's own port. Everything it does is in host.ts.
 */
import { SimulationHost } from '../host.ts';
import type { FromWorker, ToWorker } from '../simulation-api.ts';
import { later } from './browser-later.ts';

/** What a dedicated worker has in place of a window; TypeScript's two libraries of them exclude each other. */
interface OwnPort {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(kind: 'message', heard: (event: MessageEvent<ToWorker>) => void): void;
}
const port = globalThis as unknown as OwnPort;

const host = new SimulationHost((message, transfer) => port.postMessage(message, [...transfer]), later);
port.addEventListener('message', ({ data }) => host.receive(data));
