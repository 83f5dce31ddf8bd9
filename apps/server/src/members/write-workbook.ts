import writeExcelFile from 'write-excel-file/node'

/** Every cell is a text: nothing in it is a formula, and a month stays as it is typed. */
export async function writeWorkbook([headings = [], ...rows]: readonly (readonly string[])[]): Promise<Buffer> {
  const sheet = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value: escaped(value), type: String }))),
  ]
  return writeExcelFile(sheet, { columns: headings.map(() => ({ width: 24 })), stickyRowsCount: 1 }).toBuffer()
}

/**
 * `_x000D_` stands for a character in a workbook; as a text its first mark is written so itself. So is the first letter of a text that
 * every JavaScript object has a property of: the library looks its texts up in one, and would write a function in its place.
 */
function escaped(text: string): string {
  const plain = text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return plain in {} ? `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}` : plain
}
