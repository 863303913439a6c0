import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { ImportPreview } from '../../shared/import/model';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';
import { FurnitureList } from './FurnitureList';
import { PreviewPage } from './PreviewPage';
import { TYPED_WORDS } from '../ui/typed-words';
import './import.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly onBack: () => void;
  /** Out by hand, whatever was filled in. */
  readonly onLeave: () => void;
  readonly onBrought: (open: OpenRelease) => void;
};

/** Said while what was chosen here would be lost. */
const TO_DO = 'Not brought in yet: bring it in, or leave it';

/** Brings in one file: the system asks for it, this shows what would come of it, and nothing is written until it is accepted. */
export const ImportScreen = ({ settings, onBack, onLeave, onBrought }: Props) => {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBringing, setIsBringing] = useState(false);
  const asked = useRef(false);

  const ask = async (): Promise<void> => {
    setFault(null);
    const read = await bridge.releases.import();
    if (read.ok) {
      setPreview(read.value);
      setKept(new Set());
      announce(`Read ${read.value.fileName}: ${counted(read.value.words, 'word')}`);
    } else if (read.fault.code === 'cancelled') onBack();
    else setFault(read.fault);
  };
  // Once only: the system's dialog is not to open twice.
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask();
  });
  const bring = async (): Promise<void> => {
    setIsBringing(true);
    const brought = await bridge.releases.importAccept({ keep: [...kept].toSorted((a, b) => a - b) });
    setIsBringing(false);
    if (brought.ok) onBrought(brought.value);
    else setFault(brought.fault);
  };

  return (
    <>
      <ScreenTools name="Import" onBack={onBack} focusBack={false}>
        {preview !== null && <span className="meta">{`${preview.fileName} · ${counted(preview.words, 'word')}`}</span>}
      </ScreenTools>
      {fault !== null && (
        <Bar
          kind="stop"
          title={fault.message}
          actions={<Button onClick={() => void ask()}>Choose another file…</Button>}
        >
          <p>Nothing was brought in. The file is as it was.</p>
        </Bar>
      )}
      {preview === null ? (
        <main className="desk">
          <div className="nothing">
            <p>{fault === null ? 'Choose a Word document, a text file or a web page.' : 'No file is chosen.'}</p>
          </div>
        </main>
      ) : (
        <main className="imp">
          <PreviewPage preview={preview} language={settings.language} />
          <FurnitureList
            dropped={preview.dropped}
            kept={kept}
            onKeep={(index, keep) => {
              const next = new Set(kept);
              if (keep) next.add(index);
              else next.delete(index);
              setKept(next);
            }}
          />
        </main>
      )}
      <footer className="foot" data-region="foot" {...(kept.size > 0 || isBringing ? { [TYPED_WORDS]: TO_DO } : {})}>
        <span className="meta">
          {preview === null || preview.missing.length === 0
            ? 'Nothing is written until it is brought in.'
            : `To be filled in before publishing: ${preview.missing.join(', ')}.`}
        </span>
        <span className="sp" />
        <Button big onClick={onLeave}>
          Leave it
        </Button>
        <Button
          kind="primary"
          big
          autoFocus
          unavailable={preview === null ? 'No file is read yet.' : isBringing ? 'It is being brought in.' : undefined}
          onClick={() => void bring()}
        >
          Bring it in
        </Button>
      </footer>
    </>
  );
};
