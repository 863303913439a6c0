import type { Fault } from '../../shared/fault';
import { type ArchivedMatch, type ArchivedQuote, archivedQuotes } from '../../shared/newsroom/said';
import { SaidIndex } from '../../shared/quotes/said-before';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';
import { wholeRegister } from './whole';

/** A question of the page: who speaks (`voiceOf`), in which release, with which words, and whether to read the archive again first. */
export type SaidQuestion = {
  readonly release: ReleaseId;
  readonly speaker: string;
  readonly words: string;
  readonly anew: boolean;
};

type Store = Pick<NewsroomStore, 'register'>;

/** What the open newsroom's people said, by its register; kept in memory alone, from one question to the next. */
export class SaidArchive {
  private of: Store | null = null;
  private index = new SaidIndex<ArchivedQuote>();
  private known: ReadonlyMap<string, ArchivedQuote> = new Map();

  /** What the speaker said nearly so in other releases, the likest first. Faults: those of the register. */
  async near(
    store: Store,
    { release, speaker, words, anew }: SaidQuestion,
  ): Promise<Result<readonly ArchivedMatch[], Fault>> {
    if (anew || this.of !== store) {
      const read = await this.read(store);
      if (!read.ok) return read;
    }
    return ok(this.index.near(speaker, words, (quote) => quote.release === release));
  }

  /** Takes over what changed in the register since it was read last. */
  private async read(store: Store): Promise<Result<null, Fault>> {
    const all = await wholeRegister(store);
    if (!all.ok) return all;
    if (this.of !== store) [this.index, this.known] = [new SaidIndex<ArchivedQuote>(), new Map()];
    const now = new Map(archivedQuotes(all.value.rows).map((quote) => [quote.key, quote]));
    for (const key of this.known.keys()) if (!now.has(key)) this.index.remove(key);
    for (const [key, quote] of now) if (!isSame(this.known.get(key), quote)) this.index.add(quote);
    [this.of, this.known] = [store, now];
    return ok(null);
  }
}

const isSame = (before: ArchivedQuote | undefined, now: ArchivedQuote): boolean =>
  before !== undefined &&
  before.speaker === now.speaker &&
  before.words === now.words &&
  before.headline === now.headline &&
  before.date === now.date &&
  before.state === now.state;
