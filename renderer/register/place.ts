import { NO_FILTER, type RegisterFilter, type RegisterOrder } from '../../shared/newsroom/register-view';

/** What was looked at last, so that the way back from a release leads to it. */
export type RegisterPlace = {
  readonly filter: RegisterFilter;
  readonly order: RegisterOrder;
  readonly chosen: string | null;
};
export const REGISTER_START: RegisterPlace = {
  filter: NO_FILTER,
  order: { by: 'date', descending: true },
  chosen: null,
};
