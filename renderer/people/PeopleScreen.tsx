import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Settled } from '../../shared/ipc/contract';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { personOf } from '../../shared/people/find';
import { likelyDuplicates } from '../../shared/people/merge';
import type { People, Person } from '../../shared/people/model';
import { personId } from '../../shared/release/id';
import type { PersonId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { FaultBar } from '../ui/FaultBar';
import { ScreenTools } from '../ui/ScreenTools';
import { announce } from '../ui/announce';
import { counted, dayOf } from '../ui/dates';
import { typedUpon } from '../ui/typed-upon';
import { type Draft, NEW_DRAFT, type Problem, draftOf, personOfDraft } from './draft';
import { LikelyPairs } from './LikelyPairs';
import { MergeDialog } from './MergeDialog';
import { PeopleList } from './PeopleList';
import { PersonForm } from './PersonForm';
import './people.css';

type Props = {
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  readonly mayWrite: boolean;
  /** Whom to show at once. */
  readonly person: PersonId | null;
  readonly onPeople: (people: People) => void;
  readonly onBack: () => void;
  /** Shows what somebody said. */
  readonly onQuotes: (id: PersonId) => void;
  /** Filled in with a call that saves what is typed: nothing leaves before it is safe. */
  readonly saveBefore: { current: (() => Promise<Settled>) | null };
};

/** Who is open in the form: somebody known, or somebody new. */
type Open = {
  readonly id: PersonId;
  /** As they were when the form was made: a save stands on that. Null: somebody new. */
  readonly from: Person | null;
  readonly draft: Draft;
  readonly first: Draft;
};

const opened = (person: Person): Open => ({
  id: person.id,
  from: person,
  draft: draftOf(person),
  first: draftOf(person),
});

/** The people of the newsroom: who they are, what they were when, and whose entries are about one person. */
export const PeopleScreen = (props: Props) => {
  const { people, settings, mayWrite, person: first, onPeople, onBack, onQuotes, saveBefore } = props;
  const [open, setOpen] = useState<Open | null>(() => {
    const person = people.find(({ id }) => id === first);
    return person === undefined ? null : opened(person);
  });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [merging, setMerging] = useState<{ readonly person: Person; readonly other: PersonId | null } | null>(null);
  const pairs = useMemo(() => likelyDuplicates(people), [people]);
  const today = dayOf(new Date(), settings.zone);
  const known = people.find(({ id }) => id === open?.id) ?? null;
  const isChanged = open !== null && JSON.stringify(open.draft) !== JSON.stringify(open.first);
  // What was saved elsewhere shows at once where nothing is typed.
  if (open !== null && open.from !== known && known !== null && !isChanged) setOpen(opened(known));

  /** Saves the form where it was changed. Answers whether nothing is left unsaved. */
  const save = useCallback(async (): Promise<boolean> => {
    if (open === null || !isChanged) return true;
    const person = personOfDraft(open.draft, open.id, open.from);
    setProblems(person.ok ? [] : person.fault);
    if (!person.ok) {
      announce(person.fault.map(({ message }) => message).join(' '), true);
      return false;
    }
    const saved = await bridge.people.save(person.value, open.from);
    setFault(saved.ok ? null : saved.fault);
    if (!saved.ok) return false;
    setOpen(opened(person.value));
    onPeople(saved.value);
    announce(`Saved: ${person.value.name}`);
    return true;
  }, [open, isChanged, onPeople]);
  const latest = useRef(save);
  useEffect(() => void (latest.current = save));
  useEffect(() => {
    saveBefore.current = async () => ((await latest.current()) ? 'saved' : 'unsafe');
    return () => {
      saveBefore.current = null;
    };
  }, [saveBefore]);

  const show = async (next: Open | null): Promise<void> => {
    if (!(await save())) return;
    setProblems([]);
    setOpen(next);
  };
  /** Reads them as they were saved elsewhere; what was typed stays on top of it, or goes. */
  const readAgain = async (keepTyped: boolean): Promise<void> => {
    const read = await bridge.newsroom.read();
    setFault(read.ok ? null : read.fault);
    if (!read.ok || open === null) return;
    // Whoever was merged with another meanwhile is that one now.
    const theirs = personOf(read.value.people.people, open.id);
    const next = theirs === null ? null : opened(theirs);
    if (!keepTyped) setOpen(next);
    else if (next === null) setOpen({ ...open, from: null, first: NEW_DRAFT });
    else setOpen({ ...next, draft: typedUpon(next.first, open.draft, open.first) });
    setProblems([]);
    onPeople(read.value.people);
    announce(
      keepTyped ? 'What was saved elsewhere is in the form, with what you typed. Save to keep it.' : 'Read again',
    );
  };
  const merge = async (keep: PersonId, gone: PersonId): Promise<void> => {
    setMerging(null);
    const done = await bridge.people.merge(keep, gone);
    setFault(done.ok ? null : done.fault);
    if (!done.ok) return;
    onPeople(done.value);
    const kept = done.value.people.find(({ id }) => id === keep);
    setOpen(kept === undefined ? null : opened(kept));
    announce(`Merged: ${kept?.name ?? ''}`);
  };
  const startMerge = async (person: Person, other: PersonId | null): Promise<void> => {
    if (await save()) setMerging({ person, other });
  };
  const rule =
    settings.approvals === 'nobody'
      ? 'nobody’s quotes need approval'
      : open?.draft.kind === 'organisation'
        ? 'an organisation’s need none'
        : 'quotes of persons need approval';
  const begin = (): void => {
    const id = personId(crypto.getRandomValues(new Uint8Array(12)));
    void show({ id, from: null, draft: NEW_DRAFT, first: NEW_DRAFT });
  };
  const likes = pairs.filter(({ one, other }) => one.id === open?.id || other.id === open?.id);

  return (
    <>
      <ScreenTools name="People" onBack={onBack}>
        <span className="meta">{counted(people.length, 'entry', 'entries')}</span>
      </ScreenTools>
      {fault !== null && (
        <FaultBar fault={fault} onPutAway={() => setFault(null)} onRead={(keepTyped) => void readAgain(keepTyped)} />
      )}
      <div className={open === null ? 'people' : 'people somebody'}>
        <PeopleList
          {...{ people, today }}
          chosen={open?.id ?? null}
          readOnly={!mayWrite}
          onChoose={(id) => {
            const person = people.find((each) => each.id === id);
            if (person !== undefined) void show(opened(person));
          }}
          onNew={begin}
        />
        <main aria-label={open === null ? 'People' : open.draft.name || 'New person'} data-region="person">
          {open === null && (
            <div className="people-none">
              {people.length === 0 ? (
                <>
                  <p>Whoever is quoted will stand here, with the names they go by and their roles by date.</p>
                  <p>They are added when you set a speaker in a release, or here.</p>
                  {mayWrite && <Button onClick={begin}>New person</Button>}
                </>
              ) : (
                <p>Choose somebody to see and change what is known of them.</p>
              )}
              {mayWrite && <LikelyPairs pairs={pairs} onMerge={(one, other) => void startMerge(one, other.id)} />}
            </div>
          )}
          {open !== null && (
            <form
              key={open.id}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void save();
              }}
            >
              <button type="button" className="lk back-to-people" onClick={() => void show(null)}>
                All people
              </button>
              <h2>{open.draft.name.trim() === '' ? 'New person' : open.draft.name}</h2>
              {mayWrite && known !== null && likes.length > 0 && (
                <LikelyPairs pairs={likes} onMerge={(one, other) => void startMerge(one, other.id)} />
              )}
              <PersonForm
                key={open.id}
                draft={open.draft}
                problems={problems}
                organisations={people.filter(({ kind }) => kind === 'organisation')}
                rule={rule}
                readOnly={!mayWrite}
                isNew={open.from === null}
                onChange={(change) => setOpen({ ...open, draft: { ...open.draft, ...change } })}
              />
              <div className="acts">
                {mayWrite && (
                  <button type="submit" className="b p" aria-disabled={!isChanged || undefined}>
                    Save
                  </button>
                )}
                {mayWrite && isChanged && (
                  <Button
                    onClick={() => {
                      setProblems([]);
                      setFault(null);
                      setOpen(open.from === null ? null : { ...open, draft: open.first });
                    }}
                  >
                    {open.from === null ? 'Add nobody' : 'Put back as it was'}
                  </Button>
                )}
                {known !== null && (
                  <Button onClick={() => void save().then((is) => is && onQuotes(known.id))}>Their quotes</Button>
                )}
                {mayWrite && known !== null && people.length > 1 && (
                  <Button onClick={() => void startMerge(known, null)}>Merge…</Button>
                )}
              </div>
            </form>
          )}
        </main>
      </div>
      {merging !== null && (
        <MergeDialog
          {...merging}
          people={people}
          onClose={() => setMerging(null)}
          onMerge={(keep, gone) => void merge(keep, gone)}
        />
      )}
    </>
  );
};
