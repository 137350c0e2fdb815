// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
export * from './generated/accountability';
export * from './generated/atlas';
export * from './generated/block';
export * from './generated/campaign';
export * from './generated/compare';
export * from './generated/context';
export * from './generated/corrections';
export * from './generated/coverage';
export * from './generated/edit';
export * from './generated/import';
export * from './generated/ledger';
export * from './generated/municipality';
export * from './generated/outreach';
export * from './generated/people';
export * from './generated/practice';
export * from './generated/priority';
export * from './generated/reference';
export * from './generated/regions';
export * from './generated/rubric';
export * from './generated/work';

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  GeoJSON: { input: unknown; output: unknown; }
  MessageArguments: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  MunicipalityCode: { input: string; output: string; }
};

export type AcceptInput = {
  id: Scalars['ID']['input'];
  input?: InputMaybe<AcceptanceInput>;
};

export type AcceptanceInput = {
  blocks?: InputMaybe<Array<Scalars['ID']['input']>>;
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  established?: InputMaybe<Established>;
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  answer?: InputMaybe<Scalars['String']['input']>;
};

export type ArrangementFilter = {
  status?: InputMaybe<Array<CoordinationStatus>>;
  mode?: InputMaybe<Array<ArrangementMode>>;
  region?: InputMaybe<RegionRef>;
};

export type ArrangementInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  status: CoordinationStatus;
  mode: ArrangementMode;
  organisation?: InputMaybe<Scalars['String']['input']>;
  commissionedBy?: InputMaybe<Scalars['String']['input']>;
  ageFrom?: InputMaybe<Scalars['Int']['input']>;
  ageTo?: InputMaybe<Scalars['Int']['input']>;
  forms?: InputMaybe<Array<ExploitationForm>>;
  fte?: InputMaybe<Scalars['Float']['input']>;
  validFrom: Scalars['Date']['input'];
  validTo?: InputMaybe<Scalars['Date']['input']>;
  municipalities: Array<Scalars['MunicipalityCode']['input']>;
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  contact?: InputMaybe<ContactInput>;
  basedOn?: InputMaybe<Scalars['Int']['input']>;
};

export type ArrangementMode =
  | 'UNKNOWN'
  | 'OWN_STAFF'
  | 'CENTRE_MUNICIPALITY'
  | 'CENTRE_MUNICIPALITY_OUTSOURCED'
  | 'WELFARE_OR_SHELTER_ORGANISATION'
  | 'PUBLIC_HEALTH_SERVICE'
  | 'CARE_AND_SAFETY_HOUSE'
  | 'SAFETY_REGION'
  | 'COMENSHA_EMPLOYER'
  | 'COMENSHA_REMOTE';

export type AuditFilter = {
  actor?: InputMaybe<Scalars['String']['input']>;
  subject?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type BlockFilter = {
  block: Scalars['ID']['input'];
  verdict: Array<Verdict>;
};

export type BlockInput = {
  id: Scalars['ID']['input'];
  theme: Scalars['ID']['input'];
  level: Level;
  weight?: Scalars['Float']['input'];
  titleNl: Scalars['String']['input'];
  titleEn: Scalars['String']['input'];
  sourceUrl: Scalars['String']['input'];
  from?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type BottleneckFilter = {
  category?: InputMaybe<Array<Scalars['String']['input']>>;
  region?: InputMaybe<RegionRef>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};

export type BottleneckInput = {
  category: Scalars['String']['input'];
  text: Scalars['String']['input'];
  region?: InputMaybe<RegionRef>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  raised: Scalars['Date']['input'];
  escalatedTo?: InputMaybe<Scalars['String']['input']>;
};

export type BoundingBoxInput = {
  west: Scalars['Float']['input'];
  south: Scalars['Float']['input'];
  east: Scalars['Float']['input'];
  north: Scalars['Float']['input'];
};

export type BriefingInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  campaign?: InputMaybe<Scalars['ID']['input']>;
  date: Scalars['Date']['input'];
  stage: OutreachStage;
  kind: BriefingKind;
  region?: InputMaybe<RegionRef>;
  municipalities: Array<Scalars['MunicipalityCode']['input']>;
  owner?: InputMaybe<Scalars['String']['input']>;
  partners?: InputMaybe<Array<Scalars['String']['input']>>;
  outcome?: InputMaybe<Scalars['String']['input']>;
  followUp?: InputMaybe<Scalars['Date']['input']>;
};

export type BriefingKind =
  | 'MUNICIPALITY'
  | 'REGIONAL_PLATFORM';

export type CampaignInput = {
  title: Scalars['String']['input'];
  goal: Scalars['Int']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  partners?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type ChangeKind =
  | 'IMPROVED'
  | 'SAME'
  | 'WORSE'
  | 'NOT_REASSESSED'
  | 'NOT_COMPARABLE';

export type ContactInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};

export type CoordinationStatus =
  | 'UNKNOWN'
  | 'NONE'
  | 'REMOTE'
  | 'IN_PREPARATION'
  | 'TEMPORARY'
  | 'STRUCTURAL';

export type CorrectionOrigin =
  | 'PUBLIC'
  | 'LINK';

export type CorrectionState =
  | 'OPEN'
  | 'ACCEPTED'
  | 'REFUSED';

export type Crs =
  | 'CRS84'
  | 'RD_NEW';

export type DateRange = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};

export type Denominator =
  | 'MUNICIPALITIES'
  | 'INHABITANTS';

export type Detail =
  | 'NATIONAL'
  | 'REGIONAL'
  | 'FULL';

export type Dimension =
  | 'AWARENESS'
  | 'POLICY'
  | 'APPROACH';

export type DimensionFilter = {
  dimension: Dimension;
  low?: InputMaybe<FloatRange>;
  high?: InputMaybe<FloatRange>;
};

export type Direction =
  | 'ASC'
  | 'DESC';

export type DocumentScope =
  | 'MUNICIPAL'
  | 'REGIONAL';

export type EndInput = {
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
};

export type Established =
  | 'NOT_ASSESSED'
  | 'SURVEY'
  | 'DOCUMENT'
  | 'CONVERSATION'
  | 'DERIVED_FROM_DOCUMENT'
  | 'DERIVED_FROM_ARRANGEMENT'
  | 'DEMONSTRATION';

export type ExploitationForm =
  | 'SEXUAL'
  | 'LABOUR'
  | 'CRIMINAL'
  | 'FORCED_ORGAN_REMOVAL';

export type FloatRange = {
  gt?: InputMaybe<Scalars['Float']['input']>;
  gte?: InputMaybe<Scalars['Float']['input']>;
  lt?: InputMaybe<Scalars['Float']['input']>;
  lte?: InputMaybe<Scalars['Float']['input']>;
};

export type GatheredKind =
  | 'ARRANGEMENT'
  | 'DOCUMENT'
  | 'VERDICT'
  | 'INDICATOR';

export type GoodPracticeInput = {
  title: Scalars['String']['input'];
  text: Scalars['String']['input'];
  block?: InputMaybe<Scalars['ID']['input']>;
  region?: InputMaybe<RegionRef>;
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
};

export type GroupBy =
  { regionSet: Scalars['ID']['input']; field?: never; }
  |  { regionSet?: never; field: GroupField; };

export type GroupField =
  | 'COORDINATION_STATUS'
  | 'POLICY_CLASS'
  | 'ARRANGEMENT_MODE';

