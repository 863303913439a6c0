import { type RefObject, useEffect, useState } from 'react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { bridge } from '../bridge';
import type { ListPlace } from './list-place';

/**
 * The releases in which what is typed stands: headline, body, speakers, topics, reference, day. Until the answer is there, what was
 * found last stands.
 */
export const useFound = (
  releases: readonly ReleaseSummary[],
  typed: string,
  place: RefObject<ListPlace>,
): readonly ReleaseSummary[] => {
  const [found, setFound] = useState(place.current.found);
  useEffect(() => {
    place.current = { ...place.current, found };
  }, [place, found]);
  const isLooking = typed.trim() !== '';
  useEffect(() => {
    if (!isLooking) return;
    let isLatest = true;
    void bridge.newsroom.find(typed).then((answer) => {
      if (isLatest && answer.ok) setFound(answer.value === null ? null : new Set(answer.value));
    });
    return () => {
      isLatest = false;
    };
  }, [releases, typed, isLooking]);
  return isLooking && found !== null ? releases.filter(({ id }) => found.has(id)) : releases;
};
