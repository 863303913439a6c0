import { useEffect, useState } from 'react';

/** Whether a media query holds now. `onChange` hears each change. */
export const useMedia = (media: string, onChange?: (holds: boolean) => void): boolean => {
  const [holds, setHolds] = useState(() => window.matchMedia(media).matches);
  useEffect(() => {
    const query = window.matchMedia(media);
    const hear = () => {
      setHolds(query.matches);
      onChange?.(query.matches);
    };
    query.addEventListener('change', hear);
    return () => query.removeEventListener('change', hear);
  }, [media, onChange]);
  return holds;
};