export type ImportRepairInput = {
  line: Scalars['Int']['input'];
  field: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type ImportState =
  | 'PREVIEW'
  | 'COMMITTED'
  | 'UNDONE'
  | 'DISCARDED';

export type IntRange = {
  gt?: InputMaybe<Scalars['Int']['input']>;
  gte?: InputMaybe<Scalars['Int']['input']>;
  lt?: InputMaybe<Scalars['Int']['input']>;
  lte?: InputMaybe<Scalars['Int']['input']>;
};

export type Language =
  | 'NL'
  | 'EN';

export type Level =
  | 'BASIC'
  | 'ADVANCED';

export type MessageCode =
  | 'AS_WRITTEN'
  | 'EMPTY'
  | 'TOO_LONG'
  | 'UNSHOWABLE'
  | 'NO_WEB_ADDRESS'
  | 'BAD_ADDRESS'
  | 'BAD_EMAIL'
  | 'UNKNOWN_WORD'
  | 'IS_IT'
  | 'BAD_DATE'
  | 'DATE_OUT_OF_BOUNDARIES'
  | 'DATE_OUT_OF_RANGE'
  | 'PERIOD_REVERSED'
  | 'TWO_DATES'
  | 'PERHAPS_DATE'
  | 'BAD_NUMBER'
  | 'BAD_WHOLE_NUMBER'
  | 'NO_FIGURE'
  | 'BAD_YES_OR_NO'
  | 'BAD_SHARE'
  | 'BAD_CODE'
  | 'CODE_UNKNOWN'
  | 'CODE_UNKNOWN_AND_NAME'
  | 'CODE_ENDED'
  | 'CODE_ENDED_INTO'
  | 'CODE_SPLIT'
  | 'CODE_BEGINS'
  | 'CODE_BEGINS_AFTER'
  | 'CODE_FORMER'
  | 'SEVERAL'
  | 'WIDER_AREA'
  | 'PLACE_IN'
  | 'PLACE_IN_TODAY'
  | 'NAME_ALIKE'
  | 'NAME_UNKNOWN'
  | 'NAME_AMBIGUOUS'
  | 'NAME_OF_OTHER'
  | 'OUTSIDE_REGIONS'
  | 'NOT_AN_EDITION'
  | 'CODE_READ_AS'
  | 'CODE_READ_WITHOUT'
  | 'FORMER_READ_AS'
  | 'FORMER_READ_WITHOUT'
  | 'CELL_EMPTY'
  | 'READ_AS'
  | 'CELL_TOO_LONG'
  | 'CELL_ERROR'
  | 'FORMULA_UNCOMPUTED'
  | 'FORMULA_READ'
  | 'MERGED_READ'
  | 'SAME_AS_LINE'
  | 'ARRANGEMENT_NOT_OWN'
  | 'DOCUMENT_NOT_OWN'
  | 'NO_RUBRIC_YET'
  | 'NO_RUBRIC'
  | 'BLOCK_ALIKE'
  | 'NO_BLOCK'
  | 'WRONG_ELSEWHERE'
  | 'OTHER_WIDTH'
  | 'OPEN_QUOTE'
  | 'ROW_TOO_LONG'
  | 'BELOW_TABLE'
  | 'BESIDE_HEADER'
  | 'TWO_COLUMNS'
  | 'COLUMN_ALIKE'
  | 'COLUMN_UNUSED'
  | 'SECOND_CODE_COLUMN'
  | 'MISSING_COLUMNS'
  | 'MISSING_COLUMNS_OR_DATE'
  | 'AT_LINE'
  | 'AT_CELL'
  | 'REPAIR_OR_LEAVE_OUT'
  | 'FILE_TOO_LARGE'
  | 'FILE_EMPTY'
  | 'NOT_UTF8'
  | 'OLD_EXCEL'
  | 'SQLITE_FILE'
  | 'PDF_FILE'
  | 'NOT_TEXT'
  | 'ZIP_FILE'
  | 'BINARY_EXCEL'
  | 'HAS_PASSWORD'
  | 'UNREADABLE_WORKBOOK'
  | 'DAMAGED'
  | 'NO_HEADER'
  | 'NO_SHEET'
  | 'SHEETS_ALIKE'
  | 'SHEET_READ'
  | 'IN_SHEET'
  | 'HEADER_BELOW'
  | 'NO_ROWS'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'CELL_BEYOND'
  | 'TOO_MANY_CELLS'
  | 'TOO_MUCH_TEXT'
  | 'TOO_MANY_WIDTHS'
  | 'TOO_MANY_PROBLEMS'
  | 'PART_UNPACKS_TO'
  | 'WORKBOOK_UNPACKS_TO'
  | 'WORKBOOK_PART'
  | 'HOLDS_PARTS'
  | 'HOLDS_ELEMENTS'
  | 'HOLDS_LONG_TAG'
  | 'HOLDS_ELEMENT'
  | 'HOLDS_DAMAGED_TAG'
  | 'HOLDS_LARGE_NUMBER'
  | 'HOLDS_TEXT'
  | 'HOLDS_LONG_TEXT'
  | 'HOLDS_DEPTH'
  | 'ROWS_NOT_FILLED_IN'
  | 'ROWS_WIDER'
  | 'ROWS_SAME'
  | 'ROWS_ERASED'
  | 'DATES_FAR_AHEAD'
  | 'ROWS_ALIKE'
  | 'THINGS_WRONG'
  | 'MORE_ALIKE'
  | 'LAYER_OF_BOUNDARIES'
  | 'LAYER_OF_GEOPACKAGE'
  | 'TOO_MANY_REPAIRS'
  | 'NO_ROW_ON_LINE'
  | 'NOTHING_LEFT'
  | 'IMPORT_OUTDATED'
  | 'IMPORT_CLOSED'
  | 'IMPORT_TAKEN'
  | 'IN_FEATURE'
  | 'IN_FEATURE_AT'
  | 'IN_FEATURES'
  | 'NO_OUTLINE_DATE'
  | 'OUTLINE_LEFT_OUT'
  | 'NO_FEATURES'
  | 'NOT_GEOJSON'
  | 'UNKNOWN_CRS'
  | 'OTHER_CRS'
  | 'NOT_GEOPACKAGE'
  | 'NO_SUCH_LAYER'
  | 'WHICH_LAYER'
  | 'LAYER_NOT_TABLE'
  | 'LAYER_NO_COLUMN'
  | 'NO_SUCH_TABLE'
  | 'FILE_HOLDS_MORE'
  | 'PUT_TOGETHER'
  | 'PARTS_PUT_TOGETHER'
  | 'EMPTY_PART'
  | 'FLAT_PART'
  | 'FLAT_HOLE'
  | 'RING_CLOSED'
  | 'POSITIONS_REPEATED'
  | 'SPIKE'
  | 'DRAWN_ANEW'
  | 'RINGS_TURNED'
  | 'OUTLINE_CODE_READ'
  | 'OUTLINE_CODES_READ'
  | 'GEOPACKAGE_WAS_OPEN'
  | 'ASSUMED_RD_NEW'
  | 'OUTLINE_NAME_MISSING'
  | 'OUTLINE_NAME_LONG'
  | 'OUTLINE_CODE_MISSING'
  | 'OUTLINE_CODE_MALFORMED'
  | 'OUTLINE_CODES_MALFORMED'
  | 'OUTLINE_CODE_TWICE'
  | 'OUTLINE_CODES_TWICE'
  | 'GEOMETRY_EMPTY'
  | 'GEOMETRY_FLAT'
  | 'GEOMETRY_MISSING'
  | 'GEOMETRY_MALFORMED'
  | 'GEOMETRY_OF_LINES'
  | 'GEOMETRY_DAMAGED'
  | 'GEOMETRY_ARCS'
  | 'GEOMETRY_LARGE'
  | 'STRAY_NOT_NUMBER'
  | 'STRAY_EXCHANGED'
  | 'STRAY_LIKE_RD'
  | 'STRAY_LIKE_DEGREES'
  | 'STRAY_FAR'
  | 'RINGS_INTRICATE'
  | 'RINGS_CANCEL_OUT'
  | 'NO_AREAS'
  | 'AREA_TWICE'
  | 'AREA_POSITION'
  | 'AREA_COLLAPSED'
  | 'BORDERS_INTRICATE'
  | 'AREAS_OVERLAP'
  | 'AREAS_APART'
  | 'NEIGHBOURS_PARTED'
  | 'OUTLINE_MOVED'
  | 'OUTLINES_MOVED'
  | 'BOUNDARIES_RANGE'
  | 'NO_EDITION'
  | 'AREA_NEW'
  | 'AREA_RENAMED'
  | 'AREA_MISSING'
  | 'AREAS_NEW'
  | 'AREAS_RENAMED'
  | 'AREAS_MISSING'
  | 'PROVISIONAL_RUBRIC'
  | 'NOTHING_WENT_INTO'
  | 'GOES_WHOLLY_NEW'
  | 'GOES_WHOLLY_KEPT'
  | 'GOES_PARTLY_NEW'
  | 'GOES_PARTLY_KEPT'
  | 'GOES_MOSTLY_NEW'
  | 'GOES_MOSTLY_KEPT'
  | 'BORDER_MOVED'
  | 'BORDER_GAINED'
  | 'AREA_UNACCOUNTED'
  | 'INHABITANTS_UNKNOWN'
  | 'INHABITANTS_INEXACT'
  | 'REGION_UNDECIDED'
  | 'LIST_TOO_LONG'
  | 'ITEM_EMPTY'
  | 'DATE_IN_FUTURE'
  | 'DATE_BEFORE'
  | 'MUNICIPALITIES_COUNT'
  | 'MUNICIPALITIES_MOST'
  | 'NO_REGION'
  | 'HEIR_TAKES_PLACE'
  | 'HEIR_TOOK_PLACE'
  | 'GIVEN_TWICE'
  | 'ID_TWICE'
  | 'BAD_ID'
  | 'REGION_OR_MUNICIPALITY'
  | 'AGES_REVERSED'
  | 'BAD_FTE'
  | 'BAD_CONTACT_EMAIL'
  | 'ARRANGEMENT_ENDED'
  | 'ARRANGEMENT_WITHOUT_ID'
  | 'ARRANGEMENT_UNCOVERED'
  | 'DOCUMENT_WITHOUT_ID'
  | 'DOCUMENT_UNCOVERED'
  | 'NO_ARRANGEMENT_YET'
  | 'NO_DOCUMENT_YET'
  | 'NO_LONGER_NAMES'
  | 'BOTTLENECK_RESOLVED'
  | 'NO_BUILDING_BLOCK'
  | 'NO_SUCH_RUBRIC'
  | 'RUBRIC_NO_BLOCK'
  | 'VERDICT_TWICE'
  | 'NOT_FOR_PEOPLE'
  | 'NEEDS_ASSESSMENT'
  | 'RUBRIC_ID_USED'
  | 'RUBRIC_DATE'
  | 'BLOCK_UNDERIVED'
  | 'NO_THEMES'
  | 'BLOCKS_COUNT'
  | 'BAD_WEIGHT'
  | 'NO_ORIGIN'
  | 'ALREADY_TARGET'
  | 'BAD_GOAL'
  | 'BRIEFING_IN_FUTURE'
  | 'REGIONAL_BRIEFING'
  | 'CAMPAIGN_BEGINS'
  | 'BRIEFING_PLANNED'
  | 'BAD_SET_ID'
  | 'REGION_SET_ALIKE'
  | 'REGION_SET_NEW'
  | 'REGION_SET_EXISTS'
  | 'NO_REGION_YET'
  | 'INHABITANTS_LEAP'
  | 'UNKNOWN_ID'
  | 'UNDO_NOT_ALLOWED'
  | 'CHANGED_MEANWHILE'
  | 'RECORDED_MEANWHILE'
  | 'DECIDED_MEANWHILE'
  | 'NO_BLOCK_IN_FORCE'
  | 'BLOCK_TWICE'
  | 'CHECK_LINK_USED'
  | 'PUBLIC_DATA_STAY'
  | 'UNDONE_ALREADY'
  | 'NOTHING_TO_UNDO'
  | 'ALL_CHANGED_SINCE'
  | 'LEFT_WITHOUT'
  | 'INVENTED_VERDICTS'
  | 'PUBLIC_DATA_NEVER_LOADED'
  | 'PUBLIC_DATA_NEWER'
  | 'RECORD_EXISTS'
  | 'NO_SUCH_MUNICIPALITY'
  | 'NOTHING_INHERITED'
  | 'DECIDED_ALREADY'
  | 'KEPT_AS_IS'
  | 'TEXT_NOT_KEPT'
  | 'BAD_NAME'
  | 'NAME_OF_PROGRAM'
  | 'NAME_OF_ACCOUNT'
  | 'NAME_OF_TOKEN'
  | 'NAME_OF_PERSON'
  | 'PUBLIC_NEEDS_NO_ACCOUNT'
  | 'PUBLIC_NEEDS_NO_TOKEN'
  | 'PLATFORM_NEEDS_REGIONS'
  | 'ONLY_PLATFORM_HAS_REGIONS'
  | 'EMAIL_HAS_ACCOUNT'
  | 'EXPIRES_IN_PAST'
  | 'TOKEN_STANDS'
  | 'NO_TOKEN'
  | 'LAST_ADMINISTRATOR'
  | 'TOO_MANY_REQUESTS_WAIT'
  | 'PERSON_HAS_PASSWORD'
  | 'FACTOR_ON'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_IS_EMAIL'
  | 'PASSWORD_TOO_COMMON'
  | 'PASSWORD_UNCHANGED'
  | 'LINK_USED'
  | 'NO_EMAIL'
  | 'CODE_MISSING'
  | 'WRONG_CODE'
  | 'ACCOUNT_CHANGED'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_BUSY'
  | 'DATABASE_FULL'
  | 'DATABASE_READ_ONLY'
  | 'FILE_UNREAD'
  | 'NO_RANDOMNESS'
  | 'NOT_HASHED'
  | 'INTERNAL'
  | 'RANKING_CLOSED'
  | 'EVERYTHING_CLOSED'
  | 'INTERNAL_CLOSED'
  | 'INTERNAL_FILTER_CLOSED'
  | 'STAFF_ONLY'
  | 'ADMIN_ONLY'
  | 'TOKEN_READS_ONLY'
  | 'OWN_REGIONS_ONLY'
  | 'NOT_YOURS'
  | 'NOT_SIGNED_IN'
  | 'BAD_TOKEN'
  | 'CROSS_SITE'
  | 'WRONG_CREDENTIALS'
  | 'TOO_MANY_ATTEMPTS'
  | 'SIGN_IN_USED'
  | 'SIGN_IN_UNWRITTEN'
  | 'SIGN_IN_DISK_FULL'
  | 'TOO_OFTEN'
  | 'TEMPLATES_CLOSED'
  | 'AUDIT_CLOSED'
  | 'BODY_TOO_LARGE'
  | 'BODY_TOO_SLOW'
  | 'BODY_BROKEN'
  | 'BODY_EMPTY'
  | 'TOO_MANY_BODIES'
  | 'NOT_JSON'
  | 'NOT_JSON_QUESTION'
  | 'NOT_FILE'
  | 'BAD_BODY'
  | 'ASKED_TOO_MUCH'
  | 'TIMED_OUT'
  | 'SERVER_BUSY'
  | 'TOO_MANY_UPLOADS'
  | 'TOO_MANY_UPLOADS_OF_ALL'
  | 'UPLOAD_NOT_KEPT'
  | 'TOO_MANY_FOLLOWERS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'TOO_MANY_FEEDS'
  | 'UNKNOWN_KIND'
  | 'TEMPLATE_UNKNOWN'
  | 'TEMPLATE_OF_BOUNDARIES'
  | 'TEMPLATE_PART'
  | 'TEMPLATE_FAILED'
  | 'REGION_WRITTEN'
  | 'AUDIT_LINES'
  | 'AUDIT_UNREAD'
  | 'NO_QUESTION'
  | 'BAD_QUESTION_ADDRESS'
  | 'BAD_QUESTION'
  | 'HASH_OF_ANOTHER'
  | 'BATCH_NOT_SERVED'
  | 'MUTATION_BY_GET'
  | 'ONLY_SUBSCRIPTIONS'
  | 'NOT_ON_SAFELIST'
  | 'ANSWER_TOO_LONG'
  | 'ANSWER_TOO_LARGE'
  | 'CLIENT_LEFT'
  | 'NOT_READ_BACK'
  | 'OUT_OF_RANGE'
  | 'EMPTY_BOX'
  | 'UNKNOWN_REGION_SET'
  | 'UNKNOWN_REGION'
  | 'UNKNOWN_BLOCK'
  | 'UNKNOWN_MUNICIPALITY'
  | 'TOO_MANY_POINTS'
  | 'BAD_FACTOR'
  | 'ALL_WEIGHTS_ZERO'
  | 'SHEET_OF_MUNICIPALITY'
  | 'SHEET_OF_REGION'
  | 'SHEETS_CLOSED'
  | 'SHEET_ABSENT'
  | 'SHEET_PARAMETER'
  | 'SHEET_FORMAT'
  | 'SHEET_CODES'
  | 'SHEETS_MOST'
  | 'SHEETS_TWICE'
  | 'SHEETS_ABSENT'
  | 'SHEETS_INTERNAL'
  | 'SHEETS_OF_NO_CAMPAIGN'
  | 'SHEETS_BUSY'
  | 'SHEET_FAILED'
  | 'PARAMETER_UNKNOWN'
  | 'PARAMETER_TWICE'
  | 'DATE_TWICE'
  | 'PARAMETER_VALUE'
  | 'PARAMETER_RANGE'
  | 'INSTANT_UNREAD'
  | 'FILTER_TOO_LONG'
  | 'FILTER_UNREAD'
  | 'FILTER_MISFIT'
  | 'FILTER_TOO_DEEP'
  | 'LIST_TOO_COSTLY'
  | 'COLUMN_UNKNOWN'
  | 'CAMPAIGN_UNKNOWN'
  | 'CAMPAIGN_OF_NOW'
  | 'EXPORT_UNKNOWN'
  | 'EXPORT_FAILED'
  | 'PICTURE_UNKNOWN'
  | 'PICTURE_FAILED'
  | 'PICTURE_EMPTY'
  | 'TILE_UNKNOWN'
  | 'COLLECTION_UNKNOWN'
  | 'FEATURE_UNKNOWN'
  | 'BOX_UNREAD'
  | 'CURSOR_UNREAD'
  | 'PERIOD_UNREAD'
  | 'CONDITION_UNREAD'
  | 'PROPERTY_UNKNOWN'
  | 'CONDITION_TOO_DEEP'
  | 'CONDITIONS_TOO_MANY'
  | 'QUESTION_TOO_DEEP'
  | 'QUESTION_OPEN_STRING'
  | 'QUESTION_TOO_LONG'
  | 'QUESTION_TOO_MANY_TOKENS'
  | 'QUESTION_TOO_MANY_SELECTIONS'
  | 'FRAGMENT_IN_ITSELF'
  | 'FIELD_TOO_DEEP'
  | 'SELECTIONS_TOO_DEEP'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_VARIABLES'
  | 'QUESTION_TOO_COSTLY'
  | 'ANSWER_WOULD_BE_TOO_LARGE'
  | 'AREA_UNREAD'
  | 'AREA_OF_LINES'
  | 'AREA_TOO_DETAILED'
  | 'AREA_OUTSIDE'
  | 'AREA_EMPTY'
  | 'CURSOR_UNKNOWN'
  | 'PAGE_SIZE_BAD'
  | 'PAGE_FROM_BOTH_ENDS'
  | 'VALUE_IS_NO_TEXT'
  | 'NAMED'
  | 'RECORD_OF'
  | 'NO_ACCOUNT'
  | 'VERDICTS_OF'
  | 'VERDICTS_OF_MANY'
  | 'EDITIONS_LOADED'
  | 'EDITION_REFRESHED'
  | 'MUNICIPALITIES_OF'
  | 'MEMBERSHIPS_WRITTEN'
  | 'MEMBERS_FROM'
  | 'REGION_SETS_WRITTEN'
  | 'REGIONS_WRITTEN'
  | 'FIGURES_WRITTEN'
  | 'ARRANGEMENTS_WRITTEN'
  | 'ARRANGEMENTS_COVERED'
  | 'ARRANGEMENT_STATUS'
  | 'ARRANGEMENT_ON'
  | 'DOCUMENTS_WRITTEN'
  | 'DOCUMENTS_COVERED'
  | 'DOCUMENT_TITLED'
  | 'RUBRIC_FROM'
  | 'TARGETS_OF'
  | 'TARGET_STAGE'
  | 'BRIEFING_ON'
  | 'BOTTLENECK_IN'
  | 'CORRECTION_OF'
  | 'SHEETS_OF_CAMPAIGN'
  | 'UNDO_OF'
  | 'UNDO_OF_PART'
  | 'TOKEN_OF'
  | 'FORMED_FROM'
  | 'AREA_GREW'
  | 'WENT_INTO'
  | 'DIVIDED_OVER'
  | 'PART_OF'
  | 'IN_MUNICIPALITIES'
  | 'COORDINATION_BEGAN'
  | 'COORDINATION_ENDED'
  | 'COORDINATION_PASSED'
  | 'DOCUMENT_BEGAN'
  | 'DOCUMENT_ENDED'
  | 'VERDICTS_ESTABLISHED'
  | 'FORMED_NOT_COMPARABLE'
  | 'GREW_NOT_COMPARABLE'
  | 'ASSESSED_WITHOUT_DIFFERENCE'
  | 'NOTHING_ON_RECORD'
  | 'GOT_BETTER'
  | 'GOT_WORSE'
  | 'KNOWN_OTHERWISE'
  | 'BETTER_ON_BALANCE'
  | 'WORSE_ON_BALANCE'
  | 'SAME_ON_BALANCE'
  | 'STATUS_WENT'
  | 'BLOCK_WENT'
  | 'MORE_BLOCKS'
  | 'MORE_COMPLETE'
  | 'LESS_COMPLETE'
  | 'HAS_BLOCK'
  | 'MISSES_BLOCK'
  | 'BLOCK_NOT_KNOWN'
  | 'HAS_COORDINATOR'
  | 'COORDINATOR_NOT_KNOWN'
  | 'HAS_NO_COORDINATOR'
  | 'IS_NEIGHBOUR'
  | 'INHABITANTS_BESIDE'
  | 'DENSITY_BESIDE'
  | 'INHABITANTS_NOT_KNOWN'
  | 'BLOCKS_OPEN'
  | 'BLOCKS_NOT_KNOWN'
  | 'NO_BLOCK_KNOWN'
  | 'COORDINATION_IS'
  | 'HAS_INHABITANTS'
  | 'LAST_ASSESSED'
  | 'NEVER_ASSESSED'
  | 'LAST_BRIEFED'
  | 'NO_BRIEFING'
  | 'PLATFORM_OPEN'
  | 'PLATFORM_NOT_KNOWN'
  | 'HELPDESK_COORDINATES'
  | 'HELPDESK_ANSWERS'
  | 'ORGANISATION_COORDINATES'
  | 'COORDINATOR_UNNAMED';

export type MunicipalityFilter = {
  and?: InputMaybe<Array<MunicipalityFilter>>;
  or?: InputMaybe<Array<MunicipalityFilter>>;
  not?: InputMaybe<MunicipalityFilter>;
  code?: InputMaybe<Array<Scalars['MunicipalityCode']['input']>>;
  nameContains?: InputMaybe<Scalars['String']['input']>;
  region?: InputMaybe<RegionRef>;
  anyRegion?: InputMaybe<Array<RegionRef>>;
  coordinationStatus?: InputMaybe<Array<CoordinationStatus>>;
  arrangementMode?: InputMaybe<Array<ArrangementMode>>;
  policyClass?: InputMaybe<Array<PolicyClass>>;
  completenessLow?: InputMaybe<FloatRange>;
  completenessHigh?: InputMaybe<FloatRange>;
  dimension?: InputMaybe<DimensionFilter>;
  block?: InputMaybe<BlockFilter>;
  population?: InputMaybe<IntRange>;
  assessed?: InputMaybe<DateRange>;
  neverAssessed?: InputMaybe<Scalars['Boolean']['input']>;
  briefed?: InputMaybe<DateRange>;
  neverBriefed?: InputMaybe<Scalars['Boolean']['input']>;
  inherited?: InputMaybe<Scalars['Boolean']['input']>;
  adjacentTo?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  within?: InputMaybe<Scalars['GeoJSON']['input']>;
  boundingBox?: InputMaybe<BoundingBoxInput>;
  near?: InputMaybe<NearInput>;
};

export type MunicipalityOrder = {
  by: MunicipalityOrderField;
  direction?: Direction;
};

export type MunicipalityOrderField =
  | 'NAME'
  | 'CODE'
  | 'POPULATION'
  | 'COMPLETENESS_LOW'
  | 'COMPLETENESS_HIGH'
  | 'COORDINATION_STATUS'
  | 'POLICY_CLASS'
  | 'LAST_ASSESSED'
  | 'LAST_BRIEFED'
  | 'PRIORITY'
  | 'PRIORITY_ASK';

export type NearInput = {
  longitude: Scalars['Float']['input'];
  latitude: Scalars['Float']['input'];
  kilometres: Scalars['Float']['input'];
};

export type NewRegion = {
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  municipalities: Array<Scalars['MunicipalityCode']['input']>;
  from: Scalars['Date']['input'];
};

export type OutreachPurpose =
  | 'BRIEF'
  | 'ASK';

export type OutreachStage =
  | 'SELECTED'
  | 'INVITED'
  | 'PLANNED'
  | 'HELD'
  | 'FOLLOW_UP'
  | 'DECLINED';

export type PolicyClass =
  | 'NOT_ASSESSED'
  | 'UNCERTAIN'
  | 'NONE'
  | 'PARTIAL'
  | 'COMPLETE'
  | 'ADVANCED';

export type PolicyDocumentInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  title: Scalars['String']['input'];
  scope: DocumentScope;
  identifier?: InputMaybe<Scalars['String']['input']>;
  validFrom: Scalars['Date']['input'];
  validTo?: InputMaybe<Scalars['Date']['input']>;
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  municipalities: Array<Scalars['MunicipalityCode']['input']>;
  basedOn?: InputMaybe<Scalars['Int']['input']>;
};

