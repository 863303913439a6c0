// Asks the disk of every file below the folders that are named, and nothing else: less than this no program does that is to know
// whether any of them has changed.
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

const open = process.argv.slice(2);
let files = 0;
for (let folder = open.pop(); folder !== undefined; folder = open.pop())
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) open.push(place);
    else if (lstatSync(place).isFile()) files += 1;
  }
process.stdout.write(String(files));
