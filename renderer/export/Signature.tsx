import { useEffect, useState } from 'react';
import { bridge } from '../bridge';
import { ProblemNote } from '../ui/ProblemNote';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';

/** Whether the bundle is signed, by which key, and the way to sign it from now on. */
export const Signature = () => {
  const [key, setKey] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    void bridge.export.signing().then((answer) => {
      if (answer.ok) setKey(answer.value);
      else setFault(answer.fault.message);
    });
  }, []);
  const make = async (): Promise<void> => {
    const made = await bridge.export.makeKey();
    setFault(made.ok ? '' : made.fault.message);
    if (!made.ok) return;
    setKey(made.value);
    announce('A signing key was made. Bundles are signed from now on.');
  };
  return (
    <section aria-labelledby="signature">
      <h2 id="signature">
        Signature <span className="meta">{key === null ? 'not signed' : 'signed'}</span>
      </h2>
      {key === null ? (
        <p className="meta">
          A signature shows the web team that the bundle is yours. The key stays in this computer’s keychain.
        </p>
      ) : (
        <>
          <p className="meta">The public key, for the web team: they check with minisign, or with standfirst verify.</p>
          <output className="key" aria-label="Public key">
            {key}
          </output>
        </>
      )}
      {fault !== '' && <ProblemNote>{fault}</ProblemNote>}
      {key === null && (
        <div className="acts">
          <Button onClick={() => void make()}>Make a signing key</Button>
        </div>
      )}
    </section>
  );
};
