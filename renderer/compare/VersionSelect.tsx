import type { VersionLine } from '../../shared/newsroom/model';
import { type Choice, type Elsewhere, nameOf, otherRelease, readChoice, versionGroups } from './versions';

type Props = {
  readonly label: string;
  readonly versions: readonly VersionLine[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  /** Asks for something that is not of this release; null where only its own versions and named ones are offered. */
  readonly onElsewhere: ((what: 'release' | 'file') => void) | null;
  readonly elsewhere: Elsewhere;
  readonly at: { readonly now: Date; readonly zone: string };
};

const ASK_RELEASE = 'ask release';
const ASK_FILE = 'ask file';

/** Chooses one side of the comparison: a draft by its name, another version by its kind, each with its date and who; or what is not of this release. */
export const VersionSelect = ({ label, versions, value, onChange, onElsewhere, elsewhere, at }: Props) => {
  const option = (choice: Choice) => {
    const { name, about } = nameOf(choice, versions, at, elsewhere);
    return <option key={choice} value={String(choice)}>{`${name} (${about})`}</option>;
  };
  const isOther = otherRelease(value) !== null;
  return (
    <select
      className="f version"
      aria-label={label}
      value={String(value)}
      onChange={(event) => {
        const { value: wanted } = event.target;
        if (wanted === ASK_RELEASE) onElsewhere?.('release');
        else if (wanted === ASK_FILE) onElsewhere?.('file');
        else onChange(readChoice(wanted));
      }}
    >
      {onElsewhere !== null && <option value="working">Working text</option>}
      {versionGroups(versions).map((group) => (
        <optgroup key={group.name} label={group.name}>
          {group.versions.map(option)}
        </optgroup>
      ))}
      {onElsewhere !== null && (
        <optgroup label="Elsewhere">
          {isOther && option(value)}
          {(value === 'file' || elsewhere.file !== null) && option('file')}
          <option value={ASK_RELEASE}>Another release…</option>
          <option value={ASK_FILE}>A file from outside…</option>
        </optgroup>
      )}
    </select>
  );
};
