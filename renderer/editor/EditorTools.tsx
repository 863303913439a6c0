import type { LexicalEditor } from 'lexical';
import { PanelRight } from 'lucide-react';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Quote } from '../../shared/quotes/model';
import { STATUS_WORDS } from '../../shared/quotes/status-words';
import type { Release } from '../../shared/release/model';
import { StatusMark } from '../ui/StatusMark';
import type { Place } from './commands';
import { ReleaseActions } from './ReleaseActions';
import type { Session } from './session';
import type { TextDialog } from './TextDialogs';
import { Toolbar } from './Toolbar';
import { worstStatus } from './words';

type Props = {
  readonly release: Release;
  readonly session: Session;
  readonly mayWrite: boolean;
  /** Why nothing is written in it now; null where one may. */
  readonly frozen: string | null;
  /** The text that had the caret last, and where in it the caret is. */
  readonly editor: LexicalEditor;
  readonly place: Place;
  readonly quotes: readonly Quote[];
  readonly quotesShown: boolean;
  readonly listShown: boolean;
  readonly onOpen: (open: OpenRelease) => void;
  readonly onToggleList: () => void;
  readonly onDialog: (which: TextDialog) => void;
  readonly onImage: () => void;
  readonly onCompare: () => void;
  readonly onMediaCopy: () => void;
  readonly onHistory: () => void;
  readonly onReview: (toAgree: boolean) => void;
  readonly onRemove: () => void;
  readonly onShowQuotes: () => void;
  readonly onToggleQuotes: () => void;
};

/** The bar above the page: the text's tools, what is done with the release, and the way to its quotes. */
export const EditorTools = (props: Props) => {
  const { release, session, mayWrite, frozen, editor, place, quotes, quotesShown } = props;
  const worst = worstStatus(quotes);
  return (
    <Toolbar
      {...{ editor, place, frozen }}
      listShown={props.listShown}
      onToggleList={props.onToggleList}
      onDialog={props.onDialog}
      onImage={props.onImage}
    >
      <ReleaseActions
        {...{ release, session, mayWrite, quotes }}
        onOpen={props.onOpen}
        onCompare={props.onCompare}
        onMediaCopy={props.onMediaCopy}
        onHistory={props.onHistory}
        onReview={props.onReview}
        onRemove={props.onRemove}
      />
      <button type="button" className="b quotes-button" onClick={props.onShowQuotes}>
        <StatusMark status={worst} label={STATUS_WORDS[worst]} /> {quotes.length}{' '}
        {quotes.length === 1 ? 'quote' : 'quotes'}
      </button>
      <button
        type="button"
        className={`b g quotes-toggle${quotesShown ? ' on' : ''}`}
        aria-label={quotesShown ? 'Hide the quotes' : 'Show the quotes'}
        onClick={props.onToggleQuotes}
      >
        <PanelRight className="i" aria-hidden="true" />
      </button>
    </Toolbar>
  );
};
