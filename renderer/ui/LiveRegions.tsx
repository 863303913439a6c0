import { useEffect, useState } from 'react';
import { onAnnounce } from './announce';

type Spoken = { readonly text: string; readonly nth: number };

/** So many sentences stay in a region: those said in one breath are all heard, the last does not silence the first. */
const KEPT = 4;

const said = (before: readonly Spoken[], text: string): readonly Spoken[] =>
  [...before, { text, nth: (before.at(-1)?.nth ?? 0) + 1 }].slice(-KEPT);

const Region = ({ sentences, kind }: { readonly sentences: readonly Spoken[]; readonly kind: 'polite' | 'urgent' }) => (
  <div className="vh" aria-live={kind === 'urgent' ? 'assertive' : 'polite'} data-announce={kind}>
    {sentences.map(({ text, nth }) => (
      <p key={nth}>{text}</p>
    ))}
  </div>
);

/** The two places a screen reader listens to. Rendered once, by the app. Only what is added is read, the same words twice too. */
export const LiveRegions = () => {
  const [polite, setPolite] = useState<readonly Spoken[]>([]);
  const [urgent, setUrgent] = useState<readonly Spoken[]>([]);
  useEffect(
    () => onAnnounce((text, manner) => (manner === 'polite' ? setPolite : setUrgent)((before) => said(before, text))),
    [],
  );
  return (
    <>
      <Region kind="polite" sentences={polite} />
      <Region kind="urgent" sentences={urgent} />
    </>
  );
};
