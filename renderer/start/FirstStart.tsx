import { useRef, useState } from 'react';
import { ArchiveRestore, FolderOpen, FolderPlus, Newspaper } from 'lucide-react';
import type { Fault } from '../../shared/fault';
import type { StartState } from '../../shared/ipc/contract';
import type { Newsroom } from '../../shared/newsroom/model';
import type { Instant } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import { MakeNewsroom } from './MakeNewsroom';
import { Way } from './Way';
import './first-start.css';

type Props = {
  readonly start: StartState;
  /** `restored`: when the backup was made, where the newsroom was just restored from one. */
  readonly onReady: (newsroom: Newsroom, who: string, restored?: Instant) => void;
};

/** The first screen: who is writing, and the ways into a newsroom. Without a name no way leads on. */
export const FirstStart = ({ start, onReady }: Props) => {
  const [who, setWho] = useState(start.who);
  const [nameFault, setNameFault] = useState('');
  const [fault, setFault] = useState<Fault | null>(start.fault);
  const [making, setMaking] = useState(false);
  const [organisation, setOrganisation] = useState('');
  const [waiting, setWaiting] = useState(false);
  const name = useRef<HTMLDivElement>(null);

  const hasName = (): boolean => {
    if (who.trim() !== '') return true;
    setNameFault('Write your name first: approvals and publications carry it.');
    name.current?.querySelector('input')?.focus();
    return false;
  };
  const enter = async (ask: () => Promise<Result<Newsroom, Fault>>): Promise<void> =>
    enterRestored(async () => {
      const opened = await ask();
      return opened.ok ? { ok: true, value: { newsroom: opened.value } } : opened;
    });
  const enterRestored = async (
    ask: () => Promise<Result<{ readonly newsroom: Newsroom; readonly of?: Instant }, Fault>>,
  ): Promise<void> => {
    if (waiting || !hasName()) return;
    setWaiting(true);
    setFault(null);
    await bridge.app.setWho(who.trim());
    const opened = await ask();
    setWaiting(false);
    if (opened.ok) onReady(opened.value.newsroom, who.trim(), opened.value.of);
    else if (opened.fault.code !== 'cancelled') setFault(opened.fault);
  };

  const { newsroom, recent } = start;
  return (
    <>
      {fault !== null && (
        <Bar kind="stop" title={fault.message}>
          {fault.where !== undefined && <p>{fault.where}</p>}
          <p>Nothing was changed. Choose another folder, or look at the sample newsroom.</p>
        </Bar>
      )}
      <main className="welcome" aria-busy={waiting}>
        <div className="top">
          <h1 className="word">Standfirst</h1>
          <p className="sub">Write the release, answer for every quote in it, hand over the archive.</p>
        </div>
        <div>
          <div className="who" ref={name}>
            <TextField
              label="Your name, for the record of who did what"
              hint="Shown as you state it, on this computer and in the newsroom’s records."
              autoComplete="off"
              autoFocus={start.who === ''}
              maxLength={200}
              fault={nameFault}
              value={who}
              onChange={(value) => {
                setWho(value);
                setNameFault('');
              }}
            />
          </div>
          {newsroom !== null && (
            <p className="go-on">
              <Button
                kind="primary"
                big
                autoFocus={start.who !== ''}
                onClick={() => void enter(() => Promise.resolve({ ok: true, value: newsroom }))}
              >
                Go on to {newsroom.settings.organisation}
              </Button>
            </p>
          )}
          <ul>
            <Way
              icon={FolderPlus}
              name="Make a newsroom…"
              words="Choose an empty folder. Everything you write stays in it."
              onChoose={() => {
                if (hasName()) setMaking(true);
              }}
            />
            <Way
              icon={FolderOpen}
              name="Open a newsroom…"
              words="A folder that Standfirst made before."
              onChoose={() => void enter(bridge.newsroom.open)}
            />
            <Way
              icon={ArchiveRestore}
              name="Restore a backup…"
              words="Choose the backup, and an empty folder for the newsroom as it was then."
              onChoose={() => void enterRestored(() => bridge.backup.restore(null))}
            />
            <Way
              icon={Newspaper}
              name="Look round the sample newsroom…"
              words="A made-up press office, in an empty folder that you choose. Its releases you may break."
              onChoose={() => void enter(bridge.newsroom.sample)}
            />
          </ul>
        </div>
        <div className="recent">
          <h2>Open recent</h2>
          {recent.length === 0 ? (
            <p className="ghost">No newsroom yet.</p>
          ) : (
            <ul>
              {recent.map(({ organisation, folder }, index) => (
                <li key={folder}>
                  <button type="button" onClick={() => void enter(() => bridge.newsroom.openRecent(index))}>
                    <b>{organisation}</b>
                    <span className="meta">{folder}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <h2>How it keeps your words</h2>
          <p>
            No account, no network. Each release is a plain file in your folder, saved as you type. Nothing leaves this
            computer unless you export it.
          </p>
        </div>
      </main>
      {making && (
        <MakeNewsroom
          first={organisation}
          onClose={() => setMaking(false)}
          onMake={(typed) => {
            setMaking(false);
            setOrganisation(typed);
            void enter(() => bridge.newsroom.create({ organisation: typed }));
          }}
        />
      )}
    </>
  );
};
