import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './combobox.css';

export type ComboOption = { readonly id: string; readonly label: string; readonly hint: string };

type Props = {
  readonly label: string;
  readonly value: string;
  /** What fits what is typed, best first. */
  readonly options: readonly ComboOption[];
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
  readonly onPick: (id: string) => void;
};

/** A field of text that offers what fits (WAI-ARIA combobox pattern, list autocomplete): arrows, Enter to take, Esc to close. */
export const Combobox = ({ label, value, options, autoFocus, required, onChange, onPick }: Props) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const shown = isOpen && options.length > 0;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const pick = (option: ComboOption): void => {
    setOpen(false);
    setActive(-1);
    onPick(option.id);
  };
  /** Under a press the list stays until that is let go: what stands below it would move away from under the pointer. */
  const close = (): void => {
    if (document.querySelector(':active') === null) setOpen(false);
    else window.addEventListener('pointerup', () => setOpen(false), { once: true });
  };
  const onKeys = (event: KeyboardEvent): void => {
    // While a word is put together from several keys, they are the input method’s.
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(shown ? (active + step + options.length) % options.length : step === 1 ? 0 : options.length - 1);
    } else if (event.key === 'Enter' && shown && chosen !== undefined) pick(chosen);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className="field combobox">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="f"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        {...(shown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        autoFocus={autoFocus}
        required={required}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onChange(event.target.value);
        }}
        onKeyDown={onKeys}
        onBlur={close}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="What fits" hidden={!shown}>
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus while something is taken.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.label}
            {option.hint !== '' && <span className="meta">{option.hint}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
