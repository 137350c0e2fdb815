/** Whether what is compared are regions, by the first of them. */
export const isRegion = (id: string): boolean => id.includes('/');

/** What is compared with one more; another kind starts anew. */
export function withSubject(compared: readonly string[], id: string): readonly string[] {
  if (compared.includes(id)) return compared;
  const alike = compared.every((each) => isRegion(each) === isRegion(id));
  return alike ? [...compared, id] : [id];
}
