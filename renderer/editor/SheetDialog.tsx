import { useId, useState } from 'react';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import { personOf } from '../../shared/people/find';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { PersonId, Release } from '../../shared/release/model';
import type { Quote } from '../../shared/quotes/model';
import { shownCode } from '../../shared/sheets/code';
import type { SheetForm } from '../../shared/sheets/model';
import { makeSheet, sheetSpeakers } from '../../shared/sheets/sheet';
import { PROOF, approvedAlready, nameAndRole } from '../../shared/sheets/words';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { announce } from '../ui/announce';
import { useSheets } from './use-sheets';

type Props = {
  /** The release as it stands in the editor. */
  readonly release: Release;
  readonly quotes: readonly Quote[];
  readonly people: readonly Person[];
  readonly settings: NewsroomSettings;
  /** Whose sheet is shown first (`speakerKey`); null: the first speaker's. */
  readonly speaker: string | null;
  /** Saves what is typed; a sheet is made from what is saved. */
  readonly flush: () => Promise<boolean>;
  readonly onClose: () => void;
};

const WAYS = [
  ['e-mail', 'Copy as e-mail'],
  ['text', 'Save as text…'],
  ['pdf', 'Save as PDF…'],
  ['print', 'Print…'],
] as const satisfies readonly (readonly [SheetForm, string])[];

const DONE: Readonly<Record<SheetForm, string>> = {
  'e-mail': 'The sheet is on the clipboard, ready to be pasted into an e-mail.',
  text: 'The sheet is saved.',
  pdf: 'The sheet is saved.',
  print: 'The sheet went to the printer.',
};

/** Shows the sheet of one speaker as it will be issued, and issues it. Each time is noted in the release's history. */
export const SheetDialog = ({ release, quotes, people, settings, speaker, flush, onClose }: Props) => {
  const sheets = useSheets(release.id);
  const speakers = sheetSpeakers(quotes, people);
  const [wanted, setWanted] = useState(speaker);
  const key = speakers.find((each) => each.key === wanted)?.key ?? speakers[0]?.key ?? null;
  const contact = personOf(people, key as PersonId | null)?.approvalsContact ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const to = typed ?? contact;
  const [said, setSaid] = useState<{ readonly words: string; readonly isFault: boolean } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const heading = useId();

  const known = sheets !== null && 'code' in sheets ? [] : (sheets ?? []);
  const { organisation, zone } = settings;
  const made = key === null ? null : makeSheet({ release, quotes, people, organisation, zone, issued: known }, key);
  const sheet = made?.ok === true ? made.value : null;

  const issue = async (form: SheetForm): Promise<void> => {
    if (sheet === null || key === null || isBusy) return;
    setBusy(true);
    setSaid(null);
    try {
      if (!(await flush())) {
        setSaid({ words: 'What you wrote last is not saved, so no sheet was made.', isFault: true });
        return;
      }
      const codes = sheet.quotes.map(({ printed }) => printed);
      const done = await bridge.sheets.issue({ release: release.id, speaker: key, to: to.trim(), form, codes });
      if (done.ok) {
        const words = `${DONE[form]} It is noted in the history.${done.value === null ? '' : ` ${done.value}`}`;
        setSaid({ words, isFault: false });
        announce(words);
      } else if (done.fault.code !== 'cancelled') setSaid({ words: done.fault.message, isFault: true });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title="Approval sheet"
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{said?.isFault === false ? 'Done' : 'Issue nothing'}</Button>
          {sheet !== null &&
            WAYS.map(([form, words]) => (
              <Button key={form} kind={form === 'print' ? 'primary' : 'plain'} onClick={() => void issue(form)}>
                {words}
              </Button>
            ))}
        </>
      }
    >
      {sheets !== null && 'code' in sheets && <p className="problem">{sheets.message}</p>}
      {made === null && <p>No quote of this release has a speaker yet. Set or accept one first.</p>}
      {made?.ok === false && <p className="problem">{made.fault.message}</p>}
      {sheet !== null && (
        <>
          {speakers.length > 1 && (
            <label className="field">
              <span>Speaker</span>
              <select
                className="f"
                value={key ?? ''}
                autoFocus
                onChange={(event) => {
                  setWanted(event.target.value);
                  setTyped(null);
                  setSaid(null);
                }}
              >
                {speakers.map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.name}, {each.count} {each.count === 1 ? 'quote' : 'quotes'}
                    {roleNow(people, each.key)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <TextField
            label="For"
            value={to}
            maxLength={300}
            autoFocus={speakers.length === 1}
            onChange={setTyped}
            hint="To whom it goes. It stands on the sheet and in the history."
          />
          <h3 id={heading} className="sheet-heading">
            The sheet
          </h3>
          <ol className="sheet-quotes" aria-labelledby={heading}>
            {sheet.quotes.map((quote) => (
              <li key={quote.quote}>
                <p className="sheet-line">
                  <b>{quote.number}.</b> <span>{nameAndRole(quote)}</span>
                  <code className="sheet-code">{shownCode(quote.printed)}</code>
                </p>
                <blockquote dir="auto">{quote.words}</blockquote>
                {quote.approval !== null && <p className="meta">{approvedAlready(quote)}</p>}
              </li>
            ))}
          </ol>
          <p className="meta">{PROOF} The sheet says so.</p>
        </>
      )}
      <p role={said?.isFault === true ? 'alert' : 'status'} className={said?.isFault === true ? 'problem' : 'done'}>
        {said?.words ?? ''}
      </p>
    </Dialog>
  );
};

/** What tells two people of one name apart: the role they hold now. */
const roleNow = (people: readonly Person[], key: string): string => {
  const person = people.find(({ id }) => id === key);
  const role = person === undefined ? '' : roleOn(person, '');
  return role === '' ? '' : ` (${role})`;
};
