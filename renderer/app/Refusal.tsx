import { useEffect, useState } from 'react';
import { bridge } from '../bridge';
import { onAnnounce } from '../ui/announce';
import './refusal.css';

/**
 * Why what was asked for last was not done: one line at the foot of the window, over a dialog too, that moves nothing and
 * covers nothing that is pressed. It goes at the next act. A screen reader has it from `LiveRegions`.
 */
export const Refusal = () => {
  const [why, setWhy] = useState('');
  useEffect(() => {
    const putAway = (): void => setWhy('');
    const stops = [
      onAnnounce((text, manner) => {
        if (manner === 'refused') setWhy(text);
      }),
      // Heard here first, before whoever may refuse what is asked for now.
      bridge.on('menu:command', putAway),
    ];
    const ACTS = ['keydown', 'pointerdown'] as const;
    for (const act of ACTS) window.addEventListener(act, putAway, true);
    return () => {
      for (const stop of stops) stop();
      for (const act of ACTS) window.removeEventListener(act, putAway, true);
    };
  }, []);
  if (why === '') return null;
  return (
    <p className="refusal" popover="manual" aria-hidden="true" ref={(line) => line?.showPopover()}>
      {why}
    </p>
  );
};