export type PreviewInput =
  { recordArrangement: ArrangementInput; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement: EndInput; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts: VerdictsInput; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited: Scalars['MunicipalityCode']['input']; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument: PolicyDocumentInput; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion: NewRegion; recordRubric?: never; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric: RubricInput; acceptCorrection?: never; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection: AcceptInput; undoChange?: never; }
  |  { recordArrangement?: never; endArrangement?: never; recordVerdicts?: never; confirmInherited?: never; recordPolicyDocument?: never; setRegion?: never; recordRubric?: never; acceptCorrection?: never; undoChange: Scalars['Int']['input']; };

export type PriorityWeights = {
  gap?: InputMaybe<Scalars['Float']['input']>;
  coordination?: InputMaybe<Scalars['Float']['input']>;
  population?: InputMaybe<Scalars['Float']['input']>;
  staleness?: InputMaybe<Scalars['Float']['input']>;
  contact?: InputMaybe<Scalars['Float']['input']>;
  region?: InputMaybe<Scalars['Float']['input']>;
};

export type ProposedAnswer = {
  block: Scalars['ID']['input'];
  verdict: Verdict;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type QualityKind =
  | 'MISSING'
  | 'STALE'
  | 'CONTRADICTORY'
  | 'INHERITED'
  | 'DOCUMENT_EXPIRES';

export type QualityReason =
  | 'NO_ARRANGEMENT'
  | 'NEVER_ASSESSED'
  | 'STALE'
  | 'NO_ORGANISATION'
  | 'CARE_RECORDED'
  | 'DOCUMENT_AGAINST'
  | 'INHERITED_VERDICTS'
  | 'INHERITED_COORDINATION'
  | 'GREW'
  | 'EXPIRES';

export type RegionRef = {
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
};

export type ReorganisationKind =
  | 'MERGER'
  | 'ABSORPTION'
  | 'SPLIT';

export type Role =
  | 'PUBLIC'
  | 'PLATFORM'
  | 'OUTREACH'
  | 'ADMIN';

export type RowOutcome =
  | 'NEW'
  | 'CHANGED'
  | 'SAME'
  | 'ERROR';

export type RubricInput = {
  id: Scalars['ID']['input'];
  titleNl: Scalars['String']['input'];
  titleEn: Scalars['String']['input'];
  provisional?: Scalars['Boolean']['input'];
  validFrom: Scalars['Date']['input'];
  themes: Array<ThemeInput>;
  blocks: Array<BlockInput>;
};

export type Scope =
  | 'READ'
  | 'WRITE';

export type SearchReason =
  | 'NAME'
  | 'CODE'
  | 'ALIAS'
  | 'FORMER_NAME'
  | 'FUZZY'
  | 'PLACE'
  | 'POSTCODE';

export type ThemeInput = {
  id: Scalars['ID']['input'];
  dimension: Dimension;
  titleNl: Scalars['String']['input'];
  titleEn: Scalars['String']['input'];
  guidanceUrl: Scalars['String']['input'];
};

export type TimelineStep =
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR';

export type Verdict =
  | 'UNKNOWN'
  | 'ABSENT'
  | 'IN_PREPARATION'
  | 'PRESENT';

export type VerdictInput = {
  block: Scalars['ID']['input'];
  verdict: Verdict;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type VerdictsInput = {
  code: Scalars['MunicipalityCode']['input'];
  rubric?: InputMaybe<Scalars['ID']['input']>;
  validFrom: Scalars['Date']['input'];
  established: Established;
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  verdicts: Array<VerdictInput>;
  basedOn?: InputMaybe<Scalars['Int']['input']>;
};

export type AccountabilityQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type AccountabilityQuery = { serverInfo: { version: string, revision: number, demonstration: boolean, dataDate: string }, publicData: { edition: number | null, date: string | null }, gathered: Array<{ kind: GatheredKind, records: number, municipalities: number, sources: number, sites: number, earliest: string | null, latest: string | null, recordedAt: string | null }>, coverage: { municipalityCount: number, byStatus: Array<{ status: CoordinationStatus, count: number }>, byClass: Array<{ class: PolicyClass, count: number }> }, untold: { nodes: Array<{ code: string, name: string }> }, rubrics: Array<{ id: string, title: string, provisional: boolean, validFrom: string, themes: Array<{ id: string, dimension: Dimension, title: string, guidanceUrl: string }>, blocks: Array<{ id: string, level: Level, title: string, sourceUrl: string, theme: { id: string } }> }>, arrangements: Array<{ id: string, organisation: string | null, validFrom: string, source: { label: string, url: string | null, certainty: string | null } }>, policyDocuments: Array<{ id: string, title: string, validFrom: string | null, source: { label: string, url: string | null } }>, nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type NationalIndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type NationalIndicatorsQuery = { nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type IndicatorPartsFragment = { nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type AtlasQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type AtlasQuery = { serverInfo: { version: string, revision: number, demonstration: boolean, dataDate: string, boundariesKnownUntil: string }, boundaryDates: Array<{ date: string, municipalityCount: number, topologyUrl: string, regionalUrl: string }>, municipalities: { totalCount: number, nodes: Array<{ code: string, name: string, asOf: string, areaKm2: number, population: { inhabitants: number } | null, regions: Array<{ set: string, code: string }>, coordination: { status: CoordinationStatus, inherited: boolean, arrangements: Array<{ status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, phone: string | null }> }, policy: { class: PolicyClass, inherited: boolean, lastAssessed: string | null, assessedBlocks: number, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, total: number } }> } }> } };

export type ClassesOnQueryVariables = Exact<{
  asOf: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type ClassesOnQuery = { municipalities: { nodes: Array<{ code: string, policy: { class: PolicyClass } }> } };

export type BlockMembersQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where: MunicipalityFilter;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type BlockMembersQuery = { municipalities: { totalCount: number, nodes: Array<{ code: string }> } };

export type BlockVerdictsQueryVariables = Exact<{
  block: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type BlockVerdictsQuery = { PRESENT: { nodes: Array<{ code: string }> }, IN_PREPARATION: { nodes: Array<{ code: string }> }, ABSENT: { nodes: Array<{ code: string }> }, UNKNOWN: { nodes: Array<{ code: string }> } };

export type BlockDistributionsQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where?: InputMaybe<MunicipalityFilter>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type BlockDistributionsQuery = { rubric: { blocks: Array<{ id: string, distribution: Array<{ verdict: Verdict, count: number }> }> } | null };

export type BriefingPartsFragment = { id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> };

export type CampaignPartsFragment = { id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } };

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { campaigns: Array<{ id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } }>, municipalities: { totalCount: number } };

export type FollowUpsQueryVariables = Exact<{
  later: Scalars['Date']['input'];
}>;


export type FollowUpsQuery = { followUps: Array<{ id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> }>, all: Array<{ id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> }> };

export type CampaignQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  language: Language;
}>;


export type CampaignQuery = { campaign: { id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, targets: Array<{ stage: OutreachStage, owner: string | null, municipality: { code: string, name: string, asOf: string, toBrief: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string }, toAsk: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string } }, briefing: { id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> } | null, replaces: Array<{ code: string, name: string }> }>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } } | null, municipalities: { totalCount: number } };

