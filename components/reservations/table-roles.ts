/** Said in full, because a table that is drawn as blocks on a phone loses its roles. */
export const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  head: { role: "columnheader" },
  rowHead: { role: "rowheader" },
};
