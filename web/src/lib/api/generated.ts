// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from './document';

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
  | 'BATCH_NOT_SERVED'
  | 'MUTATION_BY_GET'
  | 'ONLY_SUBSCRIPTIONS'
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
  | 'TOKEN_OF';

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
}>;


export type AccountabilityQuery = { serverInfo: { version: string, revision: number, demonstration: boolean, dataDate: string }, publicData: { edition: number | null, date: string | null }, gathered: Array<{ kind: GatheredKind, records: number, municipalities: number, sources: number, sites: number, earliest: string | null, latest: string | null, recordedAt: string | null }>, coverage: { municipalityCount: number, byStatus: Array<{ status: CoordinationStatus, count: number }>, byClass: Array<{ class: PolicyClass, count: number }> }, untold: { nodes: Array<{ code: string, name: string }> }, rubrics: Array<{ id: string, title: string, provisional: boolean, validFrom: string, themes: Array<{ id: string, dimension: Dimension, title: string, guidanceUrl: string }>, blocks: Array<{ id: string, level: Level, title: string, sourceUrl: string, theme: { id: string } }> }>, arrangements: Array<{ id: string, organisation: string | null, validFrom: string, source: { label: string, url: string | null, certainty: string | null } }>, policyDocuments: Array<{ id: string, title: string, validFrom: string | null, source: { label: string, url: string | null } }>, nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type NationalIndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type NationalIndicatorsQuery = { nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type IndicatorPartsFragment = { nationalIndicators: Array<{ indicator: string, date: string, value: number, ofTotal: number | null, unit: string, source: { label: string, url: string | null } }> };

export type AtlasQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type AtlasQuery = { serverInfo: { version: string, revision: number, demonstration: boolean, dataDate: string, boundariesKnownUntil: string }, boundaryDates: Array<{ date: string, municipalityCount: number, topologyUrl: string, regionalUrl: string }>, municipalities: { totalCount: number, nodes: Array<{ code: string, name: string, asOf: string, areaKm2: number, population: { inhabitants: number } | null, regions: Array<{ set: string, code: string }>, coordination: { status: CoordinationStatus, inherited: boolean, arrangements: Array<{ status: CoordinationStatus, mode: ArrangementMode, organisation: string | null }> }, policy: { class: PolicyClass, inherited: boolean, lastAssessed: string | null, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, total: number } }> } }> } };

export type BlockMembersQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where: MunicipalityFilter;
}>;


export type BlockMembersQuery = { municipalities: { totalCount: number, nodes: Array<{ code: string }> } };

export type BlockVerdictsQueryVariables = Exact<{
  block: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type BlockVerdictsQuery = { PRESENT: { nodes: Array<{ code: string }> }, IN_PREPARATION: { nodes: Array<{ code: string }> }, ABSENT: { nodes: Array<{ code: string }> }, UNKNOWN: { nodes: Array<{ code: string }> } };

export type BlockDistributionsQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where?: InputMaybe<MunicipalityFilter>;
}>;


export type BlockDistributionsQuery = { rubric: { blocks: Array<{ id: string, distribution: Array<{ verdict: Verdict, count: number }> }> } | null };

export type BriefingPartsFragment = { id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> };

export type CampaignPartsFragment = { id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } };

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { campaigns: Array<{ id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } }>, municipalities: { totalCount: number } };

export type FollowUpsQueryVariables = Exact<{ [key: string]: never; }>;


export type FollowUpsQuery = { followUps: Array<{ id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> }> };

export type CampaignQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  language: Language;
}>;


export type CampaignQuery = { campaign: { id: string, title: string, goal: number, from: string, to: string, partners: Array<string>, targets: Array<{ stage: OutreachStage, owner: string | null, municipality: { code: string, name: string, asOf: string, toBrief: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string }, toAsk: { purpose: OutreachPurpose, listRank: number | null, listSize: number, explanation: string } }, briefing: { id: string, date: string, stage: OutreachStage, kind: BriefingKind, campaignId: string | null, owner: string | null, partners: Array<string>, outcome: string | null, followUp: string | null, region: { set: string, code: string, name: string } | null, municipalities: Array<{ code: string, name: string }> } | null, replaces: Array<{ code: string, name: string }> }>, progress: { reached: number, byStage: Array<{ stage: OutreachStage, count: number }> } } | null, municipalities: { totalCount: number } };

export type TargetCodesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TargetCodesQuery = { campaign: { targets: Array<{ stage: OutreachStage, municipality: { code: string }, replaces: Array<{ code: string }> }> } | null };

export type EffectQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  language: Language;
  total: Scalars['Boolean']['input'];
}>;


export type EffectQuery = { campaign: { effect: Array<{ briefed: string, assessed: string | null, municipality: { code: string, name: string }, before: { class: PolicyClass, completeness: { low: number, high: number, total: number } }, after: { class: PolicyClass, completeness: { low: number, high: number, total: number } } | null, gained: Array<{ id: string, title: string }> }>, effectTotal?: { briefed: number, reassessed: number, matched: number, comparable: number, note: string, ofReassessed: { blocks: number, completenessLow: number } | null, ofMatched: { blocks: number, completenessLow: number } | null, ofComparable: { blocks: number, completenessLow: number } | null } } | null };

export type LastBriefedQueryVariables = Exact<{
  asOf?: InputMaybe<Scalars['Date']['input']>;
  where?: InputMaybe<MunicipalityFilter>;
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
}>;


