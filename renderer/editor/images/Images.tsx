import {
  $addUpdateTag,
  $getNodeByKey,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  createCommand,
} from 'lexical';
import { useEffect, useState } from 'react';
import type { Fault } from '../../../shared/fault';
import type { AddedMedia } from '../../../shared/ipc/contract';
import { mediaAddress } from '../../../shared/ipc/media-address';
import { MAX_MEDIA } from '../../../shared/release/media';
import type { Result } from '../../../shared/result';
import { bridge } from '../../bridge';
import { Dialog } from '../../ui/Dialog';
import { announce, refuse } from '../../ui/announce';
import { DESCRIBE_IMAGE_COMMAND, descriptionWords } from './figure';
import { registerFiles } from './files';
import { ImageDialog } from './ImageDialog';
import { $isImageNode } from './ImageNode';
import type { Picture } from './picture';
import { $insertImage } from './insert';
import { registerImages } from './rules';
import { sourceOf } from './source';
import './images.css';

/** Asks for a file, and puts its picture where the caret is. */
export const PICK_IMAGE_COMMAND = createCommand('PICK_IMAGE');

type Described = {
  readonly key: NodeKey;
  readonly picture: Picture;
  readonly src: string | null;
  readonly isNew: boolean;
};

/** The image of a key, as its dialog needs it. */
const describedOf = (editor: LexicalEditor, key: NodeKey, isNew: boolean): Described | null =>
  editor.getEditorState().read(() => {
    const image = $getNodeByKey(key);
    if (!$isImageNode(image)) return null;
    const picture = image.getPicture();
    const release = image.getFrom() ?? sourceOf(editor);
    return { key, picture, src: release && mediaAddress(release, picture.file), isNew };
  });

/** The bytes of a file, or of one that is too large no more than shows that it is. */
const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(0, MAX_MEDIA + 1).arrayBuffer());

/** Images of one text: brought in by paste, drop and choice, and described. */
export const Images = ({ editor, readOnly }: { readonly editor: LexicalEditor; readonly readOnly: boolean }) => {
  const [described, setDescribed] = useState<Described | null>(null);
  const [refusals, setRefusals] = useState<readonly string[]>([]);

  useEffect(() => {
    const release = sourceOf(editor);
    /** Puts in what was taken in. Out: the new image's key. */
    const insert = (added: AddedMedia): NodeKey => {
      let key = '';
      editor.update(
        () => {
          $addUpdateTag(HISTORY_PUSH_TAG);
          key = $insertImage(added, editor).getKey();
        },
        { discrete: true },
      );
      return key;
    };
    const takeIn = async (asked: readonly (() => Promise<Result<AddedMedia, Fault>>)[]): Promise<void> => {
      const keys: NodeKey[] = [];
      const refused: string[] = [];
      for (const ask of asked) {
        const answer = await ask();
        if (answer.ok) keys.push(insert(answer.value));
        else if (answer.fault.code !== 'cancelled') refused.push(answer.fault.message);
      }
      setRefusals(refused);
      const [first] = keys;
      if (first === undefined) return;
      announce(keys.length === 1 ? 'Image inserted' : `${keys.length} images inserted`);
      setDescribed(describedOf(editor, first, true));
    };
    const stops = [
      registerImages(editor, async (to, file, from) => (await bridge.media.adopt(to, file, from)).ok),
      editor.registerCommand(
        DESCRIBE_IMAGE_COMMAND,
        (key) => {
          if (editor.isEditable()) setDescribed(describedOf(editor, key, false));
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      ...(release === null
        ? []
        : [
            registerFiles(
              editor,
              (files) => {
                if (editor.isEditable())
                  void takeIn(files.map((file) => async () => bridge.media.add(release, await bytesOf(file))));
              },
              (pictures) => {
                refuse(
                  `${pictures === 1 ? 'One picture was' : `${pictures} pictures were`} not pasted: nothing is fetched from the web. Insert the file itself.`,
                );
              },
            ),
            editor.registerCommand(
              PICK_IMAGE_COMMAND,
              () => {
                if (editor.isEditable()) void takeIn([() => bridge.media.pick(release)]);
                return true;
              },
              COMMAND_PRIORITY_EDITOR,
            ),
          ]),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);

  const save = (key: NodeKey, picture: Picture): void => {
    setDescribed(null);
    editor.update(
      () => {
        const image = $getNodeByKey(key);
        if ($isImageNode(image)) image.setPicture(picture);
      },
      { tag: HISTORY_PUSH_TAG },
    );
    announce(descriptionWords(picture));
  };
  const close = (): void => {
    setRefusals([]);
  };

  return (
    <>
      {described !== null && refusals.length === 0 && !readOnly && (
        <ImageDialog
          key={described.key}
          picture={described.picture}
          src={described.src}
          isNew={described.isNew}
          onClose={() => {
            setDescribed(null);
            editor.focus();
          }}
          onSave={(picture) => {
            save(described.key, picture);
            editor.focus();
          }}
        />
      )}
      {refusals.length > 0 && (
        <Dialog
          title={refusals.length === 1 ? 'The picture was not inserted' : 'Some pictures were not inserted'}
          onClose={close}
          onSubmit={close}
          actions={
            <button type="submit" className="b p" autoFocus>
              Close
            </button>
          }
        >
          {refusals.map((message, index) => (
            <p key={index}>{message}</p>
          ))}
        </Dialog>
      )}
    </>
  );
};
