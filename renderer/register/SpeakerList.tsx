import { useState } from 'react';
import type { RegisterSpeaker } from '../../shared/newsroom/register-view';
import { nameKey } from '../../shared/people/match';
import { SideList } from '../ui/SideList';

type Props = {
  readonly speakers: readonly RegisterSpeaker[];
  readonly chosen: string | null;
  /** Null: everybody. */
  readonly onChoose: (key: string | null) => void;
};

/** Who is quoted, most often first; choosing one narrows the register, choosing them again lets everybody in. */
export const SpeakerList = ({ speakers, chosen, onChoose }: Props) => {
  const [typed, setTyped] = useState('');
  const wanted = nameKey(typed);
  return (
    <SideList
      label="Speakers"
      region="speakers"
      find="Find a speaker"
      typed={typed}
      onType={setTyped}
      empty={speakers.length === 0 ? 'Nobody is quoted yet.' : 'Nobody of that name is quoted.'}
      items={speakers.filter(({ name }) => nameKey(name).includes(wanted))}
      keyOf={({ key }) => key}
      chosen={chosen}
      onChoose={({ key }) => onChoose(key === chosen ? null : key)}
    >
      {({ name, role, count }) => (
        <>
          <b dir="auto">{name === '' ? 'No speaker' : name}</b>
          <span className="meta">{count.toLocaleString('en-GB')}</span>
          {role !== '' && name !== '' && <span className="meta role">{role}</span>}
        </>
      )}
    </SideList>
  );
};
