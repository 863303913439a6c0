/**
 * An expected failure, told to a person: what failed and where, in plain words, with a way on.
 * `code` is for programs and tests; `message` is a whole sentence; `detail` may hold the system's own words.
 */
export type Fault = {
  readonly code:
    | 'not-found'
    | 'unreadable'
    | 'invalid'
    | 'newer-format'
    /** A sync program keeps the file elsewhere. */
    | 'not-downloaded'
    | 'conflict'
    | 'frozen'
    | 'refused'
    | 'no-newsroom'
    /** Another window has the release open; it was brought to the front. */
    | 'elsewhere'
    | 'not-empty'
    | 'disk'
    | 'cancelled'
    | 'denied';
  readonly message: string;
  readonly where?: string;
  readonly detail?: string;
  /** Of a save: whether the words that did not reach the newsroom are kept on this computer instead. */
  readonly kept?: boolean;
};

/** Makes a fault. */
export const fault = (code: Fault['code'], message: string, more: Omit<Fault, 'code' | 'message'> = {}): Fault => ({
  code,
  message,
  ...more,
});
