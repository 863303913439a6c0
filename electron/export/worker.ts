import { readFileSync } from 'node:fs';
import { exportFrom } from './export-from';
import type { FromWorker, ToWorker } from './job';
import { hashOf } from './seal';

/*
 * Makes a bundle in a process of its own, so that the window stays live. It is given a job, reads the newsroom itself, tells
 * how far it is, and ends with the report; it may be told to stop.
 */

const stop = new AbortController();
const program = hashOf(readFileSync(__filename));
const tell = (message: FromWorker): void => process.parentPort.postMessage(message);

process.parentPort.on('message', ({ data }: { readonly data: ToWorker }) => {
  if (data.kind === 'stop') {
    stop.abort();
    return;
  }
  exportFrom(data.job, { program, signal: stop.signal, progress: (now) => tell({ kind: 'progress', now }) }).then(
    (result) => tell({ kind: 'done', result }),
    (error: unknown) => {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      tell({ kind: 'broken', message, stack });
    },
  );
});