export type TargetCodesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TargetCodesQuery = { campaign: { targets: Array<{ stage: OutreachStage, municipality: { code: string }, replaces: Array<{ code: string }> }> } | null };

export type PolicyThenFragment = { class: PolicyClass, completeness: { low: number, high: number, total: number }, verdicts: Array<{ verdict: Verdict, block: { id: string, title: string } }> };

export type EffectQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  language: Language;
  total: Scalars['Boolean']['input'];
}>;


export type EffectQuery = { campaign: { effect: Array<{ briefed: string, assessed: string | null, municipality: { code: string, name: string }, before: { class: PolicyClass, completeness: { low: number, high: number, total: number }, verdicts: Array<{ verdict: Verdict, block: { id: string, title: string } }> }, after: { class: PolicyClass, completeness: { low: number, high: number, total: number }, verdicts: Array<{ verdict: Verdict, block: { id: string, title: string } }> } | null }>, effectTotal?: { briefed: number, reassessed: number, matched: number, comparable: number, note: string, ofReassessed: { blocks: number, lost: number, learned: number, noLongerKnown: number, completenessLow: number } | null, ofMatched: { blocks: number, lost: number, learned: number, noLongerKnown: number, completenessLow: number } | null, ofComparable: { blocks: number, lost: number, learned: number, noLongerKnown: number, completenessLow: number } | null } } | null };

