import * as migration_20261122_153416_initial from './20261122_153416_initial';

export const migrations = [
  {
    up: migration_20261122_153416_initial.up,
    down: migration_20261122_153416_initial.down,
    name: '20261122_153416_initial'
  },
];
