import type { LucideIcon } from 'lucide-react';

type Props = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly words: string;
  readonly onChoose: () => void;
};

/** One way into a newsroom: what it is called and what it will do. */
export const Way = ({ icon: Icon, name, words, onChoose }: Props) => (
  <li>
    <button type="button" onClick={onChoose}>
      <Icon className="i" aria-hidden="true" />
      <span>
        <b>{name}</b> {words}
      </span>
    </button>
  </li>
);
