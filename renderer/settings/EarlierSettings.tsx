import type { NewsroomSettings, SettingsVersion } from '../../shared/newsroom/model';
import { Button } from '../ui/Button';
import { fullInstant } from '../ui/dates';
import { changedFields } from './changes';
import { Section } from './Section';

type Props = {
  /** As they are saved. */
  readonly settings: NewsroomSettings;
  readonly versions: readonly SettingsVersion[];
  readonly find: string;
  readonly readOnly: boolean;
  /** Puts earlier settings into the form. */
  readonly onTake: (settings: NewsroomSettings) => void;
};

/** How the settings stood before, who changed them, and the way back to each. */
export const EarlierSettings = ({ settings, versions, find, readOnly, onTake }: Props) => {
  return (
    <Section title="Earlier settings" words="history versions boilerplate before changed" find={find}>
      {versions.length === 0 && <p className="meta">They were never changed here.</p>}
      <ol className="versions">
        {versions.map(({ at, by, settings: then }, index) => {
          const before = versions[index + 1]?.settings;
          return (
            <li key={`${at}/${index}`}>
              <span>
                <b>{fullInstant(at, settings.zone)}</b>
                {by === ''
                  ? ' As they stood before'
                  : ` ${by} changed ${before === undefined ? 'them' : changedFields(before, then)}`}
              </span>
              {index > 0 && !readOnly && (
                <Button
                  aria-label={`Take the settings of ${fullInstant(at, settings.zone)} into the form`}
                  onClick={() => onTake(then)}
                >
                  Take into the form
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
};
