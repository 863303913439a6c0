import type { Bridge } from '../shared/ipc/contract';
import type { Release } from '../shared/release/model';

declare global {
  var standfirst: Bridge;
}

/**
 * A release as JSON text. The bridge copies each object of what crosses it, one by one: a long release, sent three times a
 * second while it is written, kept the keys waiting. The other side takes either.
 */
const asText = (release: Release): Release => JSON.stringify(release) as unknown as Release;

/** The one way to the main process. No other file reads `window.standfirst`. */
export const bridge: Bridge = {
  ...window.standfirst,
  releases: {
    ...window.standfirst.releases,
    save: (release, after) => window.standfirst.releases.save(asText(release), after),
  },
  recovery: {
    ...window.standfirst.recovery,
    keep: (release, after) => window.standfirst.recovery.keep(asText(release), after),
  },
};
