import { useId, type ComponentProps, type ReactNode } from 'react';
import './button.css';

type Props = Omit<ComponentProps<'button'>, 'disabled' | 'type' | 'className'> & {
  readonly kind?: 'primary' | 'plain' | 'ghost' | 'link';
  readonly big?: boolean;
  /** Why it cannot be pressed now. It keeps its focus and tells the reason; pressing does nothing. */
  readonly unavailable?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
};

const KINDS = { primary: 'b p', plain: 'b', ghost: 'b g', link: 'lk' } as const;

/** A button. It says in words what happens. */
export const Button = ({ kind = 'plain', big, unavailable, className, children, onClick, ...rest }: Props) => {
  const reason = useId();
  const isUnavailable = unavailable !== undefined;
  const name = [KINDS[kind], big === true ? 'big' : '', className ?? ''].filter((part) => part !== '').join(' ');
  return (
    <>
      <button
        {...rest}
        type="button"
        className={name}
        {...(isUnavailable ? { 'aria-disabled': true, 'aria-describedby': reason, title: unavailable } : { onClick })}
      >
        {children}
      </button>
      {isUnavailable && (
        <span id={reason} className="vh">
          {unavailable}
        </span>
      )}
    </>
  );
};