export type LastBriefedQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where?: InputMaybe<MunicipalityFilter>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type LastBriefedQuery = { municipalities: { nodes: Array<{ code: string, lastBriefing: { date: string } | null }> } };

export type CreateCampaignMutationVariables = Exact<{
  input: CampaignInput;
}>;


export type CreateCampaignMutation = { createCampaign: { id: string } };

export type AddTargetsMutationVariables = Exact<{
  campaign: Scalars['ID']['input'];
  codes: Array<Scalars['MunicipalityCode']['input']> | Scalars['MunicipalityCode']['input'];
}>;


export type AddTargetsMutation = { addTargets: { id: string } };

export type SetStageMutationVariables = Exact<{
  campaign: Scalars['ID']['input'];
  code: Scalars['MunicipalityCode']['input'];
  stage: OutreachStage;
  owner?: InputMaybe<Scalars['String']['input']>;
}>;


export type SetStageMutation = { setStage: { id: string } };

export type RecordBriefingMutationVariables = Exact<{
  input: BriefingInput;
}>;


export type RecordBriefingMutation = { recordBriefing: { id: string, municipalities: Array<{ code: string }> } };

export type BriefingLogQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf: Scalars['Date']['input'];
}>;


export type BriefingLogQuery = { municipality: { briefings: Array<{ id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> }> } | null };

