import { Combine, Equal, EqualNot, Minus, MoveVertical, Plus, Split, Type } from 'lucide-react';
import type { BlockKind } from '../../shared/compare/model';

const SIGNS = {
  same: Equal,
  changed: EqualNot,
  moved: MoveVertical,
  'moved-changed': MoveVertical,
  added: Plus,
  removed: Minus,
  split: Split,
  joined: Combine,
  formatting: Type,
} as const satisfies Record<BlockKind, unknown>;

/** The class that gives a kind its colour, bar and sign. */
export const KIND_CLASS: Readonly<Record<BlockKind, string>> = {
  same: '',
  changed: 'chg',
  moved: 'moved',
  'moved-changed': 'moved',
  added: 'added',
  removed: 'removed',
  split: 'moved',
  joined: 'moved',
  formatting: 'fmt',
};

/** The sign of a kind of change; the words beside it say the same. */
export const Sign = ({ kind }: { readonly kind: BlockKind }) => {
  const Icon = SIGNS[kind];
  return <Icon className="i" aria-hidden="true" />;
};
