import { ORGANISATION_WORDS, ROLE_WORDS } from './names';
import { WORDS_OF } from './verbs';

/* Nouns for people, told by themselves: whether one is somebody, several, or nobody at all. */

/** Titles and offices that go with a surname, and that no other of the name has: Lord Bell, Judge Bell. */
export const OF_RANK = /\b(?:lord|lady|baroness|judge|justice|recorder)\b/iu;

/** What makes another office of an office: "the deputy mayor", "the former mayor". */
const QUALIFIED =
  /^(?:deputy|vice|assistant|associate|former|ex|previous|outgoing|incoming|next|shadow|acting|interim|late|then|junior|under|sub|honorary|prime|chief)$/iu;

/**
 * Whether the words for an office can mean the one somebody holds. In: the words behind "the", that part of them by which
 * the role was found, and the role. "The deputy mayor" and "the mayor of Orran" are not the mayor of Vale, nor is "the
 * mayor" the deputy mayor.
 */
export const isSameOffice = (words: readonly string[], office: string, role: string): boolean => {
  const held = role.toLowerCase().split(/[\s,-]+/u);
  const at = words.findIndex((word) => /^(?:of|for)$/u.test(word));
  const isDuty = (i: number): boolean => at >= 0 && i > at && held.some((word) => /^(?:of|for)$/u.test(word));
  const tells = (word: string, i: number): boolean => QUALIFIED.test(word) || /^\p{Lu}/u.test(word) || isDuty(i);
  const more = words.filter(tells).map((word) => word.toLowerCase());
  const before = held[held.indexOf(office.split(' ')[0] ?? '') - 1] ?? '';
  const isOther = QUALIFIED.test(before) && !words.some((word) => word.toLowerCase() === before);
  return more.every((word) => word === 'the' || held.includes(word)) && !isOther;
};

/** A noun in the plural, whatever stands before it but "her" and its like: "police", "federal prosecutors". */
export const isPlural = (words: readonly string[]): boolean =>
  !/^(?:his|her|their|its|my|our|the|this|that)$/iu.test(words[0] ?? '') &&
  /(?:[^s'’]s|people|police|staff|men|women|children)$/u.test(words.at(-1) ?? '');

/** Whether a noun is people, a body, or what carries words, rather than "measures" or "an inflation formula". */
export const maySpeak = (noun: string): boolean => {
  const lower = noun.toLowerCase();
  const one = lower.replace(/ies$/u, 'y').replace(/s$/u, '');
  return (
    PEOPLE_OR_WORDS.test(lower) ||
    isSomebody(lower) ||
    isSomebody(one) ||
    ORGANISATION_WORDS.has(one) ||
    WORDS_OF.has(one)
  );
};
const PEOPLE_OR_WORDS =
  /^(?:one|ones|some|several|many|most|both|others?|another|few|two|three|four|five|half|people|men|women|children|boys|girls|critics?|residents?|parents?|staff|crowd|fans?|police|survivors?|victims?|neighbours?|neighbors?|relatives?|friends?|sources?|aides?|allies|ally|members?|couple|family|families|mum|mums|dad|dads|brothers?|sisters?|twins|colleagues?|nurses?|guests?|natives?|tenants?|students?|pupils?|officials?|opponents?|rivals?|signs?|banners?|placards?|plaques?|posters?|voices?|polls?|surveys?|stud(?:y|ies)|documents?|papers?|leaflets?|articles?|books?|videos?|captions?|entr(?:y|ies)|posts?|logs?|memos?|notes?|minutes|ruling|judgment|judgement|verdict|plan|charter|contract|lawsuit|complaint|indictment|petition|inscription|headline|slogan|passage|chapter|script|advert|advertisement)$/u;

/** Whether a noun in the singular is a person, who has a name though it is not told: "the woman", "the 34-year-old". */
export const isSomebody = (noun: string): boolean =>
  !NO_PERSON.test(noun) &&
  (ROLE_WORDS.has(noun) ||
    /^(?:boy|girl|candidate|nominee|source|star|aide|judge|mother|father|wife|husband|widow|friend|nurse|pilot|guard|host|coach|clerk|official|veteran|tycoon|billionaire|-?\d+-year-old)$|(?:er|or|ist|ian|man|woman|eur)$/u.test(
      noun,
    ));
const NO_PERSON =
  /^(?:newspaper|paper|order|poster|banner|letter|chapter|charter|centre|center|register|error|mirror|narrator|number|answer|river|tower|weather|matter|offer|power|server|pointer|counter|computer|quarter)$/u;