export type CompareMunicipalitiesQueryVariables = Exact<{
  codes: Array<Scalars['MunicipalityCode']['input']> | Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type CompareMunicipalitiesQuery = { municipalities: { nodes: Array<{ code: string, name: string, asOf: string, areaKm2: number, population: { inhabitants: number } | null, regions: Array<{ set: string, name: string }>, coordination: { status: CoordinationStatus, arrangements: Array<{ organisation: string | null, mode: ArrangementMode }> }, documents: Array<{ id: string }>, policy: { class: PolicyClass, lastAssessed: string | null, assessedBlocks: number, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, verdicts: Array<{ verdict: Verdict, block: { id: string } }> } }> }, rubric: { blocks: Array<{ id: string, title: string, theme: { id: string, title: string } }> } | null };

export type CompareRegionQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type CompareRegionQuery = { region: { set: string, code: string, name: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, weakestBlocks: Array<{ block: { id: string, title: string } }> } | null, nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } };

export type MunicipalityContextQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type MunicipalityContextQuery = { municipality: { highlights: Array<string>, quality: Array<{ kind: QualityKind, text: string }>, peers: Array<{ reason: string, municipality: { code: string, name: string } }>, history: Array<{ date: string, recordedAt: string, text: string, municipalities: Array<{ code: string, name: string }>, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } | null };

export type SolvedByQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  block: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type SolvedByQuery = { municipality: { solvedBy: Array<{ reason: string, municipality: { code: string, name: string }, verdict: { validFrom: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }, document: { id: string, title: string, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } } | null }> } | null };

export type WhoCoversQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  age?: InputMaybe<Scalars['Int']['input']>;
  form?: InputMaybe<ExploitationForm>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type WhoCoversQuery = { whoCovers: Array<{ fallback: boolean, explanation: string, arrangement: { id: string, organisation: string | null, status: CoordinationStatus, mode: ArrangementMode } | null }> };

export type HistoryPartsFragment = { date: string, recordedAt: string, text: string, municipalities: Array<{ code: string, name: string }>, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null };

export type CorrectionsQueryVariables = Exact<{
  state?: InputMaybe<CorrectionState>;
  first: Scalars['Int']['input'];
  language: Language;
}>;


export type CorrectionsQuery = { corrections: { totalCount: number, nodes: Array<{ id: string, origin: CorrectionOrigin, name: string | null, email: string | null, text: string, proposedAt: string, state: CorrectionState, decidedAt: string | null, decidedBy: string | null, answer: string | null, municipality: { code: string, name: string } | null, differences: Array<{ standing: Verdict, proposed: Verdict, note: string | null, block: { id: string, title: string } }> }> } };

export type StandingPolicyQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  language: Language;
}>;


export type StandingPolicyQuery = { municipality: { policy: { themes: Array<{ theme: { id: string, dimension: Dimension, title: string } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null, block: { id: string, level: Level, title: string, theme: { id: string } } }> } } | null };

export type PolicyStandingFragment = { themes: Array<{ theme: { id: string, dimension: Dimension, title: string } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null, block: { id: string, level: Level, title: string, theme: { id: string } } }> };

export type ProposeCorrectionMutationVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  text: Scalars['String']['input'];
  email?: InputMaybe<Scalars['String']['input']>;
  answers?: InputMaybe<Array<ProposedAnswer> | ProposedAnswer>;
}>;


export type ProposeCorrectionMutation = { proposeCorrection: boolean };

export type AcceptCorrectionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  input?: InputMaybe<AcceptanceInput>;
}>;


export type AcceptCorrectionMutation = { acceptCorrection: { id: string, revision: number | null } };

export type RefuseCorrectionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;


export type RefuseCorrectionMutation = { refuseCorrection: { id: string } };

export type CheckQueryVariables = Exact<{
  secret: Scalars['String']['input'];
  language: Language;
}>;


export type CheckQuery = { check: { open: boolean, expiresAt: string, municipality: { code: string, name: string, asOf: string, coordination: { status: CoordinationStatus, arrangements: Array<{ id: string, status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, phone: string | null, commissionedBy: string | null, ageFrom: number | null, ageTo: number | null, forms: Array<ExploitationForm>, fte: number | null, validFrom: string, validTo: string | null, note: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }> }, policy: { themes: Array<{ theme: { id: string, dimension: Dimension, title: string } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null, block: { id: string, level: Level, title: string, theme: { id: string } } }> } } | null } | null };

export type SubmitCheckMutationVariables = Exact<{
  secret: Scalars['String']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  answers?: InputMaybe<Array<ProposedAnswer> | ProposedAnswer>;
}>;


export type SubmitCheckMutation = { submitCheck: boolean };

export type MakeCheckLinkMutationVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
}>;


export type MakeCheckLinkMutation = { makeCheckLink: { path: string, expiresAt: string } };

export type RegionPageQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type RegionPageQuery = { region: { set: string, code: string, name: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, weakestBlocks: Array<{ block: { id: string, title: string, theme: { title: string } }, counts: Array<{ verdict: Verdict, count: number }> }>, municipalities: Array<{ code: string }>, documents: Array<{ id: string, title: string, validFrom: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean }, municipalities: Array<{ code: string }> }>, history: Array<{ date: string, recordedAt: string, text: string, municipalities: Array<{ code: string, name: string }>, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } | null, nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, regions: Array<{ key: string, label: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } }> };

export type RegionListQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type RegionListQuery = { nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, regions: Array<{ key: string, label: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } }> };

export type TimelineQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  where?: InputMaybe<MunicipalityFilter>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type TimelineQuery = { timeline: Array<{ date: string, coverage: { municipalityCount: number, population: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }> } }> };

export type ChangesQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  where?: InputMaybe<MunicipalityFilter>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type ChangesQuery = { changes: { counts: Array<{ kind: ChangeKind, count: number }>, municipalities: Array<{ kind: ChangeKind, reason: string, before: Array<{ code: string, name: string }>, municipality: { code: string, name: string } }> } };

export type CoveragePartsFragment = { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> };

export type EditArrangementQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type EditArrangementQuery = { serverInfo: { revision: number }, municipality: { coordination: { arrangements: Array<{ id: string, status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, commissionedBy: string | null, ageFrom: number | null, ageTo: number | null, forms: Array<ExploitationForm>, fte: number | null, validFrom: string, validTo: string | null, note: string | null, source: { url: string | null }, contact: { name: string | null, email: string | null, phone: string | null } | null }> } } | null };

export type ArrangementPlacesQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type ArrangementPlacesQuery = { arrangements: Array<{ id: string, municipalities: Array<{ code: string, name: string }> }> };

export type EditDocumentQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type EditDocumentQuery = { serverInfo: { revision: number }, municipality: { documents: Array<{ id: string, title: string, scope: DocumentScope, identifier: string | null, validFrom: string | null, validTo: string | null, source: { url: string | null } }> } | null };

export type DocumentPlacesQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type DocumentPlacesQuery = { policyDocuments: Array<{ id: string, municipalities: Array<{ code: string, name: string }> }> };

export type EditVerdictsQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type EditVerdictsQuery = { serverInfo: { revision: number }, municipality: { name: string, coordination: { status: CoordinationStatus, inherited: boolean, inheritedFrom: Array<string>, arrangements: Array<{ organisation: string | null, mode: ArrangementMode }> }, predecessors: Array<{ code: string, name: string }>, quality: Array<{ kind: QualityKind, reason: QualityReason, text: string }>, policy: { rubric: { id: string, themes: Array<{ id: string, title: string }> }, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, inheritedFrom: Array<string>, source: { url: string | null, demonstration: boolean } | null, block: { id: string, level: Level, title: string, theme: { id: string } } }> } } | null };

export type RecordArrangementMutationVariables = Exact<{
  input: ArrangementInput;
}>;


export type RecordArrangementMutation = { recordArrangement: { id: string } };

export type EndArrangementMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;


export type EndArrangementMutation = { endArrangement: { id: string } };

