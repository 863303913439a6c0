/** What stands in a newsroom's README.txt: enough to use the folder without Standfirst. */
export const readmeText = (
  organisation: string,
): string => `This folder is the newsroom of ${organisation || 'a press office'}.

It was made by Standfirst, an editor for press releases, and can be read without it. Every file but the pictures is plain UTF-8 text.

newsroom.json          settings of the organisation
people.json            the people who are quoted, with their roles and dates
releases/YEAR/FOLDER/  one folder for each press release:
  release.txt            the release as plain text, for reading and searching; made from release.json at each save
  release.json           the release itself: fields, body, quotes, approvals, state
  review.json            what reviewers said of it; never published
  media/                 its pictures, each named by the SHA-256 of its bytes
  history/objects/       earlier texts, each named by the SHA-256 of its bytes
  history/log/           one line for each version: when, who, why, and which text
  quarantine/            files that could not be read, put aside
history/settings/      how the settings stood before: one line for each change
look/                  the organisation's logo, and its own templates for the archive, where it has any
exports/               what each export added, changed and took away, and what it withheld; no words of a release
removals/              while a release is being removed: that it is, without its words
newsroom.lock          who has the newsroom open now; gone when it is closed
trash/                 releases that were moved to the trash, whole, each with a note of where it lay

You may copy this folder, put it in a backup, or move it. Change no file in it by hand while Standfirst is open. A file named
.something.tmp is left from an interrupted save and may be deleted.
`;
