import { useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { Release } from '../../shared/release/model';
import type { ReviewChange } from '../../shared/review/change';
import { anchorOf, textsOf } from '../../shared/review/anchor';
import { REMARK_PARTS, type RemarkPart } from '../../shared/review/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { TextField } from '../ui/TextField';
import type { Selected } from './selection';
import type { Shown } from './use-review';

type Props = {
  readonly text: Release;
  readonly shown: Shown;
  /** What was selected when the dialog was asked for. */
  readonly selected: Selected | null;
  readonly who: string;
  /** Why it could not be saved. */
  readonly fault: Fault | null;
  readonly onClose: () => void;
  readonly onSave: (change: ReviewChange) => void;
};

const PART_NAMES: Readonly<Record<RemarkPart, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  body: 'Paragraph',
  notes: 'Note',
};

/** Asks for a remark: by whom, on which words, what they say and what they propose. */
export const RemarkDialog = ({ text, shown, selected, who, fault, onClose, onSave }: Props) => {
  const places = REMARK_PARTS.flatMap((part) =>
    textsOf(text, part).flatMap((words, block) => (words.trim() === '' ? [] : [{ part, block, words }])),
  );
  const first = places.findIndex(({ part, block }) => part === selected?.part && block === selected.block);
  const [place, setPlace] = useState(first);
  const chosen = places[place];
  const [words, setWords] = useState(
    selected === null || chosen === undefined ? '' : chosen.words.slice(selected.start, selected.end).trim(),
  );
  const [by, setBy] = useState(who);
  const [remark, setRemark] = useState('');
  const [proposed, setProposed] = useState<string | null>(null);
  const [tried, setTried] = useState(false);

  // The words that were selected, else the first place where they stand.
  const found = chosen === undefined ? -1 : chosen.words.indexOf(words, place === first ? (selected?.start ?? 0) : 0);
  const start = found === -1 ? (chosen?.words.indexOf(words) ?? -1) : found;
  const wordsFault = start === -1 && words !== '' ? 'These words do not stand there.' : '';
  /** The words that the remark is on. */
  const own = words === '' ? (chosen?.words ?? '') : words;
  const isSilent = remark.trim() === '' && (proposed === null || proposed === own);
  const save = (): void => {
    setTried(true);
    if (by.trim() === '' || isSilent || wordsFault !== '') return;
    const end = words === '' ? (chosen?.words.length ?? 0) : start + words.length;
    const at =
      chosen === undefined ? null : { part: chosen.part, block: chosen.block, start: words === '' ? 0 : start, end };
    onSave({
      what: 'remark',
      object: shown === 'working' ? null : shown,
      anchor: at === null ? null : anchorOf(text, at),
      by,
      text: remark,
      proposed: at === null || proposed === own ? null : proposed,
    });
  };
  return (
    <Dialog
      title="Remark"
      wide
      onClose={onClose}
      fault={fault}
      onSubmit={save}
      actions={<LeaveOrAct leave="Leave it unsaid" act="Save remark" onLeave={onClose} />}
    >
      <TextField
        label="Who says it"
        value={by}
        onChange={setBy}
        maxLength={200}
        required
        fault={tried && by.trim() === '' ? 'A remark carries a name.' : ''}
        hint="The reviewer. That you wrote it down is kept with it."
      />
      <div className="field">
        <label htmlFor="remark-place">On</label>
        <select
          id="remark-place"
          className="f"
          value={place}
          onChange={(event) => {
            setPlace(Number(event.target.value));
            setWords('');
            setProposed(null);
          }}
        >
          <option value={-1}>The text as a whole</option>
          {places.map(({ part, block, words: all }, index) => (
            <option key={`${part} ${block}`} value={index}>
              {`${PART_NAMES[part]}${part === 'body' || part === 'notes' ? ` ${block + 1}` : ''}: ${all.slice(0, 60)}`}
            </option>
          ))}
        </select>
      </div>
      {chosen !== undefined && (
        <TextField
          label="Which words of it"
          value={words}
          rows={2}
          dir="auto"
          onChange={setWords}
          fault={wordsFault}
          hint="Empty: all of it."
        />
      )}
      <TextField
        label="Remark"
        value={remark}
        rows={3}
        dir="auto"
        autoFocus
        onChange={setRemark}
        fault={tried && isSilent ? 'Say something, or propose other words.' : ''}
      />
      {chosen !== undefined && (
        <TextField
          label="Proposed wording"
          value={proposed ?? own}
          rows={2}
          dir="auto"
          onChange={setProposed}
          hint="Change it here, where other words should stand there."
        />
      )}
    </Dialog>
  );
};
