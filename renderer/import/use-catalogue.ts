import { useEffect, useMemo, useRef, useState } from 'react';
import type {
  CatalogueProgress,
  CatalogueRead,
  CatalogueReport,
  CatalogueRow,
} from '../../shared/import/catalogue-model';
import { urlBelow } from '../../shared/import/catalogue';
import { type Fill, type Judgement, judgeFill } from '../../shared/import/judge';
import { placeKey } from '../../shared/release/address';
import type { Fault } from '../../shared/fault';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';

/** A row as it would be taken in: what was filled in, what stands against it, and whether the writer wants it. */
export type Reviewed = {
  readonly row: CatalogueRow;
  readonly fill: Fill;
  readonly judged: Judgement;
  /** The writer takes it in; whether that can be done says `judged`. */
  readonly isWanted: boolean;
};

export const isReady = ({ judged, isWanted }: Reviewed): boolean => isWanted && judged.gaps.length === 0;

type Edits = Readonly<Record<number, Partial<Fill>>>;
const NO_EDITS: Edits = {};
const fillOf = ({ headline, date, url }: CatalogueRow, edit: Partial<Fill> = {}): Fill => ({
  headline,
  date,
  url,
  ...edit,
});

/** Rows as they stand with the writer's changes. Of two wanted ones at one address the second is said to be one too many. */
const review = (read: CatalogueRead, edits: Edits, left: ReadonlySet<number>): readonly Reviewed[] => {
  const taken = new Set(read.taken);
  return read.rows.map((row) => {
    const fill = fillOf(row, edits[row.index]);
    const judged = judgeFill(fill, row, { siteAddress: read.siteAddress, today: read.today, taken });
    const isWanted = !left.has(row.index);
    if (isWanted && judged.gaps.length === 0 && judged.place !== null) taken.add(placeKey(judged.place));
    return { row, fill, judged, isWanted };
  });
};

/** The review of a folder of the back catalogue: read, filled in, taken in. */
export const useCatalogue = (onLeft: () => void) => {
  const [read, setRead] = useState<CatalogueRead | null>(null);
  const [edits, setEdits] = useState(NO_EDITS);
  /** The pages left out as the folder was read, and now. */
  const [atFirst, setAtFirst] = useState<ReadonlySet<number>>(new Set());
  const [left, setLeft] = useState(atFirst);
  const [progress, setProgress] = useState<CatalogueProgress | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [report, setReport] = useState<CatalogueReport | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const asked = useRef(false);
  useEffect(() => bridge.on('catalogue:progress', setProgress), []);
  useEffect(() => () => void bridge.catalogue.cancel(), []);

  const ask = async (): Promise<void> => {
    setFault(null);
    setReport(null);
    setRead(null);
    setIsBusy(true);
    const answer = await bridge.catalogue.choose();
    setIsBusy(false);
    setProgress(null);
    if (!answer.ok) {
      if (answer.fault.code === 'cancelled') onLeft();
      else setFault(answer.fault);
      return;
    }
    setRead(answer.value);
    setEdits(NO_EDITS);
    // A list of other pages is none of the releases, unless the writer says so.
    const lists = new Set(answer.value.rows.filter((row) => row.isList).map(({ index }) => index));
    setAtFirst(lists);
    setLeft(lists);
    announce(`Read: ${counted(answer.value.rows.length, 'page')}`);
  };
  // Once only: the system's dialog is not to open twice.
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask();
  });

  const rows = useMemo(() => (read === null ? [] : review(read, edits, left)), [read, edits, left]);

  return {
    read,
    rows,
    progress,
    isBusy,
    /** What was filled in or chosen is nowhere else yet, or is being taken in. */
    isFilled: read !== null && (isBusy || edits !== NO_EDITS || left !== atFirst),
    report,
    fault,
    ask,
    change: (index: number, change: Partial<Fill>): void =>
      setEdits((now) => ({ ...now, [index]: { ...now[index], ...change } })),
    want: (index: number, isWanted: boolean): void =>
      setLeft((now) => {
        const next = new Set(now);
        if (isWanted) next.delete(index);
        else next.add(index);
        return next;
      }),
    /** Gives each page without an address the one that it has below a folder on the web. */
    placeBelow: (folder: string): void =>
      setEdits((now) => {
        const next: Record<number, Partial<Fill>> = { ...now };
        for (const { row, fill } of rows)
          if (fill.url.trim() === '') next[row.index] = { ...next[row.index], url: urlBelow(folder, row.path) };
        return next;
      }),
    takeIn: async (): Promise<void> => {
      setFault(null);
      setIsBusy(true);
      const wanted = rows.filter(isReady).map(({ row, fill }) => ({ index: row.index, ...fill }));
      const answer = await bridge.catalogue.takeIn(wanted);
      setIsBusy(false);
      setProgress(null);
      if (!answer.ok) setFault(answer.fault);
      else {
        setReport(answer.value);
        announce(`Taken in: ${counted(answer.value.taken, 'release')}`);
      }
    },
    stop: (): void => void bridge.catalogue.cancel(),
  };
};
