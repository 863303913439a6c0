import { useEffect, useId, useRef, type ReactNode } from 'react';
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
  useEffect(() => {
    const element = dialog.current;
    invariant(element !== null, 'a dialog is on the page when it is shown');
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          flushSync(() => onSubmit?.());
          form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }}
      >
        <h2 id={heading}>{title}</h2>
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
