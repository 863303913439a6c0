import { useEffect } from 'react';
import { afterDrawing } from '../ui/after-drawing';
import { NewsroomList } from './NewsroomList';
import { NothingOpen } from './NothingOpen';
import { later } from './later';
import { isAboutRelease } from './navigation';
import type { ScreenProps } from './ScreenPlace';

/** Most of the program: it is read once the list is on the screen, or at once where something is open already. */
const ScreenPlace = later(async () => (await import('./ScreenPlace')).ScreenPlace);

/** The list alone, or the screen that stands in front of the writer. */
export const NewsroomPlace = (props: ScreenProps) => {
  const { newsroom, place, begin } = props.work;
  useEffect(() => afterDrawing(() => void ScreenPlace.load()), []);
  if (place.open !== null || !isAboutRelease(place.screen)) return <ScreenPlace {...props} />;
  return (
    <NothingOpen
      name={newsroom.settings.organisation}
      list={<NewsroomList work={props.work} />}
      isEmpty={newsroom.releases.length === 0}
      onNew={() => void begin()}
    />
  );
};
