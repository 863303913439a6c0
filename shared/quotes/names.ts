/** Lists that tell a role from a name, an organisation from a person, and he from she. Ours, and small on purpose. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** Courtesy titles: dropped from the name, kept as a hint. */
export const COURTESY: Readonly<Record<string, 'he' | 'she' | null>> = {
  mr: 'he',
  mrs: 'she',
  ms: 'she',
  miss: 'she',
  mx: null,
  mister: 'he',
  madam: 'she',
};
/** Titles that belong to the name. */
export const HONORIFIC: Readonly<Record<string, 'he' | 'she' | null>> = {
  dr: null,
  prof: null,
  professor: null,
  sir: 'he',
  dame: 'she',
  lord: 'he',
  lady: 'she',
  baroness: 'she',
  rev: null,
  revd: null,
  canon: null,
  archdeacon: null,
  reverend: null,
  father: 'he',
  sister: 'she',
};

/** The last word of a role that stands straight before a name. */
export const ROLE_WORDS = set(
  `commissioner minister president chairman chairwoman chair chairperson leader secretary director manager officer executive chief constable
  superintendent inspector sergeant detective sen senator rep representative gov governor councillor cllr mayor judge justice general gen col
  colonel capt captain lt lieutenant sgt ambassador ombudsman spokesman spokeswoman spokesperson congressman congresswoman chancellor
  candidate nominee strategist pollster analyst economist reporter journalist columnist editor correspondent author writer historian
  lawyer attorney solicitor barrister teacher headteacher headmaster headmistress principal coach captain bishop archbishop pope king queen
  prince princess duke duchess earl baron speaker deputy treasurer founder co-founder owner host anchor broadcaster actor actress
  singer comedian activist campaigner resident voter supporter organiser organizer adviser advisor aide consultant expert researcher scientist
  doctor nurse surgeon engineer architect curator librarian farmer businessman businesswoman billionaire entrepreneur investor
  whip counsel coordinator co-ordinator head member chairlady trustee warden ranger keeper operator clerk lawmaker
  democrat republican delegate comptroller sheriff marshal trooper pastor vicar priest imam rabbi
  neighbour neighbor passenger islander apprentice coxswain signaller developer owner brother sister son daughter husband wife widow widower mother
  father friend colleague classmate grandson granddaughter cousin uncle aunt pupil student parent shopkeeper baker builder climber sailor skipper
  steward pilot driver commuter visitor customer shopper trader tenant landlord landlady campaigner volunteer fundraiser ecologist archaeologist
  historian biologist geologist poet novelist playwright composer conductor violinist gardener ranger blacksmith harbourmaster treasurer
  insp supt det ch cr provost convener convenor constable garda bailiff rt hon ven venerable honourable lord-lieutenant deacon
  cynghorydd aelod senedd gweinidog comisiynydd cadeirydd prifathro pennaeth ysgrifennydd
  goalkeeper striker midfielder defender forward winger prop hooker keeper umpire referee
  patient mum mom dad gran grandparent victim survivor fan midwife paramedic chef barista boss veteran jockey magistrate witness
  schoolgirl schoolboy lifeguard
  assemblyman assemblywoman alderman alderwoman selectman patrolman
  commander major brigadier admiral marshal emperor chancellor premier taoiseach guru mogul magnate hopeful frontrunner front-runner rival`,
);

/** Words that make a capitalised run an organisation's name rather than a person's. */
export const ORGANISATION_WORDS = set(
  `police council national federal desk university college school association party department office committee union times post news trust group institute foundation
  society company corporation inc ltd plc llp bank agency authority service services board commission federation church court house senate
  congress parliament assembly government ministry hospital network centre center club league campaign bureau network press magazine daily
  journal herald tribune guardian telegraph mail gazette review street county city borough district constabulary inspectorate charity partnership
  coalition alliance forum organisation organization international museum library gallery airport airlines railway rail water energy
  chamber ferries highways hospitals homes housing gas electric association's societies hospice theatre orchestra choir friends
  sons bros brothers' firm housing co-operative cooperative academy infirmary clinic parliament cabinet union
  nhs bbc itv cnn nbc cbs abc msnbc npr pbs fbi cia nra gop dnc rnc un eu nato pac`,
);

