import type { Bridge } from '../shared/ipc/contract';

declare global {
  var standfirst: Bridge;
}

/** The one way to the main process. No other file reads `window.standfirst`. */
export const bridge: Bridge = window.standfirst;
