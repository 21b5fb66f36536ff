/**
 * A peer in a thread of its own, on its own heap: what it makes the JavaScript engine assume touches nobody else. (On one
 * heap with ours, json-rules-engine crashed Node 20.20 in the engine's own code.)
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openCedar } from './cedar.js';
import { openJsonRules } from './json-rules.js';

const { name, part, shipments } = workerData;
const ask = name === 'Cedar' ? openCedar(part) : await openJsonRules(part);

parentPort?.on('message', async () => {
  const answers = [];
  for (const shipment of shipments) answers.push(await ask(shipment));
  parentPort?.postMessage(answers);
});
parentPort?.postMessage('ready');