/** Capitalised because they begin a sentence or name a day, never part of a name. */
export const NOT_NAMES = set(
  `the a an this that these those his her their its our my your he she they it i we you and but or so yet if when while as at in on of for from to
  by with after before since during until although though because however meanwhile moreover also then now later earlier still even only not no
  yes there here where what who why how which another one some many most all both each every other others such speaking asked monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october november december today
  yesterday tomorrow last next just nor once perhaps instead according despite under over about against among between through like
  more first second third finally eventually additionally furthermore indeed soon again asked told said responding commenting adding
  writing talking appearing following unlike besides regarding whether never maybe ultimately similarly likewise
  meddai medd dywedodd ychwanegodd esboniodd eglurodd atebodd rhybuddiodd
  several few two three four five six seven eight nine ten us them him
  outside inside beyond within without near across above below behind whatever
  did does has had have unless neither either nobody none suppose imagine pictured`,
);

export const HE_NAMES = set(
  `adam adrian ahmed aidan alan albert alex alexander alfie ali alun andrew andy anthony antonio arthur barack barry ben benjamin bernie bill billy bob
  bobby brian bruce carl carlos charles chris christopher clive colin craig dafydd dai dan daniel darren dave david dean declan denis dennis derek
  dewi dominic donald doug douglas dylan ed eddie edward emrys eric ethan evan frank fred gareth gary gavin geoff geoffrey george gerald gethin giles
  glenn glyn gordon graham greg guy gwyn harold harry hassan henry howard huw hugh hywel iain ian idris ieuan imran iwan ivan jack jacob jake james
  jason jeff jeremy jerry jim jimmy joe joel john johnny jonathan jose joseph josh joshua juan julian justin karl keith ken kenneth kevin larry lee
  len leonard liam lloyd luke malcolm marco marcus mario mark martin matt matthew michael mick miguel mike mitt mohammed mohamed muhammad nathan neil
  newt nicholas nick nigel noah norman oliver oscar owen patrick paul pedro peter phil philip ralph rand raymond reince rhodri rhys richard rick rob
  robert robin rod rodney roger ron ronald rory roy rupert russell ryan sam samuel scott sean seth shaun simon sion stephen steve steven stuart ted
  terry thomas tim timothy tobias toby todd tom tomos tony trevor tudor tyler vernon victor vincent vladimir walter warren wayne will william zac
  aaron abdul abel aled alastair alistair alec amir amit andre andrzej aneurin anil anton archie arjun arnold ashok austin aziz bartek basil bernard
  bert bradley brandon brendan bruno bryn cai callum cameron carter cefin cedric cem chidi christian ciaran clifford clyde connor conor cormac curtis
  cyril damian danny darius darragh deepak desmond des dexter dieter dmitri dominik dougal drew duncan dwight edgar edmund edwin eifion elias elliot
  elliott emlyn emyr enrique ernest eoin euan ewan fabian farid felix fergus fernando finlay finn fletcher francis francisco frankie franz fraser
  gabriel garry gavan gerard gilbert gino godfrey gopal graeme grigor gus hamish hamza hank hari harri harpreet harjit harvey hector hefin herbert
  herman horace howell hubert hunter ibrahim ifeanyi igor imad imtiaz ioan iolo irfan isaac ishaan islwyn ismail jamal janek jared jarek jerome jesse
  jorge joao joaquin josef josiah julius kamal karan kareem karim kelvin kenny khalid kieran kofi krzysztof kumar kwame lachlan lance lars laurence
  lawrence leo leroy leszek lewis lionel llew llyr logan lorenzo louis lucas lucian ludwig luis lyndon mahmoud malachy malik manuel marcel marek marc
  marius marlon marshall maurice max meirion melvin merlin merfyn mervyn milan miles mohamad mohammad morris moses murray mustafa myles nabil nasser
  nasir ned niall nico nikhil nikolai obi olaf oleg omar orlando osman otis pablo paddy padraig parker pavel pawel percy perry pierre piotr prakash
  preston quentin rafael rahul raj rajesh raju ralf ramon randolph rashid raul ravi reece reginald reg reuben rex rhydian ricardo roberto rodrigo
  roland roman rohan rowland ruben rufus russ salman sami samir sandeep sanjay saul sebastian sergio shane shay sid sidney solomon spencer stan
  stanley stefan stewart sunil suresh syed tadeusz tariq terence theo theodore tobi tomasz trefor trystan uri usman vaughan viktor vijay vince
  vincenzo wale wallace wesley wilfred wilf wolfgang wyn xavier yaw yusuf yousef zachary zane zubair abdi abdullah abu adebayo ade adil aiden ajay
  akash albie aldo alfred alvin amos anand angus ansel anwar archibald ari armando arun asher asif augustus axel ayo baljit barney benedict benny
  bertie bilal boris boyd brett byron caleb calvin carwyn casper cecil cenydd chuck clark claude clint cliff cole colm conrad cuthbert daljit dante
  davy delroy demetrius denzel desi dilip dirk dominick donal donnie dwayne eamon eben ebenezer efan eifan elgan elis ellis elwyn emeka emil emmanuel
  enoch enzo ernie errol eryl esmond eugene everett ezra faisal fareed fintan floyd forbes freddie frederick gaius garth geraint giorgio giovanni
  glynn gustav gwilym haydn heath hedley heinrich hilary hugo humphrey hussein idwal ifan ike illtyd irving ivor jago jamie jarvis jasper javier jay
  jayden jed jermaine jethro jimi jock joey johan jonah jonas jude junior kai keir kelechi kenji kerr khalil kiran kit knut kurt kyle laszlo leighton
  lennox leopold lester levi linford linus lowell lucien luther lyn magnus malachi maldwyn manfred manish mansoor matthias matteo mauro mehmet micah
  mo mohan monty morgan morten mostafa muhammed myron naeem naveed nelson neville niels nnamdi noel nye ola oisin olu orson oswald otto owain parvez
  pascal pat pedr percival pete philippe phineas rafa rafi raheem ramesh randy rasheed ray rayan reggie rene rhun ricky rico ritchie robbie rocco
  roddy rolf ronnie rudi rudolf rusty salim sanjeev satnam scotty selwyn seamus shahid siegfried silas sol soren spiro stefano steffan sven taliesin
  tam thabo thaddeus theodor thor tibor titus tobin tommy torquil tunde twm ulrich usain vikram vivian wayde werner wilbur willem willie woody yanis
  yannick woodrow barnaby crispin cadoc idwal rhodri yuri zahid zak zeke zoltan brad chad darrell darryl
  derrick dewayne elijah glen jeremiah johnnie jon judd lachie lanny lenny leonid les lonnie lorne louie mikey mitch nate nathaniel ollie olly orville
  piers rafe randall rees robby rudy sammy seb shawn sheldon sherman stanislav teddy thom tristan tristram tyrone tyson virgil winston wyatt zach`,
);
export const SHE_NAMES = set(
  `abigail agnes aisha alice alison amanda amber amelia amina amy angela angharad anita ann anna anne annie barbara beatrice bethan beverley branwen
  brenda bronwen carly carol caroline carolyn catherine cathy catrin ceri charlotte cheryl chloe christina christine claire clare daisy dawn debbie
  deborah delyth diana diane donna doris dorothy eileen elaine eleanor eleri elin elizabeth ella ellen ellie emily emma erin esther eve evelyn faith
  fatima ffion fiona fleur florence frances gemma georgia gillian gina glenys glynis grace gwen gwenllian hannah harriet hazel heather heidi helen
  hillary hilary holly huma imogen irene isabel isla jacqueline jan jane janet janice jasmine jean jenna jennifer jenny jessica jill jo joan joanna
  joanne josephine joyce judith judy julia julie karen kate katherine kathleen kathryn katie kay kayleigh kellyanne kelly kerry kim kirsty laura
  lauren leah leanne leila lesley lily linda lisa liz lorna lorraine louise lowri lucy lydia lynn lynne mabel mandy margaret maria marian marie
  marilyn marion mary maureen megan megyn melanie melissa mercedes mererid michele michelle mona monica myfanwy nadia nancy naomi natalie nerys nicola
  nia nina nora olive olivia olwen pamela patricia paula pauline penny philippa phoebe polly priya rachel rebecca rhian rhiannon rita rosa rose
  rosemary rosie ruth sally samantha sandra sarah saoirse sharon sheila shirley sian sioned siobhan sonia sophie stacey stella stephanie sue susan
  suzanne sylvia tamsin tanya tara teresa tessa theresa tracey tracy ursula valerie vanessa vera victoria violet wendy yasmin yvette yvonne zoe adele
  adriana agata agnieszka ailsa aileen aine aisling alana alexandra alexis alma amara amal ambika anastasia andrea aneta angelica anika anouk anthea
  antonia anwen anya arabella ariana arwa astrid audrey ava ayesha babs becky bella bernadette bernice beryl bess beth betty beyla bianca blodwen
  bonnie bridget briony brigid britney bryony camilla candice carla carmen cassandra cecilia celia cerys chantal charlene chiara chioma clara claudia
  cleo colette constance cora cordelia cynthia dahlia dalia danielle daphne deirdre delia delphine denise desiree dilys dolores donata dora edith edna
  eira eiluned eirlys elena eluned elisa eliza elodie eloise elsa elsie elspeth emilia emmanuelle enid erica esme ester estelle ethel eunice eva ewa
  fay fern felicity ffiona fflur folasade freya frieda gabriela gabrielle gail genevieve geraldine gertrude gita giulia gladys glenda gloria gwenda
  gwenno gwyneth haf harpreeta hattie hester hilda ilse imelda inga ingrid ines irena isabella isabelle ishbel ivy jacqui jade jana janine jayne
  jemima jenni jennie jeanette joanie jocelyn jodie johanna jolene josie juanita judi justine karin karina kamala katarzyna kathy katja katy katya
  kayla keeley kendra kerri khadija kirsten kirstie kirstin kristen krystyna lakshmi lara larissa latoya lavinia layla leena lena leonora letitia lexi
  lillian lila lilian lina linnet llinos lois lola loretta lottie louisa luisa lynda lynette mabli madeleine maggie maggi mair maisie manon mariana
  mariella marina marjorie marlene martha marta martina matilda maud mavis maxine meena meera meg mia mina minnie miriam moira molly morag morwenna
  muriel myra nadine nan nasreen natalia natasha nell nesta niamh nicky nicole noreen noor nuala octavia oksana olga oona ophelia orla padma paige
  paloma pam parveen patsy patty petra phyllis pippa portia pritti preeti primrose prue queenie rani rania raquel rebekah regina renata rhoda rhona
  roberta robyn rochelle roisin romana rosalie rosalind rosamund roxanne rowena ruby sabine sabrina sadie safiya salma sanna saskia selina serena
  seren shabana shannon shari shauna sheena shelley shirin shona shreya siân silvia simone sinead sofia sonja soraya suki sunita susanna susannah
  svetlana sybil tabitha tallulah tamara tasha tatiana tegan thandiwe thelma theodora tia tina toni trish trudy una urszula uzma valentina veronica
  vicki vicky viola vivien wanda wilma winifred winnie xanthe yolanda yasmina zainab zara zarina zelda zofia zora zuleika abbie abby ada adaeze adela
  afua agatha aida aimee akua alanna alba alberta alina allegra allie althea alys amaya amie amira amrita anais andrina angelina angie anisa annabel
  annabelle anneka annette annika annis annwen april aretha ariel arlene asha ashleigh asma astra athena augusta avril azra beata beca bessie betsan
  betsy bettina birgit blanche bonita calista carmel carol-anne caron casey cass cassie catalina cathryn catriona celina celine charmaine chidinma
  christabel christie cindy clarissa claudette clemency clementine connie corinne cressida dagmar dana daniela darcey darcy daria deb debbi dee
  delilah della desdemona diya dolly dot dotty edie edwina efa elaina elan eleanora eliana elina elinor elle elvira emilie emmeline ena enfys erika
  estella etta eugenia euphemia evangeline evie fabia faiza fanny farah fatimah faye felicia fenella flo flora florrie fran franca francesca freda
  gaynor geeta georgie georgina germaine ginny giovanna giselle glynnis goldie greta gudrun gwladys hafsa hajra hana hanna happy harinder hayley hedda
  helena helene helga henrietta hermione hettie hilde honor humaira ida ifeoma ilona iman inaya indira indu ingeborg iona irina iris isha isobel
  isolde ita jacinta jackie jacquie jamila janette jaswinder jeannie jerusha jess jessie jodi jools joy juana juliana juliet juliette june justina
  kaitlyn kanwal karyn kasia kath kathie kavita keira keisha kelsey keren kezia khadijah kiera kinga kitty komal kristina lacey lana lauretta leanna
  leonie leticia lexie libby lilly lilith linsey lisbeth liv livia liza lizzie lizzy lora lorelei lou luana luce lucia lucie lucille lucinda lulu lyra
  mae magda magdalena mags maia malala malika mandeep mara marcella marcia margarita margot mari marianne marietta marika marisa marissa marjory
  marlena marnie marsha maryam matilde mattie mel mena meryl merle mirabel miranda mitzi moll momina myfi nadiya naila nana nanette natalya neha nella
  nelly nerissa nesrin nicolette nicki nika nikki nimra nino nita noelle noemi nola nonna norah norma nuria nusrat odette olena olwyn oonagh oriel
  patrice paulette pearl peggy perdita perpetua petronella philomena pia pixie primula priscilla prudence quinta rae rafaela raisa raya razia reena
  reni renee reshma rhianedd ria riya rohini ros rosalyn rosanna roseanne roshni roxana roz ruksana saba saeeda sahar saira salome samina sanaa sania
  sapphire sarita savannah senga shabnam shaheen shakila shamim sharmila shazia shelagh shilpa shireen shivani sibyl sidonie sigrid simran soha sonal
  stacy stefania stephania suda sukhi sunniva susana susie suzanna suzie sybilla tanisha tansy tatum temperance tess thea theodosia thérèse tiffany
  tilda tilly tracie treasa tricia trixie ursa usha valeria vashti velma venetia verity verna vi vida vidya viv viviana vivienne waheeda wendi
  wilhelmina colleen marged bronagh caoimhe ginevra nimue precious merryn tegwen xenia yasmeen yewande yetunde ying yoko ysolde yuki yuliya zahra zainabu zaynab zena zeta zinnia zita zoya
  abi alicia alisha allison amelie becca brianne caitlin cara carrie chelsea courtney doreen dottie elise gabriella gilda hallie katrina kellie
  kimberly kylie maddie maya melinda mildred millie mindy penelope poppy sara sheryl sienna sophia tammy tania`,
);

