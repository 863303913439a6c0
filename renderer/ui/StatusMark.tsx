import './status-mark.css';

/** The five lots of a thing that must be settled, worst last in no particular order: each has its own shape. */
export type MarkStatus = 'no speaker' | 'needs approval' | 'approved' | 'changed since approval' | 'no approval needed';

export const STATUS_CLASS: Readonly<Record<MarkStatus, string>> = {
  'no speaker': 'nospeaker',
  'needs approval': 'needs',
  approved: 'approved',
  'changed since approval': 'changed',
  'no approval needed': 'notneeded',
};

type Props = { readonly status: MarkStatus; readonly label?: string };

/** The shape of a status, drawn to be told apart in one colour and at 12 px. Without a label it is only an ornament. */
export const StatusMark = ({ status, label }: Props) => (
  <svg
    className={`st ${STATUS_CLASS[status]}`}
    viewBox="0 0 16 16"
    focusable="false"
    {...(label === undefined || label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {SHAPES[status]}
  </svg>
);

const SHAPES: Readonly<Record<MarkStatus, React.ReactNode>> = {
  'no speaker': (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2.4 1.7" />
      <path
        d="M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.4" r=".95" fill="currentColor" />
    </>
  ),
  'needs approval': <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="2" />,
  approved: (
    <>
      <circle cx="8" cy="8" r="7.25" fill="currentColor" />
      <path
        className="st-sign"
        d="m4.7 8.2 2.3 2.3 4.3-4.7"
        fill="none"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'changed since approval': (
    <>
      <path d="M8 .9 15.4 14.6H.6Z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
      <path className="st-sign" d="M8 5.6v4.2" strokeWidth="1.9" strokeLinecap="round" />
      <circle className="st-dot" cx="8" cy="12.2" r="1.05" />
    </>
  ),
  'no approval needed': (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
};
