import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { FaultBar } from '../ui/FaultBar';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { typedUpon } from '../ui/typed-upon';
import { earlierBoilerplates } from './boilerplates';
import { type Problem, draftOf, settingsOfDraft } from './draft';
import { EarlierSettings } from './EarlierSettings';
import { OrganisationForm } from './OrganisationForm';
import { ThisComputer } from './ThisComputer';
import { useSettingsVersions } from './use-settings-versions';
import './settings.css';

type Props = {
  readonly settings: NewsroomSettings;
  readonly mayWrite: boolean;
  /** What is looked for at once. */
  readonly find: string;
  readonly onSettings: (settings: NewsroomSettings) => void;
  readonly onBack: () => void;
  /** Filled in with a call that saves what is typed: nothing leaves before it is safe. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};

const formOf = (settings: NewsroomSettings) => ({ draft: draftOf(settings), from: settings });

/** The settings of the organisation and of this computer, on one page that can be searched. */
export const SettingsScreen = ({ settings, mayWrite, find: first, onSettings, onBack, saveBefore }: Props) => {
  /** The form, and the settings that it was made from: a save stands on those, whatever was saved elsewhere since. */
  const [{ draft, from }, setForm] = useState(() => formOf(settings));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [find, setFind] = useState(first);
  const versions = useSettingsVersions(settings, setFault);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(from));
  // What was saved elsewhere shows at once where nothing is typed.
  if (from !== settings && !isChanged) setForm(formOf(settings));

  /** Saves the form where it was changed. Answers whether nothing is left unsaved. */
  const save = useCallback(async (): Promise<boolean> => {
    if (!isChanged) return true;
    const next = settingsOfDraft(draft, from);
    setProblems(next.ok ? [] : next.fault);
    if (!next.ok) {
      setFind('');
      announce(next.fault.map(({ message }) => message).join(' '), true);
      return false;
    }
    const saved = await bridge.newsroom.saveSettings(next.value, from);
    setFault(saved.ok ? null : saved.fault);
    if (!saved.ok) return false;
    setForm(formOf(saved.value));
    onSettings(saved.value);
    announce('Settings saved');
    return true;
  }, [draft, from, isChanged, onSettings]);
  const latest = useRef(save);
  useEffect(() => void (latest.current = save));
  useEffect(() => {
    saveBefore.current = async () => ((await latest.current()) ? 'saved' : 'unsafe');
    return () => {
      saveBefore.current = null;
    };
  }, [saveBefore]);

  /** Reads what was saved elsewhere; what was typed stays on top of it, or goes. */
  const readAgain = async (keepTyped: boolean): Promise<void> => {
    const read = await bridge.newsroom.read();
    setFault(read.ok ? null : read.fault);
    if (!read.ok) return;
    const theirs = read.value.settings;
    setForm(keepTyped ? { draft: typedUpon(draftOf(theirs), draft, draftOf(from)), from: theirs } : formOf(theirs));
    setProblems([]);
    onSettings(theirs);
    announce(
      keepTyped ? 'What was saved elsewhere is in the form, with what you typed. Save to keep it.' : 'Read again',
    );
  };

  return (
    <>
      <ScreenTools name="Settings" onBack={onBack} focusBack={false}>
        <input
          className="f"
          type="search"
          aria-label="Find in settings"
          placeholder="Find in settings"
          autoFocus
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </ScreenTools>
      {fault !== null && (
        <FaultBar fault={fault} onPutAway={() => setFault(null)} onRead={(keepTyped) => void readAgain(keepTyped)} />
      )}
      {/* It scrolls, and may hold nothing that takes the focus. */}
      <main className="settings" aria-label="Settings" data-region="settings" tabIndex={0}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <OrganisationForm
            draft={draft}
            problems={problems}
            find={find}
            readOnly={!mayWrite}
            boilerplates={earlierBoilerplates(versions, settings.boilerplate)}
            onChange={(change) => setForm((now) => ({ ...now, draft: { ...now.draft, ...change } }))}
          />
          {mayWrite && isChanged && (
            <div className="acts">
              <button type="submit" className="b p">
                Save
              </button>
              <Button
                onClick={() => {
                  setProblems([]);
                  setFault(null);
                  setForm(formOf(settings));
                }}
              >
                Put back as it was
              </Button>
            </div>
          )}
        </form>
        <ThisComputer find={find} />
        <EarlierSettings
          settings={settings}
          versions={versions}
          find={find}
          readOnly={!mayWrite}
          onTake={(earlier) => {
            setForm((now) => ({ ...now, draft: draftOf(earlier) }));
            announce('Taken into the form. Save to keep it.');
          }}
        />
      </main>
    </>
  );
};