/** Ranks and seats written in capitals before a name: DCI Penn, MSP Morag Orr. */
export const RANK = /^(?:PC|WPC|PCSO|DC|DS|DI|DCI|DSU|DCS|DAC|ACC|DCC|PCC|MP|MSP|MS|MEP|MLA|TD|CEO|CFO|MD)$/u;

/** Letters after a name: they go from the name; a seat is kept as the role. */
export const POSTNOMINAL = set(
  'mp msp ms am mep mla td mhk obe mbe cbe dbe kbe bem kc qc jp dl phd qpm kpm qfsm kfsm cgm frs frcs frcp dso',
);
export const SEAT = set('mp msp ms am mep mla td mhk');

/** Offices and bodies that are written as their initials, and what they stand for. */
export const INITIALS: Readonly<Record<string, string>> = {
  pcc: 'police and crime commissioner',
  pfcc: 'police, fire and crime commissioner',
  ceo: 'chief executive',
  cfo: 'finance director',
  pm: 'prime minister',
  fm: 'first minister',
  mp: 'mp',
  ms: 'ms',
  msp: 'msp',
  dcc: 'deputy chief constable',
  acc: 'assistant chief constable',
};

export type Gender = 'he' | 'she' | null;

/** Whether a first name is known as a man's or a woman's. */
export const genderOfFirstName = (name: string): Gender => {
  const lower = name.toLowerCase();
  if (HE_NAMES.has(lower)) return 'he';
  return SHE_NAMES.has(lower) ? 'she' : null;
};

export const isTitle = (lower: string): boolean => lower in COURTESY || lower in HONORIFIC;
