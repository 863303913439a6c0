import type { LexicalEditor } from 'lexical';
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
  /** The topics of the newsroom's settings. */
  readonly offered: readonly string[];
  readonly readOnly: boolean;
  readonly onFocus: (editor: LexicalEditor) => void;
  readonly onChange: (change: Partial<Fields>) => void;
};

/** What follows the body: ENDS, notes to editors, media contacts, topics. */
export const PageEnd = ({ release, fields, notes, offered, readOnly, onFocus, onChange }: Props) => (
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
