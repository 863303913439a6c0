import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { isSame } from '../../shared/same';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';

type Props = {
  readonly topics: readonly string[];
  /** Those of the newsroom's settings. */
  readonly offered: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (topics: readonly string[]) => void;
};

/** The topics with the one that these words are; the same where they are none, or one of them. */
const withTopic = (topics: readonly string[], words: string): readonly string[] => {
  const topic = words.replace(/\s+/g, ' ').trim();
  const isThere = topics.some((each) => each.toLowerCase() === topic.toLowerCase());
  return topic === '' || isThere ? topics : [...topics, topic];
};

/**
 * What the release is about, a few words each. Enter or a comma ends one. The one that is being typed is among them from
 * its first letter, so that it is saved as everything else is, and stands in the list once it is ended.
 */
export const TopicsField = ({ topics: all, offered, readOnly, onChange }: Props) => {
  const [typed, setTyped] = useState('');
  /** The topic that is being typed, as it stands among the others. */
  const [begun, setBegun] = useState<string | null>(null);
  const id = useId();
  const topics = begun !== null && all.at(-1) === begun ? all.slice(0, -1) : all;
  /** Ends some topics, and goes on with what is typed. */
  const take = (ended: readonly string[], words: string): void => {
    const known = ended.reduce(withTopic, topics);
    const next = withTopic(known, words);
    setTyped(words);
    setBegun(next[known.length] ?? null);
    if (!isSame(next, all)) onChange(next);
    const added = known.slice(topics.length).join(', ');
    if (added !== '') announce(`Topic added: ${added}`);
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
              const parts = event.target.value.split(',');
              take(parts.slice(0, -1), parts.at(-1) ?? '');
            }}
            onBlur={() => {
              take([typed], '');
            }}
            onKeyDown={(event) => {
              // While a word is put together from several keys, Enter only ends it.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              take([typed], '');
            }}
          />
        </>
      )}
    </section>
  );
};
