import { ReleaseList } from '../newsroom/ReleaseList';
import type { NewsroomWork } from './use-newsroom';

/** The list of releases, with the ways that lead from it. */
export const NewsroomList = ({ work }: { readonly work: NewsroomWork }) => {
  const { leave, move } = work;
  return (
    <ReleaseList
      newsroom={work.newsroom}
      place={work.listPlace}
      openId={work.openId}
      onOpen={work.choose}
      onNew={() => void leave(work.begin)}
      onImport={() => void leave(() => move({ to: 'import' }))}
      onExport={() => void leave(() => move({ to: 'export' }))}
      onPeople={() => void leave(() => move({ to: 'people' }))}
      onRegister={() => void leave(() => move({ to: 'register' }))}
      onTrash={() => void leave(() => move({ to: 'trash' }))}
      onBackups={() => void leave(() => move({ to: 'backups' }))}
      onSettings={() => void leave(() => move({ to: 'settings' }))}
      onDuplicate={(id) => void leave(() => work.duplicate(id))}
      onOpenInWindow={work.openInWindow}
      onMoveToTrash={work.moveToTrash}
      onRemove={work.askToRemove}
    />
  );
};
