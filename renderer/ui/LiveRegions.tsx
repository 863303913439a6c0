import { useEffect, useState } from 'react';
import { onAnnounce } from './announce';

type Spoken = { readonly text: string; readonly count: number };

/** The two places a screen reader listens to. Rendered once, by the app. The same words twice are spoken twice. */
export const LiveRegions = () => {
  const [polite, setPolite] = useState<Spoken>({ text: '', count: 0 });
  const [urgent, setUrgent] = useState<Spoken>({ text: '', count: 0 });
  useEffect(
    () =>
      onAnnounce((text, isUrgent) => (isUrgent ? setUrgent : setPolite)(({ count }) => ({ text, count: count + 1 }))),
    [],
  );
  return (
    <>
      <div className="vh" aria-live="polite" data-announce="polite">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div className="vh" aria-live="assertive" data-announce="urgent">
        <span key={urgent.count}>{urgent.text}</span>
      </div>
    </>
  );
};
