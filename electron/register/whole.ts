import type { Fault } from '../../shared/fault';
import type { RegisterPage, UnreadableRelease } from '../../shared/newsroom/model';
import type { RegisterRow } from '../../shared/newsroom/register-row';
import { type Result, ok } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';

/** The whole register, its parts put together. */
export const wholeRegister = async (
  store: Pick<NewsroomStore, 'register'>,
): Promise<Result<Pick<RegisterPage, 'rows' | 'unreadable'>, Fault>> => {
  const rows: RegisterRow[] = [];
  const unreadable: UnreadableRelease[] = [];
  for (let from = 0; ;) {
    const part = await store.register(from);
    if (!part.ok) return part;
    rows.push(...part.value.rows);
    unreadable.push(...part.value.unreadable);
    from = part.value.read;
    if (from >= part.value.releases) return ok({ rows, unreadable });
  }
};
