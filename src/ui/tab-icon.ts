/** Written by scripts/icons.mjs: the icon of the browser's tab in the page itself, so that no request asks for it. */
export const tabIconUrl =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48'%3E%3Cstyle%3E.t{fill:none;stroke:%236a1b57;stroke-width:6}.d{fill:%236a1b57}@media (prefers-color-scheme:dark){.t{stroke:%23e8c2d3}.d{fill:%23e8c2d3}}%3C/style%3E%3Cpath class='t' d='M7 21a17 17 0 0 0 34 0'/%3E%3Cpath class='d' d='M24 9.5l9 9-9 9-9-9z'/%3E%3C/svg%3E"
