import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import { type KeyboardEvent, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { Button } from '../../ui/Button';
import type { Session } from '../session';
import './find.css';
import { selectPlace } from './show-place';
import { askedWords, partWords, useFind } from './use-find';
import { useFoundHighlights } from './use-found-highlights';

/** What keys and menu items ask of the bar while it stands. */
export type FindCalls = { readonly step: (by: 1 | -1) => void; readonly focus: (on: 'words' | 'replacement') => void };

type Props = {
  readonly session: Session;
  readonly body: LexicalEditor;
  readonly readOnly: boolean;
  readonly first: 'words' | 'replacement';
  readonly calls: Ref<FindCalls>;
  readonly onClose: () => void;
};

/** Finds and replaces in the open release: fields, body and notes. Escape goes back to the text, at the place looked at. */
export const FindBar = ({ session, body, readOnly, first, calls, onClose }: Props) => {
  const find = useFind(session, body);
  const { wanted, places, current, asked, told } = find;
  const [by, setBy] = useState('');
  const words = useRef<HTMLInputElement>(null);
  const replacement = useRef<HTMLInputElement>(null);
  useFoundHighlights(find.texts(), places, current);
  const focus = (on: 'words' | 'replacement'): void => {
    const field = on === 'replacement' && !readOnly ? replacement.current : words.current;
    field?.focus();
    field?.select();
  };
  useImperativeHandle(calls, () => ({ step: find.step, focus }));
  useLayoutEffect(() => {
    focus(first === 'replacement' && words.current?.value !== '' ? 'replacement' : 'words');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as it opens
  }, []);

  const close = (): void => {
    const place = current === null ? undefined : places[current];
    if (place !== undefined) selectPlace(find.texts(), place);
    else body.getRootElement()?.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is put together from several keys, they are the input method’s.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === words.current) find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && event.target === replacement.current) find.replaceOne(by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const here = current === null ? undefined : places[current];
  const count =
    wanted.words === ''
      ? ''
      : places.length === 0
        ? told || 'Not found'
        : current === null
          ? `${String(places.length)} found`
          : `${String(current + 1)} of ${String(places.length)}${here ? partWords(here) : ''}`;
  const none = places.length === 0 ? 'There is no place to go to' : undefined;

  return (
    <search
      className="find-bar"
      aria-label="Find in this release"
      data-region="find"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="line">
        <label>
          <span>Find</span>
          <input
            ref={words}
            className="f"
            value={wanted.words}
            aria-describedby="find-count"
            onChange={(event) => {
              find.want({ words: event.target.value });
            }}
          />
        </label>
        <Button
          kind="ghost"
          aria-label="Previous place"
          title="Previous place (Shift Enter)"
          unavailable={none}
          onClick={() => find.step(-1)}
        >
          <ChevronUp className="i" aria-hidden="true" />
        </Button>
        <Button
          kind="ghost"
          aria-label="Next place"
          title="Next place (Enter)"
          unavailable={none}
          onClick={() => find.step(1)}
        >
          <ChevronDown className="i" aria-hidden="true" />
        </Button>
        <span className="meta count" id="find-count" role="status">
          {told !== '' && places.length > 0 ? `${told} · ${count}` : count}
        </span>
        <label className="tick">
          <input
            type="checkbox"
            checked={wanted.matchCase}
            onChange={(event) => find.want({ matchCase: event.target.checked })}
          />
          Match case
        </label>
        <label className="tick">
          <input
            type="checkbox"
            checked={wanted.wholeWords}
            onChange={(event) => find.want({ wholeWords: event.target.checked })}
          />
          Whole words
        </label>
        <span className="sp" />
        <Button kind="ghost" aria-label="Close the find bar" title="Close (Escape)" onClick={close}>
          <X className="i" aria-hidden="true" />
        </Button>
      </div>
      {!readOnly && (
        <div className="line">
          <label>
            <span>Replace with</span>
            <input ref={replacement} className="f" value={by} onChange={(event) => setBy(event.target.value)} />
          </label>
          <Button unavailable={none} onClick={() => find.replaceOne(by)}>
            Replace
          </Button>
          <Button unavailable={none} onClick={() => find.replaceAll(by)}>
            Replace all
          </Button>
          {find.canUndo && (
            <Button kind="link" onClick={find.undo}>
              Undo the replacement
            </Button>
          )}
        </div>
      )}
      {asked !== null && (
        <div className="line asked" role="group" aria-label="Approved words">
          <p>{askedWords(asked.quotes)}</p>
          {asked.others.length > 0 && (
            <Button onClick={() => find.carryOut(asked.others, by)}>Replace the other {asked.others.length}</Button>
          )}
          <Button onClick={() => find.carryOut(asked.all, by)}>
            {asked.all.length === 1 ? 'Replace it all the same' : `Replace all ${String(asked.all.length)}`}
          </Button>
          <Button kind="link" onClick={find.leave}>
            Leave the words
          </Button>
        </div>
      )}
    </search>
  );
};
