import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { serveAsAide } from './aide-thread';
import type { ExportProgress } from '../../shared/archive/model';
import { exportFrom } from './export-from';
import type { FromWorker, ToWorker } from './job';
import { hashOf } from './seal';

/*
 * Makes a bundle in a process of its own, so that the window stays live. It is given a job, reads the newsroom itself, tells
 * how far it is, and ends with the report; it may be told to stop.
 */

const work = (): void => {
  const stop = new AbortController();
  const program = hashOf(readFileSync(__filename));
  const tell = (message: FromWorker): void => process.parentPort.postMessage(message);
  const progress = (now: ExportProgress): void => tell({ kind: 'progress', now });

  process.parentPort.on('message', ({ data }: { readonly data: ToWorker }) => {
    if (data.kind === 'stop') {
      stop.abort();
      return;
    }
    exportFrom(data.job, { program, script: __filename, signal: stop.signal, progress }).then(
      (result) => tell({ kind: 'done', result }),
      (error: unknown) => {
        const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
        tell({ kind: 'broken', message, stack });
      },
    );
  });
};

if (isMainThread) work();
else serveAsAide();
