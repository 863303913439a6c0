import { useState } from 'react';
import type { CatalogueReport } from '../../shared/import/catalogue-model';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ScreenTools } from '../ui/ScreenTools';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/dates';
import { CatalogueDetails } from './CatalogueDetails';
import { CatalogueTable } from './CatalogueTable';
import { type Reviewed, isReady, useCatalogue } from './use-catalogue';
import { TYPED_WORDS } from '../ui/typed-words';
import './import.css';
import './catalogue.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly onBack: () => void;
  /** Out by hand, whatever was filled in. */
  readonly onLeave: () => void;
};

const SHOWN = {
  all: { name: 'All pages', keep: () => true },
  fill: { name: 'To fill in', keep: (each: Reviewed) => each.isWanted && each.judged.gaps.length > 0 },
  doubt: { name: 'Date in doubt', keep: (each: Reviewed) => each.row.otherDates.length > 0 },
  ready: { name: 'Ready', keep: isReady },
  left: { name: 'Left out', keep: (each: Reviewed) => !each.isWanted },
} as const;
type Shown = keyof typeof SHOWN;

/** Said while what was filled in would be lost. */
const TO_DO = 'Not taken in yet: take the pages in, or leave it';

/** Takes in what was published before Standfirst: a folder is read, looked through page by page, and nothing is written until then. */
export const CatalogueScreen = ({ settings, onBack, onLeave }: Props) => {
  const work = useCatalogue(onBack);
  const { read, rows, report, fault, isBusy, isFilled, progress } = work;
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState<Shown>('all');
  const [folder, setFolder] = useState('');
  const ready = rows.filter(isReady).length;
  const toFill = rows.filter(SHOWN.fill.keep).length;
  const visible = rows.filter(SHOWN[shown].keep);
  const current = visible.find(({ row }) => row.index === chosen) ?? visible[0];
  const placeless = rows.filter(({ fill }) => fill.url.trim() === '').length;

  return (
    <>
      <ScreenTools name="Back catalogue" onBack={onBack} focusBack={false}>
        {read !== null && <span className="meta">{`${read.folder} · ${counted(read.rows.length, 'page')}`}</span>}
      </ScreenTools>
      {fault !== null && (
        <Bar
          kind="stop"
          title={fault.message}
          actions={<Button onClick={() => void work.ask()}>Choose another folder…</Button>}
        >
          {fault.where !== undefined && <p>{fault.where}</p>}
          <p>The pages in the folder are as they were.</p>
        </Bar>
      )}
      {isBusy ? (
        <main className="desk">
          <div className="nothing cat-doing">
            <p>
              {progress === null
                ? 'Choose the folder of pages that are public already.'
                : `${progress.doing === 'reading' ? 'Reading' : 'Taking in'} ${progress.done.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')}`}
            </p>
            {progress !== null && (
              <>
                <progress
                  aria-label={progress.doing === 'reading' ? 'Reading' : 'Taking in'}
                  value={progress.done}
                  max={progress.total}
                />
                <Button onClick={work.stop}>Stop</Button>
              </>
            )}
          </div>
        </main>
      ) : report !== null ? (
        <ReportPage report={report} onBack={onBack} />
      ) : read === null ? (
        <main className="desk">
          <div className="nothing">
            <p>No folder is read.</p>
          </div>
        </main>
      ) : (
        <main className="cat">
          <div className="cat-list">
            <div className="cat-tools">
              <SelectField
                label="Show"
                value={shown}
                options={Object.entries(SHOWN).map(
                  ([value, { name, keep }]) =>
                    [value, `${name} (${rows.filter(keep).length.toLocaleString('en-GB')})`] as const,
                )}
                onChange={(value) => setShown(value as Shown)}
              />
              {placeless > 0 && (
                <form
                  className="cat-folder"
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (folder.trim() !== '') work.placeBelow(folder.trim());
                  }}
                >
                  <TextField
                    label={`The folder’s address on the web, for ${counted(placeless, 'page')} without one`}
                    hint="Each gets the address that its file has below it."
                    placeholder={`${settings.siteAddress === '' ? 'https://' : settings.siteAddress}/news/`}
                    value={folder}
                    inputMode="url"
                    spellCheck={false}
                    onChange={setFolder}
                  />
                  <Button
                    unavailable={folder.trim() === '' ? 'No address is written yet.' : undefined}
                    onClick={() => work.placeBelow(folder.trim())}
                  >
                    Use it
                  </Button>
                </form>
              )}
            </div>
            {visible.length === 0 ? (
              <p className="ghost cat-none">No page is {SHOWN[shown].name.toLowerCase()}.</p>
            ) : (
              <CatalogueTable
                rows={visible}
                chosen={current?.row.index ?? -1}
                onChoose={setChosen}
                onWant={work.want}
              />
            )}
            {read.unreadable.length > 0 && (
              <details className="cat-unread">
                <summary>{counted(read.unreadable.length, 'file')} could not be read</summary>
                <ul>
                  {read.unreadable.map(({ path, message }) => (
                    <li key={path}>
                      {path}: {message}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          {current !== undefined && (
            <CatalogueDetails
              key={current.row.index}
              reviewed={current}
              language={settings.language}
              onChange={(change) => work.change(current.row.index, change)}
              onWant={(isWanted) => work.want(current.row.index, isWanted)}
            />
          )}
        </main>
      )}
      {report === null && (
        <footer className="foot" data-region="foot" {...(isFilled ? { [TYPED_WORDS]: TO_DO } : {})}>
          <span className="meta" role="status">
            {read === null || isBusy
              ? 'Nothing is written until the pages were looked through.'
              : `${counted(ready, 'page')} ready. ${toFill === 0 ? '' : `${counted(toFill, 'page')} to fill in, left out until then. `}Their quotes need no approval as they stand.`}
          </span>
          <span className="sp" />
          <Button big onClick={onLeave}>
            Leave it
          </Button>
          <Button
            kind="primary"
            big
            unavailable={isBusy ? 'It is under way.' : ready === 0 ? 'No page is ready.' : undefined}
            onClick={() => void work.takeIn()}
          >
            Take in {counted(ready, 'release')}
          </Button>
        </footer>
      )}
    </>
  );
};

const ReportPage = ({ report, onBack }: { readonly report: CatalogueReport; readonly onBack: () => void }) => (
  <main className="cat-report" data-region="report">
    <h2>{`Taken in: ${counted(report.taken, 'release')}`}</h2>
    <p>
      {report.isCancelled
        ? 'It was stopped. What was taken in stays, published at its address; the rest can be taken in later from the same folder.'
        : 'Each is published at the address that it had. The next export carries them.'}
    </p>
    {report.left.length > 0 && (
      <>
        <h3>{`Not taken in: ${counted(report.left.length, 'page')}`}</h3>
        <ul>
          {report.left.map(({ path, message }) => (
            <li key={path}>
              <b>{path}</b> {message}
            </li>
          ))}
        </ul>
      </>
    )}
    <Button kind="primary" big autoFocus onClick={onBack}>
      To the releases
    </Button>
  </main>
);
