import type { LexicalEditor } from 'lexical';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Block, ReleaseId } from '../../shared/release/model';
import { ContactsField } from '../ui/ContactsField';
import { NotesField } from './NotesField';
import type { Fields } from './session';
import './page-end.css';
import { TopicsField } from './TopicsField';

type Props = {
  readonly release: ReleaseId;
  readonly fields: Fields;
  /** The notes as they were opened. */
  readonly notes: readonly Block[];
  /** Whose boilerplate every release ends with; it is written in the newsroom's settings. */
  readonly about: Pick<NewsroomSettings, 'organisation' | 'boilerplate'>;
  /** The topics of the newsroom's settings. */
  readonly offered: readonly string[];
  readonly readOnly: boolean;
  readonly onFocus: (editor: LexicalEditor) => void;
  readonly onChange: (change: Partial<Fields>) => void;
};

/** What follows the body: ENDS, notes to editors, media contacts, the boilerplate, topics. */
export const PageEnd = ({ release, fields, notes, about, offered, readOnly, onFocus, onChange }: Props) => (
  <div className="page-end">
    <p className="ends">ENDS</p>
    <h2 className="part">Notes to editors</h2>
    <NotesField
      first={notes}
      language={fields.language}
      onChange={(changed) => {
        onChange({ notes: changed });
      }}
      {...{ release, readOnly, onFocus }}
    />
    <ContactsField
      contacts={fields.contacts}
      readOnly={readOnly}
      onChange={(contacts) => {
        onChange({ contacts });
      }}
    />
    <section className="about" aria-label="Boilerplate">
      <h2 className="part">About {about.organisation}</h2>
      <p className={about.boilerplate === '' ? 'meta' : undefined}>
        {about.boilerplate === ''
          ? 'The boilerplate of the newsroom’s settings stands here, in the media copy and on the website. It is not written yet.'
          : about.boilerplate}
      </p>
    </section>
    <TopicsField
      topics={fields.topics}
      offered={offered}
      readOnly={readOnly}
      onChange={(topics) => {
        onChange({ topics });
      }}
    />
  </div>
);
