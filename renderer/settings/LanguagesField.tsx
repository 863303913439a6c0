import { useId } from 'react';
import { LANGUAGES } from '../../shared/release/language';
import type { LanguageTag } from '../../shared/release/model';
import { languageName } from '../ui/language-name';

type Props = {
  readonly chosen: readonly LanguageTag[];
  readonly onChange: (chosen: readonly LanguageTag[]) => void;
};

/** Which languages a release and its parts are offered. */
export const LanguagesField = ({ chosen, onChange }: Props) => {
  const hint = useId();
  const all = [...new Set([...LANGUAGES, ...chosen])];
  return (
    <fieldset className="languages" aria-describedby={hint}>
      <legend>Languages that you write in</legend>
      <p id={hint} className="meta">
        A release is offered these and the language of new releases. With none ticked it is offered all.
      </p>
      {all.map((tag) => (
        <label key={tag}>
          <input
            type="checkbox"
            checked={chosen.includes(tag)}
            onChange={({ target }) =>
              onChange(all.filter((each) => (each === tag ? target.checked : chosen.includes(each))))
            }
          />
          {languageName(tag)}
        </label>
      ))}
    </fieldset>
  );
};
