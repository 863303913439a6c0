/** Words of reporting. Strong verbs report speech in full; weak ones only ever frame a quoted fragment. */

const STRONG_BASES =
  'say tell add ask explain note state declare argue insist reply respond conclude comment warn claim admit recall acknowledge announce joke ' +
  'quip continue write tweet observe remark suggest reveal report promise pledge vow predict complain lament maintain contend assert stress ' +
  'emphasise emphasize point answer confirm deny concede agree believe think hope wonder boast brag muse offer reiterate repeat recount ' +
  'testify shout yell cry exclaim whisper mutter murmur urge advise advocate caution counter retort rejoin interject interrupt begin start ' +
  'finish go intone opine post blog message email text read sign reflect reason remember relate recite quote sum summarise summarize speculate ' +
  'tease thunder demand command order plead beg pray declare proclaim pronounce protest object elaborate enthuse gush fume rant rail vent ' +
  'chant sing shoot sneer scoff snap bark roar scream growl laugh smile sigh chuckle chime call describe deadpan estimate express indicate imply mention ' +
  'disclose highlight underline underscore outline clarify counsel preach proffer venture volunteer guess marvel confess confide attest affirm exhort riff holler implore beam grin shrug reckon sob drawl mumble stammer gasp hiss huff grumble moan groan bellow blurt quaver rule decree disagree concur hint bemoan ponder inquire enquire query assure reassure swear';
const WEAK_BASES =
  'accuse blast criticise criticize label brand dub term refer characterise characterize deem slam condemn denounce decry deride dismiss mock ' +
  'praise hail laud applaud welcome commend celebrate attack charge allege blame ridicule lambast lambaste bash rip chide rebuke scold chastise cite ' +
  'consider regard feel find see view portray depict paint liken compare deplore question challenge threaten encourage invite instruct propose ' +
  'recommend request seek want require vote commit strive defend credit thank congratulate reject refute dispute rebut discuss speak talk ' +
  'know learn understand hear see show name title coin invoke use define frame cast denote tout reference warn worry fear doubt expect plan';
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote', 'writes', 'writing', 'written'],
  shoot: ['shot', 'shoots', 'shooting'],
  sing: ['sang', 'sings', 'singing'],
  chant: ['chanted', 'chants', 'chanting'],
  put: ['put', 'puts', 'putting'],
  think: ['thought', 'thinks', 'thinking'],
  begin: ['began', 'begins', 'beginning'],
  go: ['went', 'goes'],
  read: ['read', 'reads', 'reading'],
  quote: ['quoted', 'quotes', 'quoting'],
  find: ['found', 'finds', 'finding'],
  see: ['saw', 'sees', 'seeing', 'seen'],
  feel: ['felt', 'feels', 'feeling'],
  speak: ['spoke', 'speaks', 'speaking'],
  know: ['knew', 'knows', 'knowing'],
  hear: ['heard', 'hears', 'hearing'],
  understand: ['understood', 'understands'],
  seek: ['sought', 'seeks', 'seeking'],
  show: ['showed', 'shows', 'showing', 'shown'],
  deny: ['denied', 'denies', 'denying'],
  reply: ['replied', 'replies', 'replying'],
  swear: ['swore', 'swears', 'swearing'],
  concur: ['concurred', 'concurs', 'concurring'],
  counsel: ['counsels', 'counselled', 'counseled', 'counselling', 'counseling'],
  query: ['queried', 'queries', 'querying'],
  testify: ['testified', 'testifies', 'testifying'],
  clarify: ['clarified', 'clarifies', 'clarifying'],
  imply: ['implied', 'implies', 'implying'],
  cry: ['cried', 'cries', 'crying'],
  decry: ['decried', 'decries', 'decrying'],
  worry: ['worried', 'worries', 'worrying'],
  retort: ['retorted', 'retorts', 'retorting'],
  admit: ['admitted', 'admits', 'admitting'],
  quip: ['quipped', 'quips', 'quipping'],
  brag: ['bragged', 'brags', 'bragging'],
  grin: ['grinned', 'grins', 'grinning'],
  shrug: ['shrugged', 'shrugs', 'shrugging'],
  sob: ['sobbed', 'sobs', 'sobbing'],
  beg: ['begged', 'begs', 'begging'],
  snap: ['snapped', 'snaps', 'snapping'],
  blog: ['blogged', 'blogs', 'blogging'],
  sum: ['summed', 'sums', 'summing'],
  refer: ['referred', 'refers', 'referring'],
  slam: ['slammed', 'slams', 'slamming'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  rip: ['ripped', 'rips', 'ripping'],
  plan: ['planned', 'plans', 'planning'],
  commit: ['committed', 'commits', 'committing'],
  cast: ['cast', 'casts', 'casting'],
  rebut: ['rebutted', 'rebuts', 'rebutting'],
  paint: ['painted', 'paints', 'painting'],
};

const formsOf = (base: string): readonly string[] => {
  const irregular = IRREGULAR[base];
  if (irregular !== undefined) return [base, ...irregular];
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|x|sh|ch)$/u.test(base) ? `${base}es` : `${base}s`;
  return [base, `${stem}ed`, third, `${stem}ing`];
};

