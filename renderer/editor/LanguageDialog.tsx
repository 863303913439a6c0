import { useState } from 'react';
import type { LanguageTag } from '../../shared/release/model';
import { Dialog } from '../ui/Dialog';
import { LeaveOrAct } from '../ui/LeaveOrAct';
import { ProblemNote } from '../ui/ProblemNote';
import { SelectField } from '../ui/SelectField';
import { languageName } from '../ui/language-name';

type Props = {
  /** The language of the chosen words; empty: the release's. */
  readonly language: LanguageTag;
  readonly ofRelease: LanguageTag;
  /** Those to choose from. */
  readonly languages: readonly LanguageTag[];
  /** Out: false where no words are chosen. */
  readonly onSet: (language: LanguageTag) => boolean;
  readonly onClose: () => void;
};

/** Asks in which language the chosen words are. */
export const LanguageDialog = ({ language, ofRelease, languages, onSet, onClose }: Props) => {
  const [chosen, setChosen] = useState(language);
  const [hasNoWords, setHasNoWords] = useState(false);
  const others = languages.filter((tag) => tag !== ofRelease);
  const offered = language === '' || others.includes(language) ? others : [language, ...others];
  return (
    <Dialog
      title="Language of the words"
      onClose={onClose}
      onSubmit={() => setHasNoWords(!onSet(chosen))}
      actions={<LeaveOrAct leave="Leave it" act="Set language" onLeave={onClose} />}
    >
      <SelectField
        label="The words are in"
        value={chosen}
        options={[
          ['', `${languageName(ofRelease)}, as the release`],
          ...offered.map((tag) => [tag, languageName(tag)] as const),
        ]}
        hint="Screen readers and browsers speak them by it, here and on the website."
        onChange={setChosen}
      />
      {hasNoWords && <ProblemNote>No words are chosen. Leave it, choose them in the text, and come back.</ProblemNote>}
    </Dialog>
  );
};
