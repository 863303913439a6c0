import { useEffect, useState } from 'react';
import type { ExaminationState } from '../../shared/newsroom/examination';
import { bridge } from '../bridge';

/** What is going on with the examination of the open newsroom, as the main process tells it. */
export const useExamination = (): ExaminationState => {
  const [state, setState] = useState<ExaminationState>({ kind: 'none' });
  useEffect(() => {
    let isTold = false;
    const stop = bridge.on('examination:state', (now) => {
      isTold = true;
      setState(now);
    });
    // It may have begun, or ended, before the page was there to hear of it.
    void bridge.examination.read().then((now) => {
      if (!isTold) setState(now);
    });
    return () => {
      isTold = true;
      stop();
    };
  }, []);
  return state;
};
