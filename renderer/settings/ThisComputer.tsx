import { useEffect, useState } from 'react';
import type { Preferences, Shortcut } from '../../shared/ipc/contract';
import { bridge } from '../bridge';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { Section } from './Section';

type Props = { readonly find: string };

const THEMES = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** What this computer keeps for its user, saved as it is changed, and the keys of every command. */
export const ThisComputer = ({ find }: Props) => {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    let isHere = true;
    void bridge.app.preferences().then((found) => {
      if (isHere) setPreferences(found);
    });
    void bridge.app.shortcuts().then((found) => {
      if (isHere) setShortcuts(found.filter(({ keys }) => keys !== ''));
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (preferences === null) return null;
  const { who, theme } = preferences;
  const menus = [...new Set(shortcuts.map(({ menu }) => menu))];
  return (
    <>
      <Section title="This computer" words="you your name appearance theme dark light" find={find}>
        <TextField
          label="Your name"
          value={who}
          fault={who.trim() === '' ? 'Write your name: approvals and publications carry it.' : ''}
          hint="For the record of who did what, from now on. What was done before keeps its name."
          maxLength={200}
          onChange={(typed) => {
            setPreferences({ ...preferences, who: typed });
            if (typed.trim() !== '') void bridge.app.setWho(typed.trim());
          }}
        />
        <SelectField
          label="Appearance"
          value={theme}
          options={THEMES}
          onChange={(chosen) => {
            const next = THEMES.find(([value]) => value === chosen)?.[0] ?? 'system';
            setPreferences({ ...preferences, theme: next });
            void bridge.app.setTheme(next);
          }}
        />
      </Section>
      <Section
        title="Keyboard shortcuts"
        words={`keys ${shortcuts.map(({ command }) => command).join(' ')}`}
        find={find}
      >
        {menus.map((menu) => (
          <table key={menu} className="keys">
            <caption>{menu}</caption>
            <tbody>
              {shortcuts
                .filter((each) => each.menu === menu)
                .map(({ command, keys }) => (
                  <tr key={command}>
                    <th scope="row">{command}</th>
                    <td>
                      <kbd>{keys}</kbd>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </Section>
    </>
  );
};
