/** A GraphQL operation as text, with the types of what it takes and what it gives. */
export class Document<Answer, Variables> {
  declare protected readonly types: (variables: Variables) => Answer;

  constructor(readonly text: string) {}
}