export type CompareMunicipalitiesQuery = { municipalities: { nodes: Array<{ code: string, name: string, asOf: string, areaKm2: number, population: { inhabitants: number } | null, regions: Array<{ set: string, name: string }>, coordination: { status: CoordinationStatus, arrangements: Array<{ organisation: string | null, mode: ArrangementMode }> }, documents: Array<{ id: string }>, policy: { class: PolicyClass, lastAssessed: string | null, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, verdicts: Array<{ verdict: Verdict, block: { id: string } }> } }> }, rubric: { blocks: Array<{ id: string, title: string, theme: { id: string, title: string } }> } | null };

export type CompareRegionQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  code: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type CompareRegionQuery = { region: { set: string, code: string, name: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, weakestBlocks: Array<{ block: { id: string, title: string } }> } | null, nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } };

export type MunicipalityContextQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type MunicipalityContextQuery = { municipality: { highlights: Array<string>, quality: Array<{ kind: QualityKind, text: string }>, peers: Array<{ reason: string, municipality: { code: string, name: string } }>, history: Array<{ date: string, recordedAt: string, text: string, municipalities: Array<{ code: string, name: string }>, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } | null };

export type SolvedByQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  block: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type SolvedByQuery = { municipality: { solvedBy: Array<{ reason: string, municipality: { code: string, name: string }, verdict: { validFrom: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }, document: { id: string, title: string, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } } | null }> } | null };

export type WhoCoversQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  age?: InputMaybe<Scalars['Int']['input']>;
  form?: InputMaybe<ExploitationForm>;
  language: Language;
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


export type CheckQuery = { check: { open: boolean, expiresAt: string, municipality: { code: string, name: string, asOf: string, coordination: { status: CoordinationStatus, arrangements: Array<{ id: string, status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, commissionedBy: string | null, ageFrom: number | null, ageTo: number | null, forms: Array<ExploitationForm>, fte: number | null, validFrom: string, validTo: string | null, note: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }> }, policy: { themes: Array<{ theme: { id: string, dimension: Dimension, title: string } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null, block: { id: string, level: Level, title: string, theme: { id: string } } }> } } | null } | null };

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
}>;


export type RegionPageQuery = { region: { set: string, code: string, name: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, weakestBlocks: Array<{ block: { id: string, title: string, theme: { title: string } }, counts: Array<{ verdict: Verdict, count: number }> }>, municipalities: Array<{ code: string }>, documents: Array<{ id: string, title: string, validFrom: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean }, municipalities: Array<{ code: string }> }>, history: Array<{ date: string, recordedAt: string, text: string, municipalities: Array<{ code: string, name: string }>, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } | null, nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, regions: Array<{ key: string, label: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } }> };

export type RegionListQueryVariables = Exact<{
  set: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
}>;


export type RegionListQuery = { nation: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> }, regions: Array<{ key: string, label: string, coverage: { municipalityCount: number, population: number, perMunicipality: number, perInhabitant: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }>, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }> } }> };

export type TimelineQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  where?: InputMaybe<MunicipalityFilter>;
}>;


export type TimelineQuery = { timeline: Array<{ date: string, coverage: { municipalityCount: number, population: number, byStatus: Array<{ status: CoordinationStatus, count: number, population: number }>, byClass: Array<{ class: PolicyClass, count: number, population: number }> } }> };

export type ChangesQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  where?: InputMaybe<MunicipalityFilter>;
  language: Language;
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

export type LastChangeQueryVariables = Exact<{ [key: string]: never; }>;


export type LastChangeQuery = { changeLog: { nodes: Array<{ revision: number, undoable: boolean }> } };

export type UndoChangeMutationVariables = Exact<{
  revision: Scalars['Int']['input'];
}>;


export type UndoChangeMutation = { undoChange: { revision: number, withdrawn: number, restored: number, kept: Array<string> } };

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

export type MunicipalityPageQueryVariables = Exact<{
  code: Scalars['MunicipalityCode']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  language: Language;
}>;


export type MunicipalityPageQuery = { municipality: { code: string, name: string, asOf: string, validFrom: string, validTo: string | null, areaKm2: number, population: { inhabitants: number, referenceDate: string, source: string } | null, regions: Array<{ set: string, code: string, name: string }>, neighbours: Array<{ code: string, name: string }>, predecessors: Array<{ date: string, code: string, name: string, areaShare: number }>, successors: Array<{ date: string, code: string, name: string, areaShare: number }>, coordination: { status: CoordinationStatus, since: string | null, inherited: boolean, inheritedFrom: Array<string>, arrangements: Array<{ id: string, status: CoordinationStatus, mode: ArrangementMode, organisation: string | null, commissionedBy: string | null, ageFrom: number | null, ageTo: number | null, forms: Array<ExploitationForm>, fte: number | null, validFrom: string, validTo: string | null, note: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }> }, documents: Array<{ id: string, title: string, scope: DocumentScope, identifier: string | null, validFrom: string | null, validTo: string | null, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } }>, policy: { class: PolicyClass, lastAssessed: string | null, inherited: boolean, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number }, dimensions: Array<{ dimension: Dimension, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, themes: Array<{ theme: { id: string, dimension: Dimension, title: string, guidanceUrl: string }, completeness: { low: number, high: number, present: number, inPreparation: number, absent: number, unknown: number, total: number } }>, verdicts: Array<{ verdict: Verdict, validFrom: string | null, established: Established, note: string | null, inherited: boolean, inheritedFrom: Array<string>, block: { id: string, level: Level, title: string, theme: { id: string } }, source: { label: string, url: string | null, certainty: string | null, demonstration: boolean } | null }> } } | null, reorganisations: Array<{ date: string, kind: ReorganisationKind, note: string | null, from: Array<{ code: string, name: string }>, to: Array<{ code: string, name: string }> }> };

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

