import type { Fault } from '../../shared/fault';
import type { RestoredNewsroom } from '../../shared/ipc/contract';
import type { Newsroom } from '../../shared/newsroom/model';
import type { Instant, ReleaseId } from '../../shared/release/model';
import { useBackupState } from '../backup/use-backup-state';
import { GoTo } from '../goto/GoTo';
import { NewsroomBars } from './NewsroomBars';
import { NewsroomPlace } from './NewsroomPlace';
import { type Elsewhere, useNewsroom } from './use-newsroom';
import { useNewsroomEvents } from './use-newsroom-events';

type Props = {
  readonly newsroom: Newsroom;
  readonly who: string;
  /** Set where the newsroom was just restored: when the backup was made. */
  readonly restored: Instant | null;
  /** The release that the window is for, opened at once. */
  readonly release: ReleaseId | null;
  /** What is to be said at once. */
  readonly fault: Fault | null;
  readonly elsewhere: Elsewhere;
  readonly onRestored: (restored: RestoredNewsroom) => void;
};

/** The newsroom: what is to be said above the page, and the screen in front of the writer. */
export const NewsroomScreen = ({ newsroom, who, restored, release, fault, elsewhere, onRestored }: Props) => {
  const work = useNewsroom({ newsroom, who, release, fault, elsewhere });
  const backup = useBackupState();
  useNewsroomEvents(work, release);
  return (
    <div className={work.place.listShown ? 'app list-shown' : 'app'}>
      <NewsroomBars work={work} backup={backup} restored={restored} />
      {work.whereShown && (
        <GoTo
          releases={work.newsroom.releases}
          people={work.newsroom.people.people}
          onClose={() => work.goWhere(null)}
          onGo={work.goWhere}
        />
      )}
      <NewsroomPlace work={work} who={who} backup={backup[0]} onRestored={onRestored} />
    </div>
  );
};
