import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';

type Props = {
  readonly topics: readonly string[];
  /** Those of the newsroom's settings. */
  readonly offered: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (topics: readonly string[]) => void;
};

/** What the release is about, a few words each. Enter or a comma ends one. */
export const TopicsField = ({ topics, offered, readOnly, onChange }: Props) => {
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (words: string): void => {
    const topic = words.replace(/\s+/g, ' ').trim();
    setTyped('');
    if (topic === '' || topics.some((each) => each.toLowerCase() === topic.toLowerCase())) return;
    onChange([...topics, topic]);
    announce(`Topic added: ${topic}`);
  };
  return (
    <section className="topics" aria-labelledby={`${id}-title`}>
      <h2 className="part" id={`${id}-title`}>
        Topics
      </h2>
      {topics.length === 0 && readOnly && <p className="meta">None.</p>}
      <ul>
        {topics.map((topic) => (
          <li key={topic}>
            {topic}
            {!readOnly && (
              <Button
                kind="ghost"
                aria-label={`Remove topic: ${topic}`}
                onClick={() => {
                  onChange(topics.filter((each) => each !== topic));
                  announce(`Topic removed: ${topic}`);
                }}
              >
                <X className="i" aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <>
          <datalist id={`${id}-offered`}>
            {offered
              .filter((topic) => !topics.includes(topic))
              .map((topic) => (
                <option key={topic} value={topic} />
              ))}
          </datalist>
          <input
            className="f"
            list={`${id}-offered`}
            aria-label="Add a topic"
            placeholder="Add a topic"
            value={typed}
            autoComplete="off"
            onChange={(event) => {
              const [first = '', ...others] = event.target.value.split(',');
              if (others.length > 0) add(first);
              else setTyped(first);
            }}
            onBlur={() => {
              add(typed);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add(typed);
            }}
          />
        </>
      )}
    </section>
  );
};
