import { useEffect, useState } from 'react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { SelectField } from '../ui/SelectField';
import { ReasonDialog } from './ReasonDialog';

type Props = {
  readonly release: ReleaseId;
  readonly onClose: () => void;
  readonly onReplace: (by: ReleaseId, reason: string) => void;
};

const byNewest = (a: ReleaseSummary, b: ReleaseSummary): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);

/** Asks which release takes this one's place, and why. */
export const ReplaceDialog = ({ release, onClose, onReplace }: Props) => {
  const [others, setOthers] = useState<readonly ReleaseSummary[] | null>(null);
  const [chosen, setChosen] = useState<ReleaseId | null>(null);
  const [fault, setFault] = useState('');
  useEffect(
    () =>
      void bridge.newsroom.read().then((read) => {
        const all = read.ok ? read.value.releases : [];
        setOthers(
          all
            .filter((each) => each.id !== release && (each.state === 'published' || each.state === 'corrected'))
            .toSorted(byNewest),
        );
      }),
    [release],
  );
  return (
    <ReasonDialog
      title="Replace this release"
      label="Reason"
      hint="Readers are told it, with the day and a way to the other release."
      missing="Write the reason: readers are told it."
      isReady={() => {
        setFault(chosen === null ? 'Choose the release that takes its place.' : '');
        return chosen !== null;
      }}
      leave="Leave it as it is"
      act="Replace"
      onClose={onClose}
      onAct={(reason) => {
        if (chosen !== null) onReplace(chosen, reason);
      }}
    >
      <p>Its address leads to the other release from the next export on. Its text is no longer public.</p>
      <SelectField
        label="The release that takes its place"
        value={chosen ?? ''}
        fault={fault}
        options={[
          ['', others?.length === 0 ? 'No other release is published' : 'Choose…'],
          ...(others ?? []).map(
            ({ id, headline, date }) => [id, date === '' ? headline : `${headline} (${date})`] as const,
          ),
        ]}
        onChange={(value) => {
          setChosen(others?.find(({ id }) => id === value)?.id ?? null);
          setFault('');
        }}
      />
    </ReasonDialog>
  );
};
