import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { MakerDeb } from '@electron-forge/maker-deb';
import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import { VitePlugin } from '@electron-forge/plugin-vite';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { compileMain } from './scripts/build/compile-main.mjs';

/** Playwright reaches a packaged app only through Node's inspector; a release never has it. */
const forTests = process.env['STANDFIRST_E2E_BUILD'] === '1';
/** Where the runtime's archive is when it does not come from Electron's own downloader (scripts/package.mjs). */
const runtimeArchive = process.env['STANDFIRST_RUNTIME_ARCHIVE'];

/** A value of its own: the maker's types do not know `compression`, and xz takes minutes for a few megabytes less. */
const debian = {
  bin: 'standfirst',
  categories: ['Office' as const],
  section: 'editors' as const,
  compression: 'gzip',
  mimeType: ['application/x-standfirst-newsroom'],
  scripts: { postinst: 'scripts/linux/postinst', postrm: 'scripts/linux/postrm' },
};

/**
 * Installers for Windows and macOS, untried: each is made where its maker was put beside the others with
 * `npm install --no-save`. They bring some sixty packages that no other system has a use for. The zip needs none.
 */
const installers = [
  { name: '@electron-forge/maker-squirrel', platforms: ['win32' as const], config: { name: 'standfirst' } },
  { name: '@electron-forge/maker-dmg', platforms: ['darwin' as const], config: { name: 'Standfirst' } },
].filter(({ name }) => isInstalled(name));

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

const config: ForgeConfig = {
  packagerConfig: {
    name: 'Standfirst',
    executableName: 'standfirst',
    appBundleId: 'example.standfirst',
    appCategoryType: 'public.app-category.productivity',
    asar: true,
    // The command line runs on plain Node, which cannot look into the archive.
    // A web team begins its own look of the archive with the templates there.
    extraResource: ['.vite/build/cli.cjs', 'scripts/linux/standfirst-newsroom.xml', 'docs/templates'],
    // macOS learns from this what is opened by a double-click.
    extendInfo: {
      CFBundleDocumentTypes: [
        {
          CFBundleTypeName: 'Standfirst newsroom',
          CFBundleTypeRole: 'Editor',
          LSHandlerRank: 'Alternate',
          CFBundleTypeExtensions: ['json'],
        },
      ],
    },
    ...(runtimeArchive === undefined ? {} : { electronZipDir: runtimeArchive }),
  },
  hooks: {
    // Only the system that the package is for can make it; elsewhere the app starts without.
    packageAfterCopy: async (_config, copied, _version, platform, arch) => {
      if (platform === process.platform && arch === process.arch) compileMain(path.join(copied, '.vite', 'build'));
    },
  },
  makers: [new MakerZIP({}, ['linux', 'darwin', 'win32']), new MakerDeb({ options: debian }), ...installers],
  plugins: [
    new VitePlugin({
      build: [
        { entry: 'electron/boot.ts', config: 'scripts/build/vite.boot.config.mjs' },
        { entry: 'electron/main.ts', config: 'scripts/build/vite.main.config.mjs' },
        { entry: 'electron/cli.ts', config: 'scripts/build/vite.cli.config.mjs' },
        ...(existsSync('electron/export/worker.ts')
          ? [{ entry: 'electron/export/worker.ts', config: 'scripts/build/vite.worker.config.mjs' }]
          : []),
        { entry: 'electron/preload.ts', config: 'scripts/build/vite.preload.config.mjs', target: 'preload' },
      ],
      renderer: [{ name: 'main_window', config: 'scripts/build/vite.renderer.config.mjs' }],
    }),
    new FusesPlugin({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: forTests,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    }),
  ],
};

export default config;