export const AccountabilityDocument = new Document<AccountabilityQuery, AccountabilityQueryVariables>(
  "query Accountability($asOf:Date$language:Language!){serverInfo{version revision demonstration dataDate}publicData{edition date}gathered(asOf:$asOf){kind records municipalities sources sites earliest latest recordedAt}coverage(asOf:$asOf){municipalityCount byStatus{status count}byClass{class count}}untold:municipalities(asOf:$asOf where:{policyClass:[NOT_ASSESSED]}first:1000){nodes{code name}}rubrics{id title(language:$language)provisional validFrom themes{id dimension title(language:$language)guidanceUrl}blocks{id level title(language:$language)sourceUrl theme{id}}}arrangements{id organisation validFrom source{label url certainty(language:$language)}}policyDocuments{id title validFrom source{label url}}...IndicatorParts}fragment IndicatorParts on Query{nationalIndicators{indicator date value ofTotal unit source{label url}}}",
);

export const NationalIndicatorsDocument = new Document<NationalIndicatorsQuery, NationalIndicatorsQueryVariables>(
  "query NationalIndicators{...IndicatorParts}fragment IndicatorParts on Query{nationalIndicators{indicator date value ofTotal unit source{label url}}}",
);

export const AtlasDocument = new Document<AtlasQuery, AtlasQueryVariables>(
  "query Atlas($asOf:Date){serverInfo{version revision demonstration dataDate boundariesKnownUntil}boundaryDates{date municipalityCount topologyUrl(detail:NATIONAL)regionalUrl:topologyUrl(detail:REGIONAL)}municipalities(asOf:$asOf){totalCount nodes{code name asOf areaKm2 population{inhabitants}regions{set code}coordination{status inherited arrangements{status mode organisation}}policy{class inherited lastAssessed completeness{low high present inPreparation absent unknown total}dimensions{dimension completeness{low high total}}}}}}",
);

export const BlockMembersDocument = new Document<BlockMembersQuery, BlockMembersQueryVariables>(
  "query BlockMembers($asOf:Date$where:MunicipalityFilter!){municipalities(asOf:$asOf where:$where){totalCount nodes{code}}}",
);

export const BlockVerdictsDocument = new Document<BlockVerdictsQuery, BlockVerdictsQueryVariables>(
  "query BlockVerdicts($block:ID!$asOf:Date){PRESENT:municipalities(asOf:$asOf where:{block:{block:$block verdict:[PRESENT]}}){nodes{code}}IN_PREPARATION:municipalities(asOf:$asOf where:{block:{block:$block verdict:[IN_PREPARATION]}}){nodes{code}}ABSENT:municipalities(asOf:$asOf where:{block:{block:$block verdict:[ABSENT]}}){nodes{code}}UNKNOWN:municipalities(asOf:$asOf where:{block:{block:$block verdict:[UNKNOWN]}}){nodes{code}}}",
);

export const BlockDistributionsDocument = new Document<BlockDistributionsQuery, BlockDistributionsQueryVariables>(
  "query BlockDistributions($asOf:Date$where:MunicipalityFilter){rubric{blocks{id distribution(asOf:$asOf where:$where){verdict count}}}}",
);

export const CampaignsDocument = new Document<CampaignsQuery, CampaignsQueryVariables>(
  "query Campaigns{campaigns{...CampaignParts}municipalities(first:0){totalCount}}fragment CampaignParts on Campaign{id title goal from to partners progress{reached byStage{stage count}}}",
);

