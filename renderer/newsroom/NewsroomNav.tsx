import { ArchiveRestore, Import, Newspaper, Package, Quote, Settings, Trash2, Users } from 'lucide-react';
import { grouped } from '../ui/numbers';

type Props = {
  readonly releases: number;
  readonly people: number;
  readonly onReleases: () => void;
  readonly onPeople: () => void;
  readonly onRegister: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onTrash: () => void;
  readonly onBackups: () => void;
  readonly onSettings: () => void;
};

/** The ways to the newsroom's screens. */
export const NewsroomNav = (props: Props) => (
  <nav aria-label="Screens">
    <button type="button" aria-current="page" onClick={props.onReleases}>
      <Newspaper className="i" aria-hidden="true" />
      Releases<span className="meta">{grouped(props.releases)}</span>
    </button>
    <button type="button" onClick={props.onPeople}>
      <Users className="i" aria-hidden="true" />
      People<span className="meta">{grouped(props.people)}</span>
    </button>
    <button type="button" onClick={props.onRegister}>
      <Quote className="i" aria-hidden="true" />
      Quote register
    </button>
    <button type="button" onClick={props.onImport}>
      <Import className="i" aria-hidden="true" />
      Import…
    </button>
    <button type="button" onClick={props.onExport}>
      <Package className="i" aria-hidden="true" />
      Export
    </button>
    <button type="button" onClick={props.onTrash}>
      <Trash2 className="i" aria-hidden="true" />
      Trash
    </button>
    <button type="button" onClick={props.onBackups}>
      <ArchiveRestore className="i" aria-hidden="true" />
      Backups
    </button>
    <button type="button" onClick={props.onSettings}>
      <Settings className="i" aria-hidden="true" />
      Settings
    </button>
  </nav>
);
