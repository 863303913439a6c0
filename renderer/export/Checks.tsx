import { Check, CircleCheck } from 'lucide-react';
import type { CheckCode, Finding } from '../../shared/archive/model';
import type { ReleaseId } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { StatusMark, type MarkStatus } from '../ui/StatusMark';
import { blockers, passedChecks } from './report';

/** Where a finding is: in which release, and there at a quote or at a place in the text; or in the settings. */
export type FindingPlace =
  | (Pick<Finding, 'quote' | 'at'> & { readonly release: ReleaseId })
  | { readonly settings: NonNullable<Finding['settings']> };

type Props = {
  readonly findings: readonly Finding[];
  readonly preview: boolean;
  readonly onGoTo: (place: FindingPlace) => void;
  readonly onOverride: (finding: Finding) => void;
};

const TITLES: Readonly<Record<CheckCode, { readonly words: string; readonly mark: MarkStatus }>> = {
  'quote-no-speaker': { words: 'A quote has no speaker', mark: 'no speaker' },
  'quote-needs-approval': { words: 'A quote is not approved', mark: 'needs approval' },
  'quote-changed': { words: 'A quote has changed since approval', mark: 'changed since approval' },
  'quote-outside-body': { words: 'A quote stands outside the body', mark: 'no speaker' },
  'media-only-contact': { words: 'A contact for the media only is in the text', mark: 'changed since approval' },
  'image-not-described': { words: 'An image is not described', mark: 'needs approval' },
  'image-missing': { words: 'An image’s file is missing', mark: 'changed since approval' },
  'missing-headline': { words: 'A headline is missing', mark: 'changed since approval' },
  'missing-date': { words: 'A date is missing', mark: 'changed since approval' },
  'missing-standfirst': { words: 'A standfirst is missing', mark: 'needs approval' },
  'placeholder-left': { words: 'Something was left to be filled in', mark: 'needs approval' },
  'embargo-line': { words: 'A line in the text speaks of an embargo', mark: 'changed since approval' },
  'dead-link': { words: 'A link leads nowhere', mark: 'needs approval' },
  'same-address': { words: 'Two releases have one address', mark: 'changed since approval' },
  'lost-address': { words: 'An address would answer no more', mark: 'changed since approval' },
  'template-broken': { words: 'A template of the organisation’s look is broken', mark: 'changed since approval' },
  'look-unreadable': { words: 'A colour of the look cannot be read', mark: 'changed since approval' },
  'frozen-text-altered': { words: 'A published text was altered', mark: 'changed since approval' },
  'withheld-text-found': { words: 'Withheld words stand in the bundle', mark: 'changed since approval' },
};

/** The checks: what stops the export first, then what somebody let pass, then what is in order. */
export const Checks = ({ findings, preview, onGoTo, onOverride }: Props) => {
  const stops = blockers(findings);
  const passed = passedChecks(findings);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">
        Checks <span className="meta">{stopWords(stops.length, preview)}</span>
      </h2>
      <ul>
        {stops.map((finding, index) => (
          <li className="chk" key={index}>
            <StatusMark status={TITLES[finding.code].mark} />
            <div>
              <b>{TITLES[finding.code].words}</b>
              <Where finding={finding} />
              <Ways finding={finding} onGoTo={onGoTo} onOverride={onOverride} />
            </div>
          </li>
        ))}
        {findings.map(({ override, ...finding }, index) =>
          override === null ? null : (
            <li className="chk" key={`let pass ${index}`}>
              <CircleCheck className="i" aria-hidden="true" />
              <div>
                <b>{TITLES[finding.code].words}: let pass</b>
                <Where finding={{ ...finding, override }} />
                <p className="meta">{`${override.by}: “${override.reason}”`}</p>
              </div>
            </li>
          ),
        )}
        {passed.map((words) => (
          <li className="chk ok" key={words}>
            <Check className="i" aria-hidden="true" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const stopWords = (count: number, preview: boolean): string => {
  const who = count === 0 ? 'Nothing' : String(count);
  if (preview) return `${who} would stop the export then`;
  return `${who} ${count < 2 ? 'stops' : 'stop'} the export`;
};

const Where = ({ finding }: { readonly finding: Finding }) => (
  <>
    <p>{finding.message}</p>
    <p className="place">
      In <cite dir="auto">{finding.headline === '' ? 'a release without a headline' : finding.headline}</cite>
    </p>
  </>
);

/** Where one goes from a finding. A folder that cannot be read has no release to go to: its message says where it lies. */
const Ways = ({ finding, onGoTo, onOverride }: Omit<Props, 'findings' | 'preview'> & { readonly finding: Finding }) => {
  const { release, quote, words, at, settings } = finding;
  if (settings !== undefined)
    return (
      <div className="acts">
        <Button onClick={() => onGoTo({ settings })}>Go to the settings</Button>
      </div>
    );
  if (release === null) return null;
  return (
    <div className="acts">
      <Button onClick={() => onGoTo({ release, quote, ...(at === undefined ? {} : { at }) })}>
        {quote !== null ? 'Go to the quote' : at === undefined ? 'Go to the release' : 'Go to its place'}
      </Button>
      {words !== null && <Button onClick={() => onOverride(finding)}>Override…</Button>}
    </div>
  );
};
