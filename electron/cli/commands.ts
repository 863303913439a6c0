import { backup } from './backup';
import type { Command } from './command';
import { compare } from './compare';
import { doctor } from './doctor';
import { exportCommand } from './export';
import { importFiles } from './import';
import { quotes } from './quotes';
import { register } from './register';
import { restore } from './restore';
import { sample } from './sample';
import { verify } from './verify';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  sample,
  importFiles,
  quotes,
  compare,
  exportCommand,
  verify,
  doctor,
  register,
  backup,
  restore,
];
