/**
 * The entry of a worker thread in Node: a simulation host on the thread's port. Everything it does is in host.ts.
 */
import { parentPort } from 'node:worker_threads';
import { Validator } from '../engine/index.ts';
import { SimulationHost } from './host.ts';
import type { ToWorker } from './simulation-api.ts';

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it does nothing by itself.');

const validator = new Validator();
// setImmediate, not a microtask: messages are delivered between two of them.
const host = new SimulationHost(
  (message, transfer) => port.postMessage(message, transfer),
  (next) => setImmediate(next),
  (task) => validator.answer(task),
);
port.on('message', (message: ToWorker) => host.receive(message));
