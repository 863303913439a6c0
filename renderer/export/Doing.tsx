import { useEffect, useRef, useState } from 'react';
import { Check, Circle, LoaderCircle } from 'lucide-react';
import { EXPORT_STAGES, type ExportProgress } from '../../shared/archive/model';
import { bridge } from '../bridge';
import { progressWords } from './report';

type Props = { readonly writing: boolean };

const STAGES: Readonly<Record<ExportProgress['doing'], string>> = {
  reading: 'Reading and checking every release',
  making: 'Making pages, lists, feeds and search, and searching each for what is withheld',
  placing: 'Reading each new file again, then moving it into place',
};

/** How far the export is: its stages, and counts of the one that is under way. */
export const Doing = ({ writing }: Props) => {
  const what = writing ? 'Writing the bundle' : 'Checking every release';
  const [now, setNow] = useState<(ExportProgress & { readonly since: number }) | null>(null);
  const began = useRef<{ readonly doing: string; readonly at: number } | null>(null);
  useEffect(
    () =>
      bridge.on('export:progress', (next) => {
        if (began.current?.doing !== next.doing) began.current = { doing: next.doing, at: performance.now() };
        setNow({ ...next, since: performance.now() - began.current.at });
      }),
    [],
  );
  const stages = EXPORT_STAGES.filter((stage) => writing || stage !== 'placing');
  const at = now === null ? -1 : stages.indexOf(now.doing);
  return (
    <section className="doing" aria-labelledby="doing">
      <h2 id="doing">{what}</h2>
      <p className="meta">{now === null ? 'Reading the newsroom' : progressWords(now, now.since)}</p>
      {now === null ? (
        <progress aria-label={what} />
      ) : (
        <progress aria-label={what} value={Math.min(now.done, now.of)} max={Math.max(1, now.of)} />
      )}
      <ol>
        {stages.map((stage, index) => {
          const Icon = index < at ? Check : index === at ? LoaderCircle : Circle;
          return (
            <li
              key={stage}
              className={index < at ? 'done' : index === at ? 'now' : 'later'}
              aria-current={index === at ? 'step' : undefined}
            >
              <Icon className="i" aria-hidden="true" />
              <span>{STAGES[stage]}</span>
            </li>
          );
        })}
      </ol>
      <p className="meta">The last bundle stays until the new one is proved.</p>
    </section>
  );
};