export type RecordVerdictsMutationVariables = Exact<{
  input: VerdictsInput;
}>;


export type RecordVerdictsMutation = { recordVerdicts: { code: string } };

export type RecordPolicyDocumentMutationVariables = Exact<{
  input: PolicyDocumentInput;
}>;


export type RecordPolicyDocumentMutation = { recordPolicyDocument: { id: string } };

export type ConfirmInheritedMutationVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
}>;


export type ConfirmInheritedMutation = { confirmInherited: { code: string } };

export type PreviewQueryVariables = Exact<{
  change: PreviewInput;
}>;


export type PreviewQuery = { preview: { date: string, messages: Array<{ code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string }>, municipalities: Array<{ code: string, before: { name: string, status: CoordinationStatus, class: PolicyClass, inherited: boolean, regions: Array<string>, completeness: { low: number, high: number, total: number } } | null, after: { name: string, status: CoordinationStatus, class: PolicyClass, inherited: boolean, regions: Array<string>, completeness: { low: number, high: number, total: number } } | null }> } };

export type OutlookPartsFragment = { name: string, status: CoordinationStatus, class: PolicyClass, inherited: boolean, regions: Array<string>, completeness: { low: number, high: number, total: number } };

export type SaidFragment = { code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string };

export type BatchHeadFragment = { id: string, file: string, kind: string, state: ImportState, createdAt: string, createdBy: string, revision: number | null, counts: { new: number, changed: number, same: number, errors: number } };

export type BatchWholeFragment = { kept: Array<string>, id: string, file: string, kind: string, state: ImportState, createdAt: string, createdBy: string, revision: number | null, columns: Array<{ field: string, title: string }>, messages: Array<{ code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string }>, counts: { new: number, changed: number, same: number, errors: number } };

export type ImportBatchesQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ImportBatchesQuery = { importBatches: { totalCount: number, nodes: Array<{ id: string, file: string, kind: string, state: ImportState, createdAt: string, createdBy: string, revision: number | null, counts: { new: number, changed: number, same: number, errors: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportBatchQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ImportBatchQuery = { importBatch: { kept: Array<string>, id: string, file: string, kind: string, state: ImportState, createdAt: string, createdBy: string, revision: number | null, wrong: Array<{ line: number, remarks: Array<{ field: string | null, proposal: string | null, understood: boolean, content: { code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string } }>, cells: Array<{ field: string, value: string }> }>, columns: Array<{ field: string, title: string }>, messages: Array<{ code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string }>, counts: { new: number, changed: number, same: number, errors: number } } | null };

export type ImportRowsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  outcome?: InputMaybe<RowOutcome>;
  first: Scalars['Int']['input'];
  skip: Scalars['Int']['input'];
  language: Language;
}>;


export type ImportRowsQuery = { importBatch: { rows: Array<{ line: number, outcome: RowOutcome, municipality: string | null, leftOut: boolean, fields: Array<{ field: string, before: string | null, after: string | null }>, remarks: Array<{ field: string | null, proposal: string | null, understood: boolean, content: { code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string } }>, cells: Array<{ field: string, value: string }> }> } | null };

export type RepairImportMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
  repairs: Array<ImportRepairInput> | ImportRepairInput;
}>;


export type RepairImportMutation = { repairImport: { id: string } };

export type CommitImportMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
  leaveOut: Array<Scalars['Int']['input']> | Scalars['Int']['input'];
}>;


export type CommitImportMutation = { commitImport: { id: string } };

export type DiscardImportMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
}>;


export type DiscardImportMutation = { discardImport: { id: string } };

export type UndoImportMutationVariables = Exact<{
  batch: Scalars['ID']['input'];
}>;


export type UndoImportMutation = { undoImport: { id: string } };

export type ChangeLogQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  mine: Scalars['Boolean']['input'];
}>;


export type ChangeLogQuery = { changeLog: { totalCount: number, nodes: Array<{ revision: number, at: string, by: string, action: string, undoes: number | null, undoneBy: number | null, undoable: boolean, message: { code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string } }> } };

export type AuditTrailQueryVariables = Exact<{
  where?: InputMaybe<AuditFilter>;
  first: Scalars['Int']['input'];
}>;


export type AuditTrailQuery = { auditTrail: { totalCount: number, nodes: Array<{ at: string, actor: string, action: string, before: string | null, after: string | null, message: { code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string } }> } };

export type LastChangeQueryVariables = Exact<{ [key: string]: never; }>;


export type LastChangeQuery = { changeLog: { nodes: Array<{ revision: number, undoable: boolean }> } };

export type UndoChangeMutationVariables = Exact<{
  revision: Scalars['Int']['input'];
}>;


export type UndoChangeMutation = { undoChange: { revision: number, withdrawn: number, restored: number, kept: Array<string> } };

export type MunicipalityPageQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type MunicipalityPageQuery = { municipality: { code: string, name: string, asOf: string, validFrom: string, validTo: string | null, areaKm2: number, population: { inhabitants: number, referenceDate: string, source: string } | null, regions: Array<{ set: string, code: string, name: string }>, neighbours: Array<{ code: string, name: string }>, predecessors: Array<{ date: string, code: string, name: string, areaShare: number }>, successors: Array<{ date: string, code: string, name: string, areaShare: number }>, coordination: { status: CoordinationStatus, since: string | null, inherited: boolean, inheritedFrom: Array<string>, arrangements: Array<{ id: string, status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, phone: string | null, commissionedBy: string | null, ageFrom: number | null, ageTo: number | null, forms: Array<ExploitationForm>, fte: number | null, validFrom: string, validTo: string | null, note: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }> }, documents: Array<{ id: string, title: string, scope: DocumentScope, identifier: string | null, validFrom: string | null, validTo: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }>, policy: { class: PolicyClass, lastAssessed: string | null, assessedBlocks: number, inherited: boolean, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, themes: Array<{ theme: { id: string, dimension: Dimension, title: string, guidanceUrl: string }, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, inheritedFrom: Array<string>, block: { id: string, level: Level, title: string, theme: { id: string } }, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } } | null, reorganisations: Array<{ date: string, kind: ReorganisationKind, note: string | null, from: Array<{ code: string, name: string }>, to: Array<{ code: string, name: string }> }> };

export type CompletenessPartsFragment = { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number };

export type SourcePartsFragment = { label: string, url: string | null, certainty: string | null, demonstration: boolean };

export type FactorValuesQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  brief: PriorityWeights;
  ask: PriorityWeights;
}>;


export type FactorValuesQuery = { brief: { nodes: Array<{ municipality: { code: string }, priority: { factors: Array<{ factor: string, value: number }> } }> }, ask: { nodes: Array<{ municipality: { code: string }, priority: { factors: Array<{ factor: string, value: number }> } }> } };

export type FactorPartsFragment = { nodes: Array<{ municipality: { code: string }, priority: { factors: Array<{ factor: string, value: number }> } }> };

export type TargetDetailsQueryVariables = Exact<{
  purpose: OutreachPurpose;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  codes: Array<Scalars['MunicipalityCode']['input']> | Scalars['MunicipalityCode']['input'];
  weights: PriorityWeights;
  first: Scalars['Int']['input'];
  language: Language;
}>;


export type TargetDetailsQuery = { outreachTargets: { nodes: Array<{ municipality: { code: string, policy: { verdicts: Array<{ block: { title: string } }> } }, priority: { explanation: string, factors: Array<{ factor: string, text: string }> }, missing: Array<{ title: string }>, solvedNearby: Array<{ code: string }> }> } };

export type SessionsQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  set: Scalars['ID']['input'];
  where?: InputMaybe<MunicipalityFilter>;
  language: Language;
}>;


export type SessionsQuery = { sessionProposals: Array<{ population: number, spanKm: number, region: { set: string, code: string, name: string }, municipalities: Array<{ code: string, name: string }>, sharedMissing: Array<{ id: string, title: string }> }> };

export type SomebodyFragment = { id: string, email: string, name: string, role: Role, hasPassword: boolean, mustChange: boolean, linked: boolean, secondFactor: boolean, lastUse: string | null, sessions: number, regions: Array<{ set: string, code: string, name: string }> };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { people: Array<{ id: string, email: string, name: string, role: Role, hasPassword: boolean, mustChange: boolean, linked: boolean, secondFactor: boolean, lastUse: string | null, sessions: number, regions: Array<{ set: string, code: string, name: string }> }>, invitations: Array<{ madeBy: string, expiresAt: string, person: { id: string } }>, accessRequests: Array<{ id: string, email: string, verified: boolean, name: string, organisation: string | null, reason: string | null, askedAt: string, region: { set: string, code: string, name: string } | null }>, tokens: Array<{ name: string, role: Role, scope: Scope, expires: string | null, madeAt: string, madeBy: string, regions: Array<{ set: string, code: string, name: string }> }> };

