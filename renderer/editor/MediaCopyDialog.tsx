import { useEffect, useState } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { type Release, isEditable } from '../../shared/release/model';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ProblemNote } from '../ui/ProblemNote';
import { announce } from '../ui/announce';
import { counted } from '../ui/dates';
import { useIssue } from '../ui/use-issue';
import './media-copy.css';

type Props = {
  readonly release: Release;
  readonly quotes: readonly Quote[];
  readonly flush: () => Promise<boolean>;
  readonly onClose: () => void;
};
type Form = 'print' | 'pdf' | 'text';
type Copy = { readonly text: string; readonly html: string };

const UNSETTLED: ReadonlySet<Quote['status']> = new Set(['no speaker', 'needs approval', 'changed since approval']);

/** The release as journalists get it: looked at, and sent on its way. What nobody approved is said first. */
export const MediaCopyDialog = ({ release, quotes, flush, onClose }: Props) => {
  const [copy, setCopy] = useState<Copy | null>(null);
  const [webCopy, setWebCopy] = useState<string | null>(null);
  const { fault, setFault, isBusy, issue } = useIssue<Form>({
    make: (form) => bridge.paper.issueMediaCopy(id, form),
    onDone: onClose,
  });
  const { id } = release;
  useEffect(() => {
    let isHere = true;
    const load = async (): Promise<void> => {
      if (!(await flush())) return;
      const made = await bridge.paper.mediaCopy(id);
      if (!isHere) return;
      if (!made.ok) return setFault(made.fault);
      setCopy(made.value);
      const web = await bridge.paper.webCopy(id);
      if (!isHere) return;
      if (web.ok) setWebCopy(web.value);
      else setFault(web.fault);
    };
    void load();
    return () => {
      isHere = false;
    };
  }, [id, flush, setFault]);

  const wait =
    copy === null && fault !== null ? 'There is none.' : isBusy || copy === null ? 'It is being made.' : undefined;
  const unsettled = isEditable(release) ? quotes.filter(({ status }) => UNSETTLED.has(status)).length : 0;
  return (
    <Dialog
      title="Media copy"
      wide="most"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <span className="sp" />
          <Button unavailable={wait} onClick={() => void issue('text')}>
            Save as text…
          </Button>
          <Button unavailable={wait} onClick={() => void issue('pdf')}>
            Save as PDF…
          </Button>
          <Button unavailable={wait} onClick={() => void issue('print')}>
            Print…
          </Button>
          <Button
            kind="primary"
            autoFocus
            unavailable={wait}
            onClick={() => {
              if (copy === null) return;
              putOnClipboard(copy);
              announce('Media copy copied');
              onClose();
            }}
          >
            Copy for e-mail
          </Button>
        </>
      }
    >
      {unsettled > 0 && (
        <p className="problem">
          {counted(unsettled, 'quote has', 'quotes have')} no speaker or no approval of these words. Whoever gets this
          copy may print them.
        </p>
      )}
      {(release.publication?.change ?? null) !== null && (
        <p>A change of this release is being written. What goes out is the text that is public now.</p>
      )}
      {fault !== null && (
        <ProblemNote>
          {fault.message} {fault.where}
        </ProblemNote>
      )}
      {copy !== null && (
        <div className="two-faces">
          <div>
            <h3>Media copy</h3>
            <pre
              className="media-copy"
              tabIndex={0}
              aria-label="Preview"
              role="region"
              lang={release.language}
              dir="auto"
            >
              {copy.text}
            </pre>
          </div>
          <div>
            <h3>Web copy</h3>
            {webCopy !== null && (
              <iframe
                className="web-copy"
                src={webCopy}
                sandbox="allow-same-origin"
                title="Web copy, as readers will have it"
              />
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
};

/** Both forms at once: the program in which it is pasted takes the one it knows. */
const putOnClipboard = ({ text, html }: Pick<Copy, 'text' | 'html'>): void => {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
};
