import { describe, expect, test } from 'vitest';
import { findQuotes } from './find';

/** Who said each quote of a text, in order; paragraphs are parted by ` | `. Nobody: `-`; nobody by name: the mention in brackets. */
const speakers = (text: string): readonly string[] =>
  findQuotes(
    text.split(' | ').map((paragraph) => ({ text: paragraph, kind: 'text' })),
    [],
  ).map(({ proposals: [best] }) => (best === undefined ? '-' : best.name || `(${best.mention})`));

type Case = readonly [text: string, ...speakers: readonly string[]];

const styles: Readonly<Record<string, readonly Case[]>> = {
  'press releases': [
    ['Leader of Hexley Council, Cllr Jane Applegarth, said: “We start.”', 'Jane Applegarth'],
    ['The council’s cabinet member for homes, Councillor Jim Oakes (Labour), said: “We start.”', 'Jim Oakes'],
    ['Outside court, DC Lisa Nunn said: “She was brave.”', 'Lisa Nunn'],
    ['From the Bishop of Orran, the Rt Revd Simon Keel: “We sing.”', 'Revd Simon Keel'],
    ['The contractor, Barrow & Sons, said: “We start.”', 'Barrow & Sons'],
    ['Dot Perrin, of Quay Street, had this to say: “It has a name now.”', 'Dot Perrin'],
    ['Gwen Alade is head. Her message to parents is simple: “Come and see.”', 'Gwen Alade'],
    ['Helen Tarrant’s advice to drivers: “Slow down.”', 'Helen Tarrant'],
    ['In the words of Helen Tarrant, it was “a very good day”.', 'Helen Tarrant'],
    ['Helen Tarrant’s statement said: “We start in May.”', 'Helen Tarrant'],
    ['The plan was called “an insult” by Gill Ruddock.', 'Gill Ruddock'],
    ['The work is described in the report as “a long time coming”.', '(the report)'],
    ['Dele Cole felt the card was “soft”.', 'Dele Cole'],
    ['“We waited nine years for this.” | – Ewa Nowicka, director, Wyr Ferries', 'Ewa Nowicka'],
    ['Bob and Sheila Tranter have a boat. “It’s a big pot,” says Bob.', 'Bob Tranter'],
    ['Bob and Sheila Tranter have a boat. “It’s a big boat,” says Mrs Tranter.', 'Sheila Tranter'],
    ['Both sisters said they hoped it would be “here in 200 years”.', 'both sisters'],
    ['Owen Bell left. Across the road, surveyor Alec Monk is cross. “We signed,” he says.', 'Alec Monk'],
    ['“We do not,” the two write.', '(the two)'],
    ['“Come in,” a welcome message on the website reads.', 'a welcome message'],
    ['“Call the roll,” her husband cut in.', '(her husband)'],
    ['The sign read: “No ball games, please.”', '(The sign)'],
  ],
  'American agency copy': [
    ['HEXLEY FALLS (WNS) — “We are not done,” Gov. Lena Ortega told reporters Tuesday.', 'Lena Ortega'],
    ['"They said no," said Rep. Tad Boone, R-Hexley. "So we asked again."', 'Tad Boone'],
    ['"It was loud," recalled Deputy Sheriff Marcus Dole, 41, of Orran County.', 'Marcus Dole'],
    ['Boone (D-Vale) said: "We vote Friday." | Tad Boone leads the panel.', 'Tad Boone'],
    ['Sen. Ada Quill (I-Vale): "We vote on Friday."', 'Ada Quill'],
    ['"That bridge is older than me," Hale Jr. joked. | Walter Hale Jr. is 80.', 'Walter Hale Jr'],
    ['“We’re broke,” Coach Ty Rudd said after practice Monday.', 'Ty Rudd'],
    ['In a tweet, Mayor Jo Beck wrote: “Stay home.”', 'Jo Beck'],
  ],
  'Australian and New Zealand': [
    ["'We copped a hiding,' skipper Bronte Kerr said after the match.", 'Bronte Kerr'],
    ["Ms Kerr says she's 'stoked' with the result. | Bronte Kerr is captain.", 'Bronte Kerr'],
    ['"No worries at all," Cr Mick Dunne said. "She\'ll be right."', 'Mick Dunne'],
    ["Te Ata Rangi Ngata, who chairs the trust, says: 'The river is our elder.'", 'Te Ata Rangi Ngata'],
    ['“The fire jumped the creek,” RFS Inspector Colin Pratt told ABC radio.', 'Colin Pratt'],
  ],
  'Irish and Scottish': [
    ['“We are where we are,” Taoiseach Fionn Ó Dálaigh told the house.', 'Fionn Ó Dálaigh'],
    ['Gardaí said “a man in his 40s” had been arrested.', 'Gardaí'],
    ['Deputy Máire Ní Bhriain TD said: “It is a disgrace.”', 'Máire Ní Bhriain'],
    ['“It’s a sair fecht,” said Provost Morag MacAskill.', 'Morag MacAskill'],
    ['MSP Eilidh McCrae said the bill was “dead in the water”.', 'Eilidh McCrae'],
    ['“Haste ye back,” added Sheriff Principal Hamish Orr KC.', 'Hamish Orr'],
  ],
  'Welsh names': [
    ['‘Mae’n wych,’ meddai Gruffydd ap Rhys.', 'Gruffydd ap Rhys'],
    ['“It is our home,” said Lleucu ferch Gwilym, 17.', 'Lleucu ferch Gwilym'],
    ['Dywedodd Siân Llwyd-Prosser: “Rydym yn dechrau ym mis Mai.”', 'Siân Llwyd-Prosser'],
    ['“We start in May,” said Aelod Senedd Heledd Fôn-Jones MS.', 'Heledd Fôn-Jones'],
    ['Meddai Comisiynydd yr Heddlu, Gwenno Prys: “Mae’n bryd gwrando.”', 'Gwenno Prys'],
    ['Dafydd ab Iorwerth told S4C: “The slate sings.”', 'Dafydd ab Iorwerth'],
  ],
  'titles and offices': [
    ['“Justice was done,” said Det Ch Insp Rob Sayle.', 'Rob Sayle'],
    ['DCI Moira Penn said: “A man is dead.” | “We want names,” DCI Penn said.', 'Moira Penn', 'Moira Penn'],
    ['Acting Detective Superintendent Kit Farr added: “Somebody knows.”', 'Kit Farr'],
    ['PCC Joan Hartley said she was “deeply troubled”.', 'Joan Hartley'],
    ['Rt Hon Sir Piers Gell MP said: “Order.”', 'Sir Piers Gell'],
    ['The Rt Revd Ann Hobday, Bishop of Wyrdale, said: “Let us pray.”', 'Revd Ann Hobday'],
    ['Dame Enid Vane opened the ward. “It is lovely,” Dame Enid said.', 'Dame Enid Vane'],
    [
      'Professor Dame Ruth Okoro came. “It is shabby,” Dame Ruth said. “Very,” she added.',
      'Dame Ruth Okoro',
      'Dame Ruth Okoro',
    ],
    ['Lord-Lieutenant Colonel Hugh Tarn said it was “a proud day”.', 'Hugh Tarn'],
    ['Chief Constable Sarah-Jane Ware QPM said: “Thank you.”', 'Sarah-Jane Ware'],
    ['Professor Dame Ruth Okoro OBE said: “The data are clear.”', 'Dame Ruth Okoro'],
    ['Sgt Lee Marr, of the rural crime team, said: “Lock your barns.”', 'Lee Marr'],
    ['Deputy Mayor Cllr Asif Iqbal MBE said: “We will rebuild.”', 'Asif Iqbal'],
  ],
  'names of every make': [
    ['“It is late,” said J. R. Hartnell.', 'J. R. Hartnell'],
    ['“It is late,” said A.J. Pruett, the clerk. “Go home,” Pruett added.', 'A.J. Pruett', 'A.J. Pruett'],
    ['“It is late,” said Ludovic van der Meer.', 'Ludovic van der Meer'],
    ['“It is late,” said Inês de Sousa e Silva.', 'Inês de Sousa e Silva'],
    ['“It is late,” said Abdul-Rahman bin Yusof.', 'Abdul-Rahman bin Yusof'],
    ['“It is late,” said Sean O’Dowd-Fitch. “Very,” Mr O’Dowd-Fitch said.', 'Sean O’Dowd-Fitch', 'Sean O’Dowd-Fitch'],
    ["“It is late,” said D’Arcy L'Estrange.", "D’Arcy L'Estrange"],
    ['“It is late,” said Xiu Mei Tan, 29.', 'Xiu Mei Tan'],
    ['“It is late,” said Nia.', 'Nia'],
  ],
  'charities, clubs and companies': [
    ['Commenting, Bea Lund, Chief Executive of Warm Homes Wyrdale, said: “No child should be cold.”', 'Bea Lund'],
    ['Responding to the figures, Tom Reeve of Shelter Vale said: “This is a scandal.”', 'Tom Reeve'],
    ['Bea Lund, Chief Executive at Warm Homes, comments: “We are thrilled.”', 'Bea Lund'],
    ['Speaking about the award Bea Lund said: “We are thrilled.”', 'Bea Lund'],
    ['“We are thrilled,” says Bea Lund, CEO.', 'Bea Lund'],
    ['Head coach Ed Marsh was frank: “We were second best.”', 'Ed Marsh'],
    ['Goalkeeper Ama Boateng: “I saw it late.”', 'Ama Boateng'],
    ['Marsh insisted his side “never gave up”. | Ed Marsh is coach.', 'Ed Marsh'],
    ['The RSPB said the loss was “a blow”.', 'RSPB'],
    ['Unite said its members had “had enough”.', 'Unite'],
    ['Friends of the Wyr said: “The river is not a drain.”', 'Friends of the Wyr'],
    ['A Home Office spokesperson said: “We do not comment.”', 'Home Office'],
    ['“We do not comment,” a spokesman for the Department for Ferries said.', 'Department for Ferries'],
  ],
  'other ways to attribute': [
    ['From Nia Prosser, chair of the Harbour Board: | “We start in May.”', 'Nia Prosser'],
    ['Nia Prosser has responded to the report: | “We accept every word.”', 'Nia Prosser'],
    ['Responding to the report, Nia Prosser has issued the following statement: | “We accept it.”', 'Nia Prosser'],
    ['“We start in May.” | — Nia Prosser', 'Nia Prosser'],
    ['“We start in May.” (Nia Prosser, chair)', 'Nia Prosser'],
    ['The chair (Nia Prosser) said: “We start in May.”', 'Nia Prosser'],
    ['In the words of Nia Prosser: “We start in May.”', 'Nia Prosser'],
    ['Asked when, Nia Prosser replied: “May.”', 'Nia Prosser'],
    ['“We,” Nia Prosser said with a smile, “start in May.”', 'Nia Prosser'],
    ['Nia Prosser and Owen Bell said in a joint statement: “We agree.”', 'Nia Prosser and Owen Bell'],
    ['An aide to Owen Bell said: “He is tired.”', 'an aide'],
    ['The mother of Owen Bell said: “He is tired.”', '(The mother of Owen Bell)'],
    ['The mayor of Hexley said: “We start.” | Jo Beck is mayor.', '(The mayor of Hexley)'],
  ],
};

describe.each(Object.entries(styles))('%s', (_style, cases) => {
  test.each(cases.map(([text, ...names]) => [text, names] as const))('%s', (text, names) => {
    expect(speakers(text)).toEqual(names);
  });
});
