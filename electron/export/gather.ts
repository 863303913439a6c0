import { type BundleParts, bundle } from '../../shared/archive/bundle';
import { checkAddressesStay } from '../../shared/archive/check-addresses';
import { checkContacts } from '../../shared/archive/check-contacts';
import { checkLinks } from '../../shared/archive/check-links';
import { checkLook } from '../../shared/archive/check-look';
import { checkAddresses } from '../../shared/archive/checks';
import type { ProofParts } from '../../shared/archive/forbidden';
import { handover } from '../../shared/archive/handover';
import { mediaOnlyKeys } from '../../shared/archive/media-only';
import type { Finding } from '../../shared/archive/model';
import { prove } from '../../shared/archive/proof';
import type { ProofNotes } from '../../shared/archive/remembered';
import { type Selection, select } from '../../shared/archive/select';
import { contextHash, together } from './ahead';
import { type ExportRequest, type Ground, tellOf } from './export-request';
import { archiveFonts } from './fonts';
import { earlierPictures, frozenTexts } from './frozen-texts';
import { lookAtPictures } from './pictures';
import { type ReadReleases, readReleases } from './read-releases';
import { leaksFound, secretOf, unreadable } from './report';
import type { BesideFile, Picture } from './seal';

/** All that a bundle is made of, and what stands against it. */
export type Gathered = {
  readonly selection: Selection;
  readonly read: ReadReleases;
  readonly parts: BundleParts;
  readonly proofParts: ProofParts;
  readonly pictures: readonly Picture[];
  /** What lies beside the website. */
  readonly beside: readonly BesideFile[];
  /** What is known of releases' own words without a state (`ProofNotes.own`). */
  readonly own: ProofNotes['own'];
  readonly findings: readonly Finding[];
};

/** Selects what is public, reads it, and checks it. Throws `Cancelled` where somebody stopped it. */
export const gather = async (
  request: ExportRequest,
  { settings, context, isMarked, state, before, lastZip }: Ground,
): Promise<Gathered> => {
  const { contents, asOf } = request;
  const selection = select(contents.published, contents.unpublished, asOf);
  const { gone, former } = selection;
  const secret = secretOf(contents, selection);
  const mediaOnly = mediaOnlyKeys({ secret, open: selection.public, gone, settings });
  const ahead = together(state === null ? (request.help?.ahead() ?? []) : [], contextHash(context));
  const tell = tellOf(request);
  const read = await readReleases(selection.public, context, {
    known: state?.releases ?? ahead.releases,
    onRead: (done) => {
      tell({ doing: 'reading', done, of: selection.public.length });
    },
    mayShow: (ways) => !ways.some((way) => mediaOnly.has(way)),
  });
  const { releases: open } = read;
  const parts = { releases: open, gone, former, people: context.people, settings, preview: isMarked };
  const proofParts = { secret, open, gone, settings, people: context.people };
  const own = await lookAtPictures(open, contents.media, settings.look?.logo?.file);
  const pictures = [...archiveFonts(), ...own.pictures];
  const { organisation } = settings;
  const frozen = request.handover === true ? await frozenTexts(request.newsroom, open) : null;
  const handed = frozen === null ? [] : handover({ releases: open, gone, organisation, context, frozen });
  const beside = frozen === null ? [] : [...handed, ...(await earlierPictures(request.newsroom, open))];
  const findings = [
    ...unreadable(contents),
    ...checkLook(settings),
    ...checkAddresses(open, gone),
    ...read.findings,
    ...own.findings,
    ...checkAddressesStay(selection, [...before.addresses, ...lastZip]),
    ...checkContacts(proofParts),
    ...checkLinks(open, settings.siteAddress, () => pathsOf(parts, pictures)),
    ...(handed.length === 0 ? [] : leaksFound(prove(handed, { ...proofParts, whole: true }), handed)),
  ];
  return { selection, read, parts, proofParts, pictures, beside, own: ahead.own, findings };
};

/** Every path of the website. Nothing is made for it. */
const pathsOf = (parts: BundleParts, pictures: readonly Picture[]): string[] => [
  ...[...bundle(parts)].map(({ path }) => path),
  ...pictures.map(({ path }) => path),
];
