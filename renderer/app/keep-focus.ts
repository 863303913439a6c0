import { LIST_STOP, afterFrames, soon } from './focus-soon';
import { STOPS, isShown, nextStop } from './regions';

/** Where the focus goes where its region is gone too: into the text, else to what the screen is about. */
const HOME = [
  '.desk [contenteditable="true"]',
  '[role="toolbar"] [tabindex="0"]',
  LIST_STOP,
  '[data-region="foot"] .b.p',
  '[data-region] button',
  'main button',
] as const;

/** The region that the focus stood in, and which of its stops it was. */
type Stand = { readonly region: string; readonly nth: number };

const stopsOf = (region: Element): HTMLElement[] => [...region.querySelectorAll<HTMLElement>(STOPS)];

const standOf = (element: HTMLElement): Stand | null => {
  const region = element.closest<HTMLElement>('[data-region]');
  return region === null
    ? null
    : { region: region.dataset['region'] ?? '', nth: Math.max(0, stopsOf(region).indexOf(element)) };
};

/** What stands now where the focus stood: in its region, as that is now, the stop of the same number. */
const stopAt = ({ region: name, nth }: Stand): HTMLElement | null => {
  const region = document.querySelector<HTMLElement>(`[data-region="${CSS.escape(name)}"]`);
  if (region === null) return null;
  const stops = stopsOf(region);
  const shown = stops.map((stop) => (isShown(stop) ? stop : null));
  return nextStop(shown, Math.min(nth, stops.length - 1) - 1, 1) ?? (region.tabIndex >= 0 ? region : null);
};

const home = (): HTMLElement | null => {
  const found = HOME.map((selector) => [...document.querySelectorAll<HTMLElement>(selector)].find(isShown));
  return found.find((element) => element !== undefined) ?? null;
};

/** Where nobody gave it a place yet, the focus begins in the text of the release, as soon as that stands. */
export const beginInText = (): void =>
  soon(
    () => (document.querySelector('.desk') === null ? undefined : (home() ?? undefined)),
    (found) => {
      if (document.activeElement === document.body) found.focus();
    },
  );

/**
 * Keeps the focus on the page where what carried it is taken away: a button whose act is done, a dialog whose opener is gone,
 * a whole screen. Who drew what stands there instead may say where it goes; only where nobody did, it goes on from where it
 * stood. The writer lets go of it by a press on what takes none.
 */
export const keepFocus = (): (() => void) => {
  let carrier: HTMLElement | null = null;
  let stand: Stand | null = null;
  let isSoon = false;
  const isLost = (): boolean => carrier?.isConnected === false && document.activeElement === document.body;

  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    carrier = target;
    // A dialog's own stops go with it: the way back leads to before it.
    if (target.closest('dialog') === null) stand = standOf(target);
  };
  /** What was hidden and stands there again has the focus as before; else it is let go of. */
  const back = (): void => {
    if (carrier?.isConnected !== true || document.activeElement !== document.body) return;
    if (isShown(carrier)) carrier.focus({ preventScroll: true });
    else carrier = stand = null;
  };
  const onBlur = ({ target }: FocusEvent): void => {
    // As a window is made narrow the page may be hidden for a moment, before the list gives way to it.
    const isHidden = target instanceof HTMLElement && !isShown(target);
    queueMicrotask(() => {
      if (carrier?.isConnected !== true || document.activeElement !== document.body) return;
      if (isHidden) afterFrames(back);
      else carrier = stand = null;
    });
  };
  const find = (): void => {
    isSoon = false;
    if (!isLost() || document.querySelector('dialog[open]') !== null) return;
    ((stand && stopAt(stand)) ?? home())?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(() => {
    if (isSoon || !isLost()) return;
    isSoon = true;
    afterFrames(find);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  };
};
