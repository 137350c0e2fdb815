/** As what a sheet can be had: to read, or to edit. */
export const formats = [
  { extension: 'pdf', type: 'application/pdf', text: 'page.sheet' },
  {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text: 'page.sheetToEdit',
  },
] as const;
