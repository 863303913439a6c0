import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { invariant } from '../../shared/assert';
import type { Fault } from '../../shared/fault';
import { Bar } from './Bar';
import './dialog.css';
import { TYPED_WORDS } from './typed-words';

type Props = {
  readonly title: string;
  /** Wider than a form needs, for something to be read; `most` for two things beside each other. */
  readonly wide?: boolean | 'most';
  /** Esc, or a press on the way out. The dialog stays until its owner takes it away. */
  readonly onClose: () => void;
  /** The Enter key in a field, and the `submit` of its button. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
  /** Why what was asked for here could not be done: it stays, with what was typed. */
  readonly fault?: Fault | null;
  /** The buttons, the way on last. */
  readonly actions: ReactNode;
};

/**
 * A dialog: the browser's own, so that the rest cannot be reached while it is open. Focus comes back to where it was when
 * it goes; Esc asks its owner to close it. The element that is to have focus first carries `autoFocus`; the first field
 * that a submit finds wrong has it next.
 */
export const Dialog = ({ title, wide = false, onClose, onSubmit, children, fault = null, actions }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const first = document.activeElement;
    // What stands in the first field is a proposal: typing puts other words in its place, as in any dialog of the system. Chosen as
    // it opens and no later, or the first key that was typed would be chosen with it.
    if (first instanceof HTMLInputElement && dialog.current?.contains(first) === true) first.select();
  }, []);
  useEffect(() => {
    const element = dialog.current;
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return (
    <dialog
      ref={dialog}
      className={['dialog', wide === 'most' ? 'widest' : wide ? 'wide' : ''].join(' ').trim()}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onInput={(event) => {
        // A name or a date is soon typed again; what takes lines is not.
        if (event.target instanceof HTMLTextAreaElement) event.currentTarget.setAttribute(TYPED_WORDS, '');
      }}
    >
      {/* What is wrong is said by us, all of it and in one language, not by the browser. */}
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          flushSync(() => onSubmit?.());
          form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      >
        <Opening id={heading} title={title} />
        <div className="dialog-body">{children}</div>
        {fault !== null && (
          <Bar kind="stop" title={fault.message}>
            <p>{fault.where ?? 'Nothing was changed. What you typed is still here.'}</p>
          </Bar>
        )}
        <div className="dialog-acts">{actions}</div>
      </form>
    </dialog>
  );
};

/**
 * The dialog's heading, which opens it: effects run in the order of the page, so that it is open before what stands below takes
 * the focus. `autoFocus` does nothing in a dialog that is still shut.
 */
const Opening = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const dialog = heading.current?.closest('dialog');
    invariant(dialog, 'a dialog is on the page when it is shown');
    dialog.showModal();
  }, []);
  return (
    <h2 id={id} ref={heading}>
      {title}
    </h2>
  );
};
