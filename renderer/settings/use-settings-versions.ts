import { useEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings, SettingsVersion } from '../../shared/newsroom/model';
import { bridge } from '../bridge';

/** How the settings stood after each change, newest first; read anew whenever those that are saved change. */
export const useSettingsVersions = (
  settings: NewsroomSettings,
  onFault: (fault: Fault) => void,
): readonly SettingsVersion[] => {
  const [versions, setVersions] = useState<readonly SettingsVersion[]>([]);
  useEffect(() => {
    let isHere = true;
    void bridge.newsroom.settingsVersions().then((answer) => {
      if (!isHere) return;
      if (answer.ok) setVersions(answer.value);
      else onFault(answer.fault);
    });
    return () => {
      isHere = false;
    };
  }, [settings, onFault]);
  return versions;
};
