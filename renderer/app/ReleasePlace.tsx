import { useEffect, useState } from 'react';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { VersionHash } from '../../shared/release/model';
import { bridge } from '../bridge';
import { BesidePanel } from '../compare/beside/BesidePanel';
import { ComparePane } from '../compare/ComparePane';
import { Editor } from '../editor/Editor';
import { HistoryScreen } from '../history/HistoryScreen';
import { ReviewScreen } from '../review/ReviewScreen';
import { NewsroomList } from './NewsroomList';
import { type Between, editorKey } from './navigation';
import type { NewsroomWork } from './use-newsroom';

type Props = { readonly work: NewsroomWork; readonly open: OpenRelease; readonly who: string };

/** The screens about the open release: its page, its versions side by side, its drafts and its history. */
export const ReleasePlace = ({ work, open, who }: Props) => {
  const { newsroom, place, leave, move, back, saveBefore } = work;
  const { settings } = newsroom;
  const { people } = newsroom.people;
  const mayWrite = work.mayWrite && open.later !== true;
  /** It was published, agreed, sent, opened for a change: what follows now is gone to. */
  const showMoved = (moved: OpenRelease): void => void work.showChanged(moved, { next: true });
  const compare = (before: Between['before'], after: Between['after']): void =>
    void leave(() => move({ to: 'compare', between: { before, after } }));

  /** The version that stands beside the page while it is written; null for the one most likely wanted. */
  const [beside, setBeside] = useState<{ readonly version: VersionHash | null } | null>(null);
  const isWriting = place.screen === 'editor';
  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        if (command === 'write-beside' && isWriting) setBeside((now) => (now === null ? { version: null } : null));
      }),
    [isWriting],
  );

  switch (place.screen) {
    case 'editor':
      return (
        <Editor
          key={editorKey(open.release.id, place.count)}
          open={open}
          mayWrite={mayWrite}
          isUnsaved={place.recovery?.outcome === 'unsaved'}
          settings={settings}
          people={people}
          who={who}
          list={<NewsroomList work={work} />}
          beside={
            beside === null
              ? null
              : (text) => (
                  <BesidePanel
                    key={`${open.release.id} ${beside.version ?? ''}`}
                    release={open.release.id}
                    text={text}
                    people={people}
                    settings={settings}
                    version={beside.version}
                    onClose={() => setBeside(null)}
                  />
                )
          }
          listShown={place.listShown}
          onToggleList={work.toggleList}
          goTo={place.goTo}
          onPeople={work.changePeople}
          onShow={(id, quote) => void leave(() => work.openRelease(id, { quote }))}
          onOpen={showMoved}
          onSaved={work.changeRow}
          onCompare={() => void leave(() => move({ to: 'compare' }))}
          onChoose={() => void work.openRelease(open.release.id)}
          onHistory={() => void leave(() => move({ to: 'history' }))}
          onReview={(toAgree) => void leave(() => move({ to: 'review', toAgree }))}
          onRemove={() => work.askToRemove(open.release.id, open.release.headline)}
          saveBefore={saveBefore}
        />
      );
    case 'compare':
      return (
        <ComparePane
          open={open}
          people={people}
          settings={settings}
          releases={newsroom.releases}
          key={place.beside}
          beside={work.choice?.version ?? place.beside}
          between={place.between}
          onBack={() => void work.goBack()}
          onWriteBeside={
            mayWrite
              ? (version) => {
                  setBeside({ version });
                  void back();
                }
              : null
          }
          saveBefore={saveBefore}
        />
      );
    case 'review':
      return (
        <ReviewScreen
          open={open}
          settings={settings}
          people={people}
          who={who}
          mayWrite={mayWrite}
          toAgree={place.toAgree}
          onBack={() => void work.goBack()}
          onAgreed={showMoved}
          onCompare={compare}
        />
      );
    case 'history':
      return (
        <HistoryScreen
          open={open}
          settings={settings}
          onBack={() => void work.goBack()}
          onRestored={(changed) => void work.showChanged(changed)}
          onCompare={compare}
        />
      );
    default:
      return null;
  }
};
