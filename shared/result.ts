/** An expected outcome that may fail. Faults that a user can meet travel as values, so that the bridge keeps their shape. */
export type Result<Value, Fault> = Ok<Value> | Failed<Fault>;
export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Failed<Fault> = { readonly ok: false; readonly fault: Fault };

/** Wraps a value as a success. */
export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

/** Wraps a fault as a failure. */
export const failed = <Fault>(fault: Fault): Failed<Fault> => ({ ok: false, fault });
