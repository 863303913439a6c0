import type { BackupState } from '../../shared/backup/model';
import type { RestoredNewsroom } from '../../shared/ipc/contract';
import { BackupScreen } from '../backup/BackupScreen';
import { CatalogueScreen } from '../import/CatalogueScreen';
import { ExportScreen } from '../export/ExportScreen';
import { ImportScreen } from '../import/ImportScreen';
import { TrashScreen } from '../newsroom/TrashScreen';
import { PeopleScreen } from '../people/PeopleScreen';
import { RegisterScreen } from '../register/RegisterScreen';
import { REGISTER_START } from '../register/place';
import { SettingsScreen } from '../settings/SettingsScreen';
import { ReleasePlace } from './ReleasePlace';
import type { NewsroomWork } from './use-newsroom';

export type ScreenProps = {
  readonly work: NewsroomWork;
  readonly who: string;
  readonly backup: BackupState;
  readonly onRestored: (restored: RestoredNewsroom) => void;
};

/** The screen that stands in front of the writer, by the place they are at; where nothing is open, none. */
export const ScreenPlace = ({ work, who, backup, onRestored }: ScreenProps) => {
  const { newsroom, place, mayWrite, move, saveBefore } = work;
  const { settings } = newsroom;
  const { people } = newsroom.people;
  const goBack = (): void => void work.goBack();
  /** Out of an import by hand: what was filled in there is thrown away. */
  const leaveIt = (): void => void work.goBackAnyway();

  switch (place.screen) {
    case 'editor':
    case 'compare':
    case 'review':
    case 'history':
      return place.open === null ? null : <ReleasePlace work={work} open={place.open} who={who} />;
    case 'people':
      return (
        <PeopleScreen
          key={place.person}
          people={people}
          settings={settings}
          mayWrite={mayWrite}
          person={place.person}
          onPeople={work.changePeople}
          onBack={goBack}
          onQuotes={(speaker) => {
            work.setRegister({ ...REGISTER_START, filter: { ...REGISTER_START.filter, speaker } });
            move({ to: 'register', from: speaker });
          }}
          saveBefore={saveBefore}
        />
      );
    case 'register':
      return (
        <RegisterScreen
          settings={settings}
          people={people}
          place={work.register}
          onPlace={work.setRegister}
          onBack={goBack}
          onOpen={({ release, quote }) => void work.openRelease(release, { quote })}
          onPerson={(person) => move({ to: 'people', person, fromRegister: true })}
        />
      );
    case 'settings':
      return (
        <SettingsScreen
          key={place.find}
          settings={settings}
          mayWrite={mayWrite}
          find={place.find}
          onSettings={work.changeSettings}
          onBack={goBack}
          saveBefore={saveBefore}
        />
      );
    case 'trash':
      return <TrashScreen settings={settings} onBack={goBack} />;
    case 'backups':
      return (
        <BackupScreen settings={settings} state={backup} mayWrite={mayWrite} onBack={goBack} onRestored={onRestored} />
      );
    case 'export':
      return (
        <ExportScreen
          settings={settings}
          onBack={goBack}
          onGoTo={(place) => {
            if ('settings' in place) {
              move({ to: 'settings', find: place.settings });
              return;
            }
            const { release, quote, at } = place;
            void work.openRelease(release, quote ? { quote: quote.key } : at ? { at } : null);
          }}
        />
      );
    case 'import':
      return (
        <ImportScreen
          settings={settings}
          onBack={goBack}
          onLeave={leaveIt}
          onBrought={(open) => void work.showChanged(open)}
        />
      );
    case 'catalogue':
      return <CatalogueScreen settings={settings} onBack={goBack} onLeave={leaveIt} />;
  }
};
