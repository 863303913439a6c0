import { existsSync } from 'node:fs';
import { MakerDeb } from '@electron-forge/maker-deb';
import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import { VitePlugin } from '@electron-forge/plugin-vite';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { FuseV1Options, FuseVersion } from '@electron/fuses';

/** Playwright reaches a packaged app only through Node's inspector; a release never has it. */
const forTests = process.env['STANDFIRST_E2E_BUILD'] === '1';
/** Where the runtime's archive is when it does not come from Electron's own downloader (scripts/package.mjs). */
const runtimeArchive = process.env['STANDFIRST_RUNTIME_ARCHIVE'];

/** A value of its own: the maker's types do not know `compression`, and xz takes minutes for a few megabytes less. */
const debian = { bin: 'standfirst', categories: ['Office' as const], section: 'editors' as const, compression: 'gzip' };

const config: ForgeConfig = {
  packagerConfig: {
    name: 'Standfirst',
    executableName: 'standfirst',
    appBundleId: 'example.standfirst',
    appCategoryType: 'public.app-category.productivity',
    asar: true,
    // The command line runs on plain Node, which cannot look into the archive.
    extraResource: ['.vite/build/cli.cjs'],
    ...(runtimeArchive === undefined ? {} : { electronZipDir: runtimeArchive }),
  },
  makers: [new MakerZIP({}, ['linux', 'darwin', 'win32']), new MakerDeb({ options: debian })],
  plugins: [
    new VitePlugin({
      build: [
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
