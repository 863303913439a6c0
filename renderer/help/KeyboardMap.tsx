import { useEffect, useState } from 'react';
import type { Shortcut } from '../../shared/ipc/contract';
import { bridge } from '../bridge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { counted } from '../ui/dates';
import { PAGE_KEYS } from './page-keys';
import './keyboard-map.css';

type Props = { readonly onClose: () => void };

/** Every key there is: those of the menus, as the menus have them, and those of lists and panels. Words narrow it. */
export const KeyboardMap = ({ onClose }: Props) => {
  const [menus, setMenus] = useState<readonly Shortcut[]>([]);
  const [words, setWords] = useState('');
  useEffect(() => {
    let isHere = true;
    void bridge.app.shortcuts().then((found) => {
      if (isHere) setMenus(found.filter(({ keys }) => keys !== ''));
    });
    return () => {
      isHere = false;
    };
  }, []);
  const rows = [...menus, ...PAGE_KEYS].filter(fits(words));
  const groups = [...new Set(rows.map(({ menu }) => menu))];
  return (
    <Dialog title="Keyboard map" wide onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <TextField label="Find a command or a key" value={words} autoFocus onChange={setWords} />
      <p className="vh" role="status">
        {words.trim() === '' ? '' : `${counted(rows.length, 'command')} found`}
      </p>
      <div className="keyboard-map" tabIndex={0} role="region" aria-label="Commands and their keys">
        {groups.map((menu) => (
          <table key={menu}>
            <caption>{menu}</caption>
            <tbody>
              {rows
                .filter((row) => row.menu === menu)
                .map(({ command, keys }) => (
                  <tr key={`${command} ${keys}`}>
                    <th scope="row">{command}</th>
                    <td>
                      <kbd>{keys}</kbd>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
        {rows.length === 0 && <p>No command has “{words.trim()}” in its name or its keys.</p>}
      </div>
    </Dialog>
  );
};

/** Every word is looked for in the menu, the command and the keys. */
const fits =
  (words: string) =>
  ({ menu, command, keys }: Pick<Shortcut, 'menu' | 'command' | 'keys'>): boolean => {
    const text = `${menu} ${command} ${keys}`.toLocaleLowerCase('en-GB');
    return words
      .toLocaleLowerCase('en-GB')
      .split(/\s+/)
      .every((word) => text.includes(word));
  };
