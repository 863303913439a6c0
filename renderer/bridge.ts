import { type Fault, fault } from '../shared/fault';
import type { Bridge } from '../shared/ipc/contract';
import type { Release } from '../shared/release/model';
import { type Result, failed } from '../shared/result';

declare global {
  var standfirst: Bridge;
}

/**
 * A release as JSON text. The bridge copies each object of what crosses it, one by one: a long release, sent three times a
 * second while it is written, kept the keys waiting. The other side takes either.
 */
const asText = (release: Release): Release => JSON.stringify(release) as unknown as Release;

/** A call that was refused at the door, or broke behind it, as a fault that is shown: what was typed is not saved, and that is said. */
const orFault = <Value>(call: Promise<Result<Value, Fault>>): Promise<Result<Value, Fault>> =>
  call.catch((error: unknown) =>
    failed(
      fault('refused', 'Something in it cannot be saved. Take back what you changed last, then try again.', {
        detail: String(error),
      }),
    ),
  );

/** The one way to the main process. No other file reads `window.standfirst`. */
export const bridge: Bridge = {
  ...window.standfirst,
  releases: {
    ...window.standfirst.releases,
    save: (release, after) => orFault(window.standfirst.releases.save(asText(release), after)),
  },
  newsroom: {
    ...window.standfirst.newsroom,
    saveSettings: (settings, before) => orFault(window.standfirst.newsroom.saveSettings(settings, before)),
  },
  people: {
    save: (person, before) => orFault(window.standfirst.people.save(person, before)),
    merge: (keep, gone) => orFault(window.standfirst.people.merge(keep, gone)),
  },
  review: {
    ...window.standfirst.review,
    change: (id, change) => orFault(window.standfirst.review.change(id, change)),
    agree: (id, agreement) => orFault(window.standfirst.review.agree(id, agreement)),
  },
  recovery: {
    ...window.standfirst.recovery,
    keep: (release, after) => orFault(window.standfirst.recovery.keep(asText(release), after)),
    saveCopy: (release) => orFault(window.standfirst.recovery.saveCopy(release)),
  },
};
