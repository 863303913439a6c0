import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Result } from '../../shared/result';
import { announce } from './announce';

type Parts<Form> = {
  /** Prints, or saves as a file. Out: where it was saved, null where it went to the printer; `cancelled` where the writer left it. */
  readonly make: (form: Form) => Promise<Result<string | null, Fault>>;
  readonly onDone: () => void;
};

/** Putting something on paper or into a file from a dialog: what became of it is said; a fault stays to be shown. */
export const useIssue = <Form>({ make, onDone }: Parts<Form>) => {
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const issue = async (form: Form): Promise<void> => {
    setIsBusy(true);
    setFault(null);
    const done = await make(form);
    setIsBusy(false);
    if (done.ok) {
      announce(done.value === null ? 'Sent to the printer' : `Saved: ${done.value}`);
      onDone();
    } else if (done.fault.code !== 'cancelled') setFault(done.fault);
  };
  return { fault, setFault, isBusy, issue };
};
