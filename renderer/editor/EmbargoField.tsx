import type { Embargo, Publication } from '../../shared/release/model';
import { InstantField } from '../ui/InstantField';
import { embargoStands, heldInVain } from './embargo';

type Props = {
  readonly embargo: Embargo | null;
  readonly publication: Publication | null;
  /** The newsroom's zone. */
  readonly zone: string;
  readonly readOnly: boolean;
  readonly onChange: (embargo: Embargo | null) => void;
};

/** The instant before which nothing may be public: date, time and zone. Until it is settled the embargo stays as it was. */
export const EmbargoField = ({ embargo, publication, zone, readOnly, onChange }: Props) => (
  <InstantField
    label="Embargo"
    zoneLabel="Zone of the embargo"
    at={embargo}
    fault={heldInVain(embargo, publication, Date.now())}
    words={(at) => embargoStands(at, zone, Date.now())}
    {...{ zone, readOnly, onChange }}
  />
);