const wordsIn = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

/** Welsh: meddai, dywedodd, ychwanegodd and their kin stand before the speaker. */
const WELSH = wordsIn(
  'meddai medd dywedodd dywed ychwanegodd ychwanega esboniodd eglurodd atebodd gofynnodd rhybuddiodd pwysleisiodd cyhoeddodd',
);

export const STRONG: ReadonlySet<string> = new Set([...wordsIn(STRONG_BASES).flatMap(formsOf), ...WELSH]);
export const WEAK: ReadonlySet<string> = new Set(wordsIn(WEAK_BASES).flatMap(formsOf));

/** Strong verbs of thinking and of doing that only sometimes report: what is said outranks them in one sentence. */
const THINKING = new Set(
  wordsIn(
    'believe think hope wonder estimate expect imply indicate guess reflect remember reason sign read start begin finish go point call describe quote cry laugh ' +
      'smile sigh growl beam grin shrug sob gasp hiss huff moan groan sing shoot offer order text post message email disclose reveal mention protest object deny confirm agree promise pledge vow chime sum',
  ).flatMap(formsOf),
);

/** Verbs of speaking and writing proper. */
export const SAYING: ReadonlySet<string> = new Set([...STRONG].filter((verb) => !THINKING.has(verb)));

/** Verbs that give something a name in the speaker's words: "called it “absurd”", "described as “unsafe”". */
export const NAMING: ReadonlySet<string> = new Set(
  wordsIn(
    'call describe brand dub label term deem slam condemn denounce decry deride dismiss mock praise hail laud criticise criticize characterise ' +
      'characterize portray depict blast lambast accuse attack refer ridicule rip bash welcome',
  ).flatMap(formsOf),
);

/** The commonest verbs, sure enough by themselves that the noun phrase beside them is who spoke. */
export const PLAIN: ReadonlySet<string> = new Set([
  ...wordsIn(
    'said says say saying told tells added adds asked asks explained explains noted notes continued continues wrote writes tweeted replied ' +
      'stated states declared argued argues insisted insists concluded commented responded warned warns admitted recalled announced joked',
  ),
  ...WELSH,
]);

/** Words that are as often nouns: only a verb where no article, possessive or preposition stands before them. */
export const NOUN_TOO: ReadonlySet<string> = new Set(
  wordsIn(
    'claim claims note notes comment comments report reports remark remarks state states call calls demand demands answer answers question ' +
      'questions post posts tweet tweets promise promises pledge pledges vow joke jokes view views plan plans charge charges attack attacks ' +
      'challenge challenges offer offers request requests order orders text texts email emails message messages read thought hope hopes fear ' +
      'fears doubt doubts show shows start starts point points need use uses estimate estimates reply response label labels title titles name ' +
      'names rule rules ruling decree decrees hint hints counsel query queries term terms reason reasons sign signs protest object objects command blog praise blame criticism quote quotes finding findings ' +
      'beam beams grin grins shrug shrugs sob sobs gasp gasps hiss moan moans groan groans smile smiles laugh laughs sigh sighs shout shouts whisper scream roar growl snap bark ' +
      'feeling feelings meaning reading writing beginning warning saying thinking quip quips cry cries reference worry worries cast defend',
  ),
);

/** May stand between a subject and its verb, or between the verb and a subject that follows it. */
export const BETWEEN: ReadonlySet<string> = new Set(
  wordsIn(
    'also then later once again still even just has have had is was are were would will could might may did does do be been being not never ' +
      'now recently previously often repeatedly famously already further simply only both himself herself themselves itself went on to in turn ' +
      'first always sometimes soon long ever can should must quickly reportedly today yesterday earlier',
  ),
);

/** Whether a lower-case word is a reporting verb at all. */
export const isReporting = (lower: string): boolean => STRONG.has(lower) || WEAK.has(lower);

/** Nouns for what somebody said or wrote: "her reply", "the council’s statement". */
export const WORDS_OF: ReadonlySet<string> = new Set(
  (
    'reply response message statement words comment comments answer verdict advice warning reaction plea appeal promise pledge ' +
    'assessment explanation conclusion view opinion response letter email tweet'
  ).split(' '),
);

/** Verbs that report with a small word behind them alone: "her husband cut in", "Bell hit back", "as one put it". */
const CUT_IN: Readonly<Record<string, RegExp>> = {
  put: /^it$/u,
  puts: /^it$/u,
  cut: /^in$/u,
  chipped: /^in$/u,
  butted: /^in$/u,
  weighed: /^in$/u,
  piped: /^up$/u,
  hit: /^(?:back|out)$/u,
  fired: /^back$/u,
  came: /^back$/u,
};

/** Whether a small word behind it makes it another verb that reports nothing: "showed up", "rules relating to". */
export const isOther = (lower: string, next: string): boolean =>
  /^(?:show|sign|call)/u.test(lower) ? /^(?:up|off)$/u.test(next) : /^relat/u.test(lower) && next === 'to';

/** Whether two words are such a verb. */
export const cutsIn = (lower: string, next: string): boolean => CUT_IN[lower]?.test(next) === true;