export type InvitePersonMutationVariables = Exact<{
  email: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  role: Role;
  regions: Array<RegionRef> | RegionRef;
}>;


export type InvitePersonMutation = { invitePerson: { link: string } };

export type RenewInvitationMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RenewInvitationMutation = { renewInvitation: { link: string } };

export type ApproveAccessMutationVariables = Exact<{
  request: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  role: Role;
  regions: Array<RegionRef> | RegionRef;
}>;


export type ApproveAccessMutation = { approveAccess: { link: string } };

export type RefuseAccessMutationVariables = Exact<{
  request: Scalars['ID']['input'];
}>;


export type RefuseAccessMutation = { refuseAccess: boolean };

export type ChangePersonMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  role?: InputMaybe<Role>;
  regions?: InputMaybe<Array<RegionRef> | RegionRef>;
}>;


export type ChangePersonMutation = { changePerson: { id: string } };

export type ResetPasswordMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResetPasswordMutation = { resetPassword: { password: string } };

export type ResetSecondFactorMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ResetSecondFactorMutation = { resetSecondFactor: { id: string } };

export type EndSessionsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type EndSessionsMutation = { endSessions: { id: string } };

export type RemovePersonMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RemovePersonMutation = { removePerson: boolean };

export type CreateTokenMutationVariables = Exact<{
  name: Scalars['String']['input'];
  role: Role;
  regions: Array<RegionRef> | RegionRef;
  scope: Scope;
  expires?: InputMaybe<Scalars['Date']['input']>;
}>;


export type CreateTokenMutation = { createToken: { secret: string } };

export type RevokeTokenMutationVariables = Exact<{
  name: Scalars['String']['input'];
}>;


export type RevokeTokenMutation = { revokeToken: boolean };

export type BottleneckOverviewQueryVariables = Exact<{
  counted: BottleneckFilter;
  listed: BottleneckFilter;
  language: Language;
}>;


export type BottleneckOverviewQuery = { bottleneckCounts: Array<{ category: string, title: string, open: number, resolved: number, escalated: number }>, bottlenecks: Array<{ id: string, category: string, categoryTitle: string, raised: string, resolved: string | null, region: { set: string, code: string, name: string } | null }> };

export type BottleneckTextsQueryVariables = Exact<{
  where: BottleneckFilter;
  language: Language;
}>;


export type BottleneckTextsQuery = { bottlenecks: Array<{ text: string, escalatedTo: string | null, id: string, category: string, categoryTitle: string, raised: string, resolved: string | null, municipality: { code: string, name: string } | null, region: { set: string, code: string, name: string } | null }> };

export type GoodPracticesQueryVariables = Exact<{
  block?: InputMaybe<Scalars['ID']['input']>;
  region?: InputMaybe<RegionRef>;
  language: Language;
}>;


export type GoodPracticesQuery = { goodPractices: Array<{ id: string, title: string, text: string, block: { id: string, title: string } | null, region: { set: string, code: string, name: string } | null, municipality: { code: string, name: string } | null, source: { label: string, url: string | null } }> };

export type RegionNotesQueryVariables = Exact<{
  region: RegionRef;
  language: Language;
}>;


export type RegionNotesQuery = { bottleneckCounts: Array<{ category: string, title: string, open: number, resolved: number, escalated: number }>, goodPractices: Array<{ id: string, title: string, text: string, block: { id: string, title: string } | null, region: { set: string, code: string, name: string } | null, municipality: { code: string, name: string } | null, source: { label: string, url: string | null } }> };

export type RaiseBottleneckMutationVariables = Exact<{
  input: BottleneckInput;
}>;


export type RaiseBottleneckMutation = { raiseBottleneck: { id: string } };

export type ResolveBottleneckMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
}>;


export type ResolveBottleneckMutation = { resolveBottleneck: { id: string } };

export type ShareGoodPracticeMutationVariables = Exact<{
  input: GoodPracticeInput;
}>;


export type ShareGoodPracticeMutation = { shareGoodPractice: { id: string } };

export type CategoryPartsFragment = { category: string, title: string, open: number, resolved: number, escalated: number };

export type BottleneckPartsFragment = { id: string, category: string, categoryTitle: string, raised: string, resolved: string | null, region: { set: string, code: string, name: string } | null };

export type PracticePartsFragment = { id: string, title: string, text: string, block: { id: string, title: string } | null, region: { set: string, code: string, name: string } | null, municipality: { code: string, name: string } | null, source: { label: string, url: string | null } };

export type ListPlaceFragment = { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string };

export type PriorityOfQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  weights?: InputMaybe<PriorityWeights>;
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type PriorityOfQuery = { municipality: { toBrief: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string }, toAsk: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string } } | null };

export type TopOfListQueryVariables = Exact<{
  purpose: OutreachPurpose;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where?: InputMaybe<MunicipalityFilter>;
  language: Language;
}>;


export type TopOfListQuery = { outreachTargets: { totalCount: number, nodes: Array<{ municipality: { code: string, name: string }, priority: { listRank: number | null, listSize: number, explanation: string } }> } };

export type ReferenceQueryVariables = Exact<{
  language: Language;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type ReferenceQuery = { regionSets: Array<{ id: string, title: string, provisional: boolean, regions: Array<{ code: string, name: string }> }>, rubric: { id: string, title: string, provisional: boolean, validFrom: string, themes: Array<{ id: string, dimension: Dimension, title: string, guidanceUrl: string }>, blocks: Array<{ id: string, level: Level, title: string, sourceUrl: string, theme: { id: string } }> } | null };

export type SearchQueryVariables = Exact<{
  text: Scalars['String']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type SearchQuery = { search: Array<{ matched: string, reason: SearchReason, since: string | null, municipality: { code: string, name: string, regions: Array<{ name: string }> } }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { signedIn: boolean, name: string | null, role: Role, regions: Array<{ set: string, code: string, name: string }> } };

export type RegionMembersQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type RegionMembersQuery = { serverInfo: { revision: number }, regions: Array<{ code: string, name: string, municipalities: Array<{ code: string, name: string }> }> };

export type SetRegionMutationVariables = Exact<{
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  municipalities: Array<Scalars['MunicipalityCode']['input']> | Scalars['MunicipalityCode']['input'];
  from: Scalars['Date']['input'];
  basedOn?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SetRegionMutation = { setRegion: { code: string } };

export type CreateRegionSetMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  title: Scalars['String']['input'];
}>;


export type CreateRegionSetMutation = { createRegionSet: { id: string } };

export type RubricsQueryVariables = Exact<{ [key: string]: never; }>;


export type RubricsQuery = { rubrics: Array<{ id: string, validFrom: string, provisional: boolean, titleNl: string, titleEn: string, themes: Array<{ id: string, dimension: Dimension, guidanceUrl: string, titleNl: string, titleEn: string }>, blocks: Array<{ id: string, level: Level, weight: number, from: Array<string>, sourceUrl: string, titleNl: string, titleEn: string, theme: { id: string } }> }> };

export type PreviewRubricQueryVariables = Exact<{
  input: RubricInput;
}>;


export type PreviewRubricQuery = { preview: { date: string, messages: Array<{ code: MessageCode, arguments: Readonly<Record<string, unknown>>, what: string }>, municipalities: Array<{ code: string, before: { name: string, class: PolicyClass, completeness: { low: number, high: number } } | null, after: { name: string, class: PolicyClass, completeness: { low: number, high: number } } | null }> } };

export type RubricOutlookFragment = { name: string, class: PolicyClass, completeness: { low: number, high: number } };

export type RecordRubricMutationVariables = Exact<{
  input: RubricInput;
}>;


export type RecordRubricMutation = { recordRubric: { id: string } };

export type RubricChangeQueryVariables = Exact<{ [key: string]: never; }>;


export type RubricChangeQuery = { changeLog: { nodes: Array<{ revision: number, action: string, undoable: boolean }> } };

export type WorkQueryVariables = Exact<{
  where?: InputMaybe<MunicipalityFilter>;
  language: Language;
}>;


export type WorkQuery = { serverInfo: { revision: number }, municipalities: { nodes: Array<{ code: string, name: string, regions: Array<{ set: string, code: string }>, quality: Array<{ kind: QualityKind, reason: QualityReason, block: string | null, record: string | null, text: string }> }> } };

export type NewerPublicDataQueryVariables = Exact<{ [key: string]: never; }>;


export type NewerPublicDataQuery = { publicData: { edition: number | null, newer: { edition: number, date: string } | null } };

