import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** What differs between two schemas, by schema coordinates: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface SchemaDifference {
  readonly added: readonly string[];
  readonly deprecated: readonly string[];
  readonly removed: readonly string[];
}

/** Its values are told where the messages are: each message has one. */
const messages = 'MessageCode';

interface Element {
  readonly coordinate: string;
  /** What it is part of; undefined for a type. */
  readonly parent?: string;
  readonly deprecated: boolean;
}

const isDeprecated = (element: { deprecationReason?: string | null | undefined }): boolean =>
  element.deprecationReason !== undefined && element.deprecationReason !== null;

function elementsOf(type: GraphQLNamedType): Element[] {
  const own: Element = { coordinate: type.name, deprecated: false };
  const part = (
    parent: string,
    coordinate: string,
    element: Parameters<typeof isDeprecated>[0],
  ): Element => ({
    coordinate,
    parent,
    deprecated: isDeprecated(element),
  });
  if (isEnumType(type)) {
    if (type.name === messages) return [own];
    return [own, ...type.getValues().map((value) => part(type.name, `${type.name}.${value.name}`, value))];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [own, ...fields.map((field) => part(type.name, `${type.name}.${field.name}`, field))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    const ofField = field.args.map((each) => part(coordinate, `${coordinate}(${each.name}:)`, each));
    return [part(type.name, coordinate, field), ...ofField];
  });
  return [own, ...fields];
}

function elements(schema: GraphQLSchema): Map<string, Element> {
  const types = Object.values(schema.getTypeMap());
  const own = types.filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
  return new Map(own.flatMap(elementsOf).map((element) => [element.coordinate, element]));
}

/** What of one is not in the other; what is part of something that is not, goes without saying. */
const missing = (of: Map<string, Element>, from: Map<string, Element>): string[] =>
  [...of.values()]
    .filter(({ coordinate, parent }) => !from.has(coordinate) && (parent === undefined || from.has(parent)))
    .map(({ coordinate }) => coordinate)
    .sort();

/** What became of a schema. */
export function differenceOf(before: GraphQLSchema, after: GraphQLSchema): SchemaDifference {
  const [old, now] = [elements(before), elements(after)];
  return {
    added: missing(now, old),
    deprecated: [...now.values()]
      .filter(({ coordinate, deprecated }) => deprecated && old.get(coordinate)?.deprecated !== true)
      .map(({ coordinate }) => coordinate)
      .sort(),
    removed: missing(old, now),
  };
}

/** What was removed without a word before: all parts that are gone, but those that were deprecated. */
export function removedUnannounced(before: GraphQLSchema, after: GraphQLSchema): string[] {
  const [old, now] = [elements(before), elements(after)];
  return [...old.values()]
    .filter(({ coordinate, deprecated }) => !deprecated && !now.has(coordinate))
    .map(({ coordinate }) => coordinate);
}
