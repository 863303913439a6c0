import path from 'node:path';
import { utilityProcess } from 'electron';
import type { ExportProgress, ExportReport } from '../../shared/archive/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import type { ExportJob, FromWorker, ToWorker } from './job';

export type RunningExport = {
  /** The report. Throws on an error of the program itself. */
  readonly done: Promise<Result<ExportReport, Fault>>;
  /** Asks it to stop: the last bundle stays. */
  readonly stop: () => void;
};

/** Runs an export in a process of its own. */
export const runWorker = (job: ExportJob, onProgress: (now: ExportProgress) => void): RunningExport => {
  const worker = utilityProcess.fork(path.join(__dirname, 'worker.cjs'), [], { serviceName: 'Standfirst export' });
  const send = (message: ToWorker): void => worker.postMessage(message);
  const done = new Promise<Result<ExportReport, Fault>>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') {
        onProgress(message.now);
        return;
      }
      if (message.kind === 'done') resolve(message.result);
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
      worker.kill();
    });
    worker.on('exit', () => {
      const message = 'The export ended before it was done. The last bundle is as it was; export once more.';
      resolve(failed(fault('refused', message)));
    });
  });
  send({ kind: 'make', job });
  return { done, stop: () => send({ kind: 'stop' }) };
};
