import { isVerb, type Clause } from './clause';
import { phraseFrom, type Phrase } from './phrases';
import { subjectOf } from './subject';
import { sentenceStart, type Token } from './tokens';
import { SAYING } from './verbs';

/**
 * Somebody else who reports in the sentence of a quote: `by a source`: "according to the paper"; `by a verb`: "the paper
 * says that she called it “…”"; `behind`: once the quote is over, "she called it “…” until the mayor spoke up".
 */
export type Reported = 'by a source' | 'by a verb' | 'behind' | null;

/** "Asked whether he would stay, Bell said": who asks is not told and reports nothing. */
const OPENS = /^(?:asked|told|pressed|questioned|quizzed|warned|urged)$/u;
const FOUND = /^(?:show|shows|showed|find|finds|found|allege|alleges|alleged)$/u;

/** Who does what the verb at `v` says: before it, or behind it where it is turned about, "said Bell". */
const subjectsOf = (tokens: readonly Token[], v: number): readonly Phrase[] => {
  const before = subjectOf(tokens, v);
  // "Roe claims Bell said": Bell claims nothing.
  const isTurned = before === null || before.how !== 'beside';
  return [before?.phrase, isTurned ? phraseFrom(tokens, v + 1) : null].flatMap((phrase) => phrase ?? []);
};

/** Whether the verb at `v` is told of the one whose clause it is: "Bell said …, adding", "Bell insisted that he had". */
const isOwn = (tokens: readonly Token[], v: number, { phrase, cueFrom }: Clause): boolean => {
  const subjects = subjectsOf(tokens, v);
  if (subjects.some(({ from }) => from === phrase.from)) return true;
  // "Bell said she had been told it was “a mess”": whoever "she" is, Bell's words are no others' report of hers.
  const [subject] = subjects;
  if (subject === undefined || subject.to > v || subject.kind === 'nominal') return false;
  const word = tokens[phrase.from]?.lower ?? '';
  const again = phrase.kind === 'pronoun' && /^(?:he|she)$/u.test(word) && v < cueFrom;
  return again && (subject.kind === 'named' || tokens[subject.from]?.lower === word);
};

/** What else reports in the sentence of a clause besides its own verb; its quote ends at token `quote` of `tokens`. */
export const reportedIn = (tokens: readonly Token[], clause: Clause, quote: number): Reported => {
  const { cueFrom, cueTo, phrase, apposition } = clause;
  const sentence = tokens[cueFrom]?.sentence;
  const from = sentenceStart(tokens, cueFrom);
  let behind = false;
  let verb = false;
  for (let i = from; tokens[i]?.sentence === sentence; i += 1) {
    if (i >= cueFrom && i <= cueTo) continue;
    if (i >= phrase.from && i <= phrase.to) continue;
    if (apposition !== null && i >= apposition.from && i <= apposition.to) continue;
    const { lower } = tokens[i] ?? { lower: '' };
    if (lower === 'according' && tokens[i + 1]?.lower === 'to') return 'by a source';
    if (!SAYING.has(lower) && !FOUND.test(lower)) continue;
    // A participle or a second verb goes with the same subject: "she said it was late, adding".
    if (/ing$/u.test(lower) || !isVerb(tokens, i) || /^(?:and|but)$/u.test(tokens[i - 1]?.lower ?? '')) continue;
    if ((i === from && OPENS.test(lower)) || isOwn(tokens, i, clause)) continue;
    if (i > quote) behind = true;
    else verb = true;
  }
  return verb ? 'by a verb' : behind ? 'behind' : null;
};
