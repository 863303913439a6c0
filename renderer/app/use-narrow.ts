import { useEffect, useState } from 'react';

const NARROW = '(max-width: 68rem)';

/** Whether the window is too narrow for the list to stand beside the page. `onChange` hears it cross the line. */
export const useNarrow = (onChange: (isNarrow: boolean) => void): boolean => {
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const hear = () => {
      setIsNarrow(query.matches);
      onChange(query.matches);
    };
    query.addEventListener('change', hear);
    return () => query.removeEventListener('change', hear);
  }, [onChange]);
  return isNarrow;
};
