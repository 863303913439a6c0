import type { VersionLine } from '../../shared/newsroom/model';
import { type Choice, nameOf, versionGroups } from './versions';

type Props = {
  readonly label: string;
  readonly versions: readonly VersionLine[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** Chooses one side of the comparison: a draft by its name, another version by its kind, each with its date and who. */
export const VersionSelect = ({ label, versions, value, onChange, at }: Props) => (
  <select
    className="f version"
    aria-label={label}
    value={String(value)}
    onChange={(event) => onChange(event.target.value === 'working' ? 'working' : Number(event.target.value))}
  >
    <option value="working">Working text</option>
    {versionGroups(versions).map((group) => (
      <optgroup key={group.name} label={group.name}>
        {group.versions.map((index) => {
          const { name, about } = nameOf(index, versions, at);
          return (
            <option key={index} value={index}>
              {`${name} (${about})`}
            </option>
          );
        })}
      </optgroup>
    ))}
  </select>
);
