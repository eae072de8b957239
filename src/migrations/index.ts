import * as migration_20261122_142953_initial from './20261122_142953_initial';

export const migrations = [
  {
    up: migration_20261122_142953_initial.up,
    down: migration_20261122_142953_initial.down,
    name: '20261122_142953_initial'
  },
];
