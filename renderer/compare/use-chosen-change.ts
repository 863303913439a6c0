import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Change, Trait } from '../../shared/compare/line';
import { announce, refuse } from '../ui/announce';
import { shownChanges, stepTo, toggled } from './filters';
import { scrollToChange } from './scroll';
import { inSentence } from './words';

type Parts = {
  /** Null until the two versions are compared. */
  readonly changes: readonly Change[] | null;
  readonly sheet: RefObject<HTMLElement | null>;
  /** How the sheet is drawn; null while it is not. Drawn another way, the chosen change is scrolled to anew. */
  readonly way: string | null;
};

/** Which changes are listed, and which of them is chosen: shown in the sheet, and told. */
export const useChosenChange = ({ changes, sheet, way }: Parts) => {
  const [filter, setFilter] = useState<ReadonlySet<Trait>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = useMemo(() => shownChanges(changes ?? [], filter), [changes, filter]);

  const choose = useCallback(
    (index: number) => {
      setChosen(index);
      const change = changes?.[index];
      if (change === undefined) return;
      announce(`Change ${shown.indexOf(index) + 1} of ${shown.length}: ${inSentence(change.spoken)}`);
    },
    [changes, shown],
  );
  // Once it is drawn: a chosen line is taller.
  useEffect(() => {
    if (way !== null && chosen !== null) scrollToChange(sheet.current, chosen);
  }, [sheet, way, chosen]);

  return {
    filter,
    filterBy: (trait: Trait) => setFilter(toggled(filter, trait)),
    shown,
    chosen,
    choose,
    chooseNone: () => setChosen(null),
    /** The next (1) or the one before (-1) of those listed. */
    step: (by: 1 | -1): void => {
      const next = stepTo(shown, chosen, by);
      if (next !== null) choose(next);
      else if (changes !== null) refuse(changes.length === 0 ? 'The two versions are the same' : 'No change is shown');
    },
  };
};