export const FollowUpsDocument = new Document<FollowUpsQuery, FollowUpsQueryVariables>(
  "query FollowUps{followUps{...BriefingParts}}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);

export const CampaignDocument = new Document<CampaignQuery, CampaignQueryVariables>(
  "query Campaign($id:ID!$language:Language!){campaign(id:$id){...CampaignParts targets{municipality{code name asOf toBrief:priority(purpose:BRIEF){...ListPlace}toAsk:priority(purpose:ASK){...ListPlace}}stage owner briefing{...BriefingParts}replaces{code name}}}municipalities(first:0){totalCount}}fragment CampaignParts on Campaign{id title goal from to partners progress{reached byStage{stage count}}}fragment ListPlace on Priority{purpose listRank listSize explanation(language:$language)}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);

export const TargetCodesDocument = new Document<TargetCodesQuery, TargetCodesQueryVariables>(
  "query TargetCodes($id:ID!){campaign(id:$id){targets{municipality{code}stage replaces{code}}}}",
);

export const EffectDocument = new Document<EffectQuery, EffectQueryVariables>(
  "query Effect($id:ID!$language:Language!$total:Boolean!){campaign(id:$id){effect{municipality{code name}briefed assessed before{class completeness{low high total}}after{class completeness{low high total}}gained{id title(language:$language)}}effectTotal@include(if:$total){briefed reassessed matched comparable ofReassessed{blocks completenessLow}ofMatched{blocks completenessLow}ofComparable{blocks completenessLow}note(language:$language)}}}",
);

export const LastBriefedDocument = new Document<LastBriefedQuery, LastBriefedQueryVariables>(
  "query LastBriefed($asOf:Date$where:MunicipalityFilter){municipalities(asOf:$asOf where:$where){nodes{code lastBriefing{date}}}}",
);

export const CreateCampaignDocument = new Document<CreateCampaignMutation, CreateCampaignMutationVariables>(
  "mutation CreateCampaign($input:CampaignInput!){createCampaign(input:$input){id}}",
);

export const AddTargetsDocument = new Document<AddTargetsMutation, AddTargetsMutationVariables>(
  "mutation AddTargets($campaign:ID!$codes:[MunicipalityCode!]!){addTargets(campaign:$campaign codes:$codes){id}}",
);

export const SetStageDocument = new Document<SetStageMutation, SetStageMutationVariables>(
  "mutation SetStage($campaign:ID!$code:MunicipalityCode!$stage:OutreachStage!$owner:String){setStage(campaign:$campaign code:$code stage:$stage owner:$owner){id}}",
);

export const RecordBriefingDocument = new Document<RecordBriefingMutation, RecordBriefingMutationVariables>(
  "mutation RecordBriefing($input:BriefingInput!){recordBriefing(input:$input){id municipalities{code}}}",
);

export const BriefingLogDocument = new Document<BriefingLogQuery, BriefingLogQueryVariables>(
  "query BriefingLog($code:MunicipalityCode!$asOf:Date!){municipality(code:$code asOf:$asOf){briefings{...BriefingParts}}}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);

export const CompareMunicipalitiesDocument = new Document<CompareMunicipalitiesQuery, CompareMunicipalitiesQueryVariables>(
  "query CompareMunicipalities($codes:[MunicipalityCode!]!$asOf:Date$language:Language!){municipalities(asOf:$asOf where:{code:$codes}){nodes{code name asOf areaKm2 population{inhabitants}regions{set name}coordination{status arrangements{organisation mode}}documents{id}policy{class lastAssessed completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}verdicts{verdict block{id}}}}}rubric{blocks{id title(language:$language)theme{id title(language:$language)}}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const CompareRegionDocument = new Document<CompareRegionQuery, CompareRegionQueryVariables>(
  "query CompareRegion($set:ID!$code:ID!$asOf:Date$language:Language!){region(set:$set code:$code asOf:$asOf){set code name coverage{...CoverageParts}weakestBlocks(first:3){block{id title(language:$language)}}}nation:coverage(asOf:$asOf){...CoverageParts}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const MunicipalityContextDocument = new Document<MunicipalityContextQuery, MunicipalityContextQueryVariables>(
  "query MunicipalityContext($code:MunicipalityCode!$asOf:Date$language:Language!){municipality(code:$code asOf:$asOf){highlights(language:$language)quality{kind text(language:$language)}peers(first:5){reason(language:$language)municipality{code name}}history{...HistoryParts}}}fragment HistoryParts on HistoryEvent{date recordedAt text(language:$language)municipalities{code name}source{...SourceParts}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const SolvedByDocument = new Document<SolvedByQuery, SolvedByQueryVariables>(
  "query SolvedBy($code:MunicipalityCode!$block:ID!$asOf:Date$language:Language!){municipality(code:$code asOf:$asOf){solvedBy(block:$block first:3){reason(language:$language)municipality{code name}verdict{validFrom source{...SourceParts}}document{id title source{...SourceParts}}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const WhoCoversDocument = new Document<WhoCoversQuery, WhoCoversQueryVariables>(
  "query WhoCovers($code:MunicipalityCode!$asOf:Date$age:Int$form:ExploitationForm$language:Language!){whoCovers(code:$code asOf:$asOf age:$age form:$form){fallback explanation(language:$language)arrangement{id organisation status mode}}}",
);

export const CorrectionsDocument = new Document<CorrectionsQuery, CorrectionsQueryVariables>(
  "query Corrections($state:CorrectionState$first:Int!$language:Language!){corrections(state:$state first:$first){totalCount nodes{id origin name email text proposedAt state decidedAt decidedBy answer municipality{code name}differences{standing proposed note block{id title(language:$language)}}}}}",
);

export const StandingPolicyDocument = new Document<StandingPolicyQuery, StandingPolicyQueryVariables>(
  "query StandingPolicy($code:MunicipalityCode!$language:Language!){municipality(code:$code){policy{...PolicyStanding}}}fragment PolicyStanding on PolicyState{themes{theme{id dimension title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited source{...SourceParts}block{id level title(language:$language)theme{id}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const ProposeCorrectionDocument = new Document<ProposeCorrectionMutation, ProposeCorrectionMutationVariables>(
  "mutation ProposeCorrection($code:MunicipalityCode!$text:String!$email:String$answers:[ProposedAnswer!]){proposeCorrection(code:$code text:$text email:$email answers:$answers)}",
);

export const AcceptCorrectionDocument = new Document<AcceptCorrectionMutation, AcceptCorrectionMutationVariables>(
  "mutation AcceptCorrection($id:ID!$input:AcceptanceInput){acceptCorrection(id:$id input:$input){id revision}}",
);

export const RefuseCorrectionDocument = new Document<RefuseCorrectionMutation, RefuseCorrectionMutationVariables>(
  "mutation RefuseCorrection($id:ID!$reason:String!){refuseCorrection(id:$id reason:$reason){id}}",
);

export const CheckDocument = new Document<CheckQuery, CheckQueryVariables>(
  "query Check($secret:String!$language:Language!){check(secret:$secret){open expiresAt municipality{code name asOf coordination{status arrangements{id status mode organisation commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{...SourceParts}}}policy{...PolicyStanding}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment PolicyStanding on PolicyState{themes{theme{id dimension title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited source{...SourceParts}block{id level title(language:$language)theme{id}}}}",
);

export const SubmitCheckDocument = new Document<SubmitCheckMutation, SubmitCheckMutationVariables>(
  "mutation SubmitCheck($secret:String!$text:String$name:String$answers:[ProposedAnswer!]){submitCheck(secret:$secret text:$text name:$name answers:$answers)}",
);

export const MakeCheckLinkDocument = new Document<MakeCheckLinkMutation, MakeCheckLinkMutationVariables>(
  "mutation MakeCheckLink($code:MunicipalityCode!){makeCheckLink(code:$code){path expiresAt}}",
);

export const RegionPageDocument = new Document<RegionPageQuery, RegionPageQueryVariables>(
  "query RegionPage($set:ID!$code:ID!$asOf:Date$language:Language!){region(set:$set code:$code asOf:$asOf){set code name coverage{...CoverageParts}weakestBlocks(first:5){block{id title(language:$language)theme{title(language:$language)}}counts{verdict count}}municipalities{code}documents{id title validFrom source{...SourceParts}municipalities(asOf:$asOf){code}}history(first:12){...HistoryParts}}nation:coverage(asOf:$asOf){...CoverageParts}regions:coverageBy(group:{regionSet:$set}asOf:$asOf){key label coverage{...CoverageParts}}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment HistoryParts on HistoryEvent{date recordedAt text(language:$language)municipalities{code name}source{...SourceParts}}",
);

export const RegionListDocument = new Document<RegionListQuery, RegionListQueryVariables>(
  "query RegionList($set:ID!$asOf:Date){nation:coverage(asOf:$asOf){...CoverageParts}regions:coverageBy(group:{regionSet:$set}asOf:$asOf){key label coverage{...CoverageParts}}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const TimelineDocument = new Document<TimelineQuery, TimelineQueryVariables>(
  "query Timeline($from:Date!$to:Date!$where:MunicipalityFilter){timeline(from:$from to:$to step:QUARTER where:$where){date coverage{municipalityCount population byStatus{status count population}byClass{class count population}}}}",
);

export const ChangesDocument = new Document<ChangesQuery, ChangesQueryVariables>(
  "query Changes($from:Date!$to:Date!$where:MunicipalityFilter$language:Language!){changes(from:$from to:$to where:$where){counts{kind count}municipalities{kind reason(language:$language)before{code name}municipality{code name}}}}",
);

export const EditArrangementDocument = new Document<EditArrangementQuery, EditArrangementQueryVariables>(
  "query EditArrangement($code:MunicipalityCode!$asOf:Date$language:Language!){serverInfo{revision}municipality(code:$code asOf:$asOf){coordination{arrangements{id status mode organisation commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{url}contact{name email phone}}}}}",
);

export const ArrangementPlacesDocument = new Document<ArrangementPlacesQuery, ArrangementPlacesQueryVariables>(
  "query ArrangementPlaces($asOf:Date){arrangements(asOf:$asOf){id municipalities{code name}}}",
);

export const EditDocumentDocument = new Document<EditDocumentQuery, EditDocumentQueryVariables>(
  "query EditDocument($code:MunicipalityCode!$asOf:Date){serverInfo{revision}municipality(code:$code asOf:$asOf){documents{id title scope identifier validFrom validTo source{url}}}}",
);

export const DocumentPlacesDocument = new Document<DocumentPlacesQuery, DocumentPlacesQueryVariables>(
  "query DocumentPlaces($asOf:Date){policyDocuments(asOf:$asOf){id municipalities{code name}}}",
);

export const EditVerdictsDocument = new Document<EditVerdictsQuery, EditVerdictsQueryVariables>(
  "query EditVerdicts($code:MunicipalityCode!$asOf:Date$language:Language!){serverInfo{revision}municipality(code:$code asOf:$asOf){name coordination{status inherited inheritedFrom arrangements{organisation mode}}predecessors{code name}quality{kind reason text(language:$language)}policy{rubric{id themes{id title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited inheritedFrom source{url demonstration}block{id level title(language:$language)theme{id}}}}}}",
);

export const RecordArrangementDocument = new Document<RecordArrangementMutation, RecordArrangementMutationVariables>(
  "mutation RecordArrangement($input:ArrangementInput!){recordArrangement(input:$input){id}}",
);

export const EndArrangementDocument = new Document<EndArrangementMutation, EndArrangementMutationVariables>(
  "mutation EndArrangement($id:ID!$on:Date!){endArrangement(id:$id on:$on){id}}",
);

export const RecordVerdictsDocument = new Document<RecordVerdictsMutation, RecordVerdictsMutationVariables>(
  "mutation RecordVerdicts($input:VerdictsInput!){recordVerdicts(input:$input){code}}",
);

export const RecordPolicyDocumentDocument = new Document<RecordPolicyDocumentMutation, RecordPolicyDocumentMutationVariables>(
  "mutation RecordPolicyDocument($input:PolicyDocumentInput!){recordPolicyDocument(input:$input){id}}",
);

export const ConfirmInheritedDocument = new Document<ConfirmInheritedMutation, ConfirmInheritedMutationVariables>(
  "mutation ConfirmInherited($code:MunicipalityCode!){confirmInherited(code:$code){code}}",
);

export const LastChangeDocument = new Document<LastChangeQuery, LastChangeQueryVariables>(
  "query LastChange{changeLog(first:1 mine:true){nodes{revision undoable}}}",
);

export const UndoChangeDocument = new Document<UndoChangeMutation, UndoChangeMutationVariables>(
  "mutation UndoChange($revision:Int!){undoChange(revision:$revision){revision withdrawn restored kept}}",
);

export const PreviewDocument = new Document<PreviewQuery, PreviewQueryVariables>(
  "query Preview($change:PreviewInput!){preview(change:$change){date messages{...Said}municipalities{code before{...OutlookParts}after{...OutlookParts}}}}fragment Said on Message{code arguments what}fragment OutlookParts on Outlook{name status class inherited regions completeness{low high total}}",
);

export const ImportBatchesDocument = new Document<ImportBatchesQuery, ImportBatchesQueryVariables>(
  "query ImportBatches($first:Int!$after:String){importBatches(first:$first after:$after){totalCount nodes{...BatchHead}pageInfo{hasNextPage endCursor}}}fragment BatchHead on ImportBatch{id file kind state createdAt createdBy revision counts{new changed same errors}}",
);

export const ImportBatchDocument = new Document<ImportBatchQuery, ImportBatchQueryVariables>(
  "query ImportBatch($id:ID!){importBatch(id:$id){...BatchWhole wrong:rows(outcome:ERROR){line remarks{field content{...Said}proposal understood}cells{field value}}}}fragment BatchWhole on ImportBatch{...BatchHead columns{field title}messages{...Said}kept}fragment BatchHead on ImportBatch{id file kind state createdAt createdBy revision counts{new changed same errors}}fragment Said on Message{code arguments what}",
);

export const ImportRowsDocument = new Document<ImportRowsQuery, ImportRowsQueryVariables>(
  "query ImportRows($id:ID!$outcome:RowOutcome$first:Int!$skip:Int!$language:Language!){importBatch(id:$id){rows(outcome:$outcome first:$first skip:$skip){line outcome municipality leftOut fields{field before(language:$language)after(language:$language)}remarks{field content{...Said}proposal understood}cells{field value}}}}fragment Said on Message{code arguments what}",
);

export const RepairImportDocument = new Document<RepairImportMutation, RepairImportMutationVariables>(
  "mutation RepairImport($batch:ID!$repairs:[ImportRepairInput!]!){repairImport(batch:$batch repairs:$repairs){id}}",
);

export const CommitImportDocument = new Document<CommitImportMutation, CommitImportMutationVariables>(
  "mutation CommitImport($batch:ID!$leaveOut:[Int!]!){commitImport(batch:$batch leaveOut:$leaveOut){id}}",
);

export const DiscardImportDocument = new Document<DiscardImportMutation, DiscardImportMutationVariables>(
  "mutation DiscardImport($batch:ID!){discardImport(batch:$batch){id}}",
);

export const UndoImportDocument = new Document<UndoImportMutation, UndoImportMutationVariables>(
  "mutation UndoImport($batch:ID!){undoImport(batch:$batch){id}}",
);

export const ChangeLogDocument = new Document<ChangeLogQuery, ChangeLogQueryVariables>(
  "query ChangeLog($first:Int!$mine:Boolean!){changeLog(first:$first mine:$mine){totalCount nodes{revision at by action message{...Said}undoes undoneBy undoable}}}fragment Said on Message{code arguments what}",
);

export const AuditTrailDocument = new Document<AuditTrailQuery, AuditTrailQueryVariables>(
  "query AuditTrail($where:AuditFilter$first:Int!){auditTrail(where:$where first:$first){totalCount nodes{at actor action message{...Said}before after}}}fragment Said on Message{code arguments what}",
);

export const MunicipalityPageDocument = new Document<MunicipalityPageQuery, MunicipalityPageQueryVariables>(
  "query MunicipalityPage($code:MunicipalityCode!$asOf:Date$language:Language!){municipality(code:$code asOf:$asOf){code name asOf validFrom validTo areaKm2 population{inhabitants referenceDate source}regions{set code name}neighbours{code name}predecessors{date code name areaShare}successors{date code name areaShare}coordination{status since inherited inheritedFrom arrangements{id status mode organisation commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{...SourceParts}}}documents{id title scope identifier validFrom validTo source{...SourceParts}}policy{class lastAssessed inherited completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}themes{theme{id dimension title(language:$language)guidanceUrl}completeness{...CompletenessParts}}verdicts{verdict validFrom established note(language:$language)inherited inheritedFrom block{id level title(language:$language)theme{id}}source{...SourceParts}}}}reorganisations{date kind note(language:$language)from{code name}to{code name}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const FactorValuesDocument = new Document<FactorValuesQuery, FactorValuesQueryVariables>(
  "query FactorValues($asOf:Date$brief:PriorityWeights!$ask:PriorityWeights!){brief:outreachTargets(purpose:BRIEF asOf:$asOf where:{completenessLow:{gte:0}}weights:$brief first:1000){...FactorParts}ask:outreachTargets(purpose:ASK asOf:$asOf where:{completenessLow:{gte:0}}weights:$ask first:1000){...FactorParts}}fragment FactorParts on OutreachTargetConnection{nodes{municipality{code}priority{factors{factor value}}}}",
);

export const TargetDetailsDocument = new Document<TargetDetailsQuery, TargetDetailsQueryVariables>(
  "query TargetDetails($purpose:OutreachPurpose!$asOf:Date$codes:[MunicipalityCode!]!$weights:PriorityWeights!$first:Int!$language:Language!){outreachTargets(purpose:$purpose asOf:$asOf where:{code:$codes completenessLow:{gte:0}}weights:$weights first:$first){nodes{municipality{code policy{verdicts(verdict:[UNKNOWN]){block{title(language:$language)}}}}priority{explanation(language:$language)factors{factor text(language:$language)}}missing{title(language:$language)}solvedNearby{code}}}}",
);

export const SessionsDocument = new Document<SessionsQuery, SessionsQueryVariables>(
  "query Sessions($asOf:Date$set:ID!$where:MunicipalityFilter$language:Language!){sessionProposals(set:$set asOf:$asOf where:$where first:12){region{set code name}municipalities{code name}sharedMissing{id title(language:$language)}population spanKm}}",
);

export const PeopleDocument = new Document<PeopleQuery, PeopleQueryVariables>(
  "query People{people{...Somebody}invitations{person{id}madeBy expiresAt}accessRequests{id email verified name organisation region{set code name}reason askedAt}tokens{name role regions{set code name}scope expires madeAt madeBy}}fragment Somebody on Person{id email name role regions{set code name}hasPassword mustChange linked secondFactor lastUse sessions}",
);

export const InvitePersonDocument = new Document<InvitePersonMutation, InvitePersonMutationVariables>(
  "mutation InvitePerson($email:String!$name:String$role:Role!$regions:[RegionRef!]!){invitePerson(email:$email name:$name role:$role regions:$regions){link}}",
);

export const RenewInvitationDocument = new Document<RenewInvitationMutation, RenewInvitationMutationVariables>(
  "mutation RenewInvitation($id:ID!){renewInvitation(id:$id){link}}",
);

export const ApproveAccessDocument = new Document<ApproveAccessMutation, ApproveAccessMutationVariables>(
  "mutation ApproveAccess($request:ID!$name:String$role:Role!$regions:[RegionRef!]!){approveAccess(request:$request name:$name role:$role regions:$regions){link}}",
);

export const RefuseAccessDocument = new Document<RefuseAccessMutation, RefuseAccessMutationVariables>(
  "mutation RefuseAccess($request:ID!){refuseAccess(request:$request)}",
);

export const ChangePersonDocument = new Document<ChangePersonMutation, ChangePersonMutationVariables>(
  "mutation ChangePerson($id:ID!$name:String$role:Role$regions:[RegionRef!]){changePerson(id:$id name:$name role:$role regions:$regions){id}}",
);

export const ResetPasswordDocument = new Document<ResetPasswordMutation, ResetPasswordMutationVariables>(
  "mutation ResetPassword($id:ID!){resetPassword(id:$id){password}}",
);

export const ResetSecondFactorDocument = new Document<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>(
  "mutation ResetSecondFactor($id:ID!){resetSecondFactor(id:$id){id}}",
);

export const EndSessionsDocument = new Document<EndSessionsMutation, EndSessionsMutationVariables>(
  "mutation EndSessions($id:ID!){endSessions(id:$id){id}}",
);

export const RemovePersonDocument = new Document<RemovePersonMutation, RemovePersonMutationVariables>(
  "mutation RemovePerson($id:ID!){removePerson(id:$id)}",
);

export const CreateTokenDocument = new Document<CreateTokenMutation, CreateTokenMutationVariables>(
  "mutation CreateToken($name:String!$role:Role!$regions:[RegionRef!]!$scope:Scope!$expires:Date){createToken(name:$name role:$role regions:$regions scope:$scope expires:$expires){secret}}",
);

export const RevokeTokenDocument = new Document<RevokeTokenMutation, RevokeTokenMutationVariables>(
  "mutation RevokeToken($name:String!){revokeToken(name:$name)}",
);

export const BottleneckOverviewDocument = new Document<BottleneckOverviewQuery, BottleneckOverviewQueryVariables>(
  "query BottleneckOverview($counted:BottleneckFilter!$listed:BottleneckFilter!$language:Language!){bottleneckCounts(where:$counted){...CategoryParts}bottlenecks(where:$listed){...BottleneckParts}}fragment CategoryParts on BottleneckCount{category title(language:$language)open resolved escalated}fragment BottleneckParts on Bottleneck{id category categoryTitle(language:$language)raised resolved region{set code name}}",
);

export const BottleneckTextsDocument = new Document<BottleneckTextsQuery, BottleneckTextsQueryVariables>(
  "query BottleneckTexts($where:BottleneckFilter!$language:Language!){bottlenecks(where:$where){...BottleneckParts text escalatedTo municipality{code name}}}fragment BottleneckParts on Bottleneck{id category categoryTitle(language:$language)raised resolved region{set code name}}",
);

export const GoodPracticesDocument = new Document<GoodPracticesQuery, GoodPracticesQueryVariables>(
  "query GoodPractices($block:ID$region:RegionRef$language:Language!){goodPractices(block:$block region:$region){...PracticeParts}}fragment PracticeParts on GoodPractice{id title text block{id title(language:$language)}region{set code name}municipality{code name}source{label url}}",
);

export const RegionNotesDocument = new Document<RegionNotesQuery, RegionNotesQueryVariables>(
  "query RegionNotes($region:RegionRef!$language:Language!){bottleneckCounts(where:{region:$region}){...CategoryParts}goodPractices(region:$region){...PracticeParts}}fragment CategoryParts on BottleneckCount{category title(language:$language)open resolved escalated}fragment PracticeParts on GoodPractice{id title text block{id title(language:$language)}region{set code name}municipality{code name}source{label url}}",
);

export const RaiseBottleneckDocument = new Document<RaiseBottleneckMutation, RaiseBottleneckMutationVariables>(
  "mutation RaiseBottleneck($input:BottleneckInput!){raiseBottleneck(input:$input){id}}",
);

export const ResolveBottleneckDocument = new Document<ResolveBottleneckMutation, ResolveBottleneckMutationVariables>(
  "mutation ResolveBottleneck($id:ID!$on:Date!){resolveBottleneck(id:$id on:$on){id}}",
);

export const ShareGoodPracticeDocument = new Document<ShareGoodPracticeMutation, ShareGoodPracticeMutationVariables>(
  "mutation ShareGoodPractice($input:GoodPracticeInput!){shareGoodPractice(input:$input){id}}",
);

export const PriorityOfDocument = new Document<PriorityOfQuery, PriorityOfQueryVariables>(
  "query PriorityOf($code:MunicipalityCode!$asOf:Date$weights:PriorityWeights$language:Language!){municipality(code:$code asOf:$asOf){toBrief:priority(purpose:BRIEF weights:$weights){...ListPlace}toAsk:priority(purpose:ASK weights:$weights){...ListPlace}}}fragment ListPlace on Priority{purpose listRank listSize explanation(language:$language)}",
);

export const TopOfListDocument = new Document<TopOfListQuery, TopOfListQueryVariables>(
  "query TopOfList($purpose:OutreachPurpose!$asOf:Date$where:MunicipalityFilter$language:Language!){outreachTargets(purpose:$purpose asOf:$asOf where:$where first:8){totalCount nodes{municipality{code name}priority{listRank listSize explanation(language:$language)}}}}",
);

export const ReferenceDocument = new Document<ReferenceQuery, ReferenceQueryVariables>(
  "query Reference($language:Language!){regionSets{id title(language:$language)provisional regions{code name}}rubric{id title(language:$language)provisional validFrom themes{id dimension title(language:$language)guidanceUrl}blocks{id level title(language:$language)sourceUrl theme{id}}}}",
);

export const SearchDocument = new Document<SearchQuery, SearchQueryVariables>(
  "query Search($text:String!$asOf:Date){search(text:$text asOf:$asOf first:8){matched reason since municipality{code name regions(set:\"provincie\"){name}}}}",
);

export const ViewerDocument = new Document<ViewerQuery, ViewerQueryVariables>(
  "query Viewer{viewer{signedIn name role regions{set code name}}}",
);

export const RegionMembersDocument = new Document<RegionMembersQuery, RegionMembersQueryVariables>(
  "query RegionMembers($set:ID!$asOf:Date){serverInfo{revision}regions(set:$set asOf:$asOf){code name municipalities{code name}}}",
);

export const SetRegionDocument = new Document<SetRegionMutation, SetRegionMutationVariables>(
  "mutation SetRegion($set:ID!$code:ID!$name:String!$municipalities:[MunicipalityCode!]!$from:Date!$basedOn:Int){setRegion(set:$set code:$code name:$name municipalities:$municipalities from:$from basedOn:$basedOn){code}}",
);

export const CreateRegionSetDocument = new Document<CreateRegionSetMutation, CreateRegionSetMutationVariables>(
  "mutation CreateRegionSet($id:ID!$title:String!){createRegionSet(id:$id title:$title){id}}",
);

export const RubricsDocument = new Document<RubricsQuery, RubricsQueryVariables>(
  "query Rubrics{rubrics{id validFrom provisional titleNl:title(language:NL)titleEn:title(language:EN)themes{id dimension titleNl:title(language:NL)titleEn:title(language:EN)guidanceUrl}blocks{id level weight from sourceUrl titleNl:title(language:NL)titleEn:title(language:EN)theme{id}}}}",
);

export const PreviewRubricDocument = new Document<PreviewRubricQuery, PreviewRubricQueryVariables>(
  "query PreviewRubric($input:RubricInput!){preview(change:{recordRubric:$input}){date messages{...Said}municipalities{code before{...RubricOutlook}after{...RubricOutlook}}}}fragment Said on Message{code arguments what}fragment RubricOutlook on Outlook{name class completeness{low high}}",
);

export const RecordRubricDocument = new Document<RecordRubricMutation, RecordRubricMutationVariables>(
  "mutation RecordRubric($input:RubricInput!){recordRubric(input:$input){id}}",
);

export const RubricChangeDocument = new Document<RubricChangeQuery, RubricChangeQueryVariables>(
  "query RubricChange{changeLog(first:1 mine:true){nodes{revision action undoable}}}",
);

export const WorkDocument = new Document<WorkQuery, WorkQueryVariables>(
  "query Work($where:MunicipalityFilter$language:Language!){serverInfo{revision}municipalities(where:$where){nodes{code name regions{set code}quality{kind reason block record text(language:$language)}}}}",
);

export const NewerPublicDataDocument = new Document<NewerPublicDataQuery, NewerPublicDataQueryVariables>(
  "query NewerPublicData{publicData{edition newer{edition date}}}",
);
