import type { Denominator, ExploitationForm, QualityKind } from '../api/generated';
import type { Filter } from '../filter/model';
import type { ShadeId } from '../shade/model';
import type { Language } from '../texts/language';
import type { TabId, TargetOrder } from './campaign';
import type { BottleneckState, Category } from './categories';
import type { ChangeKind } from './changes';
import type { ColumnId, Sort } from './columns';
import type { ListId } from './outreach';
import type { Page } from './page';
import type { Purpose } from './purpose';
import type { SnippetId } from './snippets';
import type { Weights } from './weights';

/** For whom somebody asks who coordinates care. */
export interface CareRecipient {
  readonly age?: number | undefined;
  readonly form?: ExploitationForm | undefined;
}

/** All that is selected. The address is its only home. */
export interface View {
  readonly page: Page;
  readonly language: Language;
  /** ISO 8601; undefined means today. */
  readonly date?: string | undefined;
  /** The instant (RFC 3339) as of which is shown what was known; undefined means now. */
  readonly knownAt?: string | undefined;
  readonly shade: ShadeId;
  readonly filter: Filter;
  /** The code of the municipality on the card. */
  readonly selected?: string | undefined;
  /** The region set whose outlines are drawn. */
  readonly outlines?: string | undefined;
  readonly sort: Sort;
  readonly columns: readonly ColumnId[];
  /** The region set by which a page looks at the country. */
  readonly set?: string | undefined;
  /** Over what shares are taken. */
  readonly per: Denominator;
  /** What is compared: municipality codes, or regions as `set/code`. */
  readonly compared: readonly string[];
  /** The earlier of two dates between which changes are told; undefined means a default. */
  readonly since?: string | undefined;
  /** The kinds of change that are shown; empty means all. */
  readonly changes: readonly ChangeKind[];
  readonly careRecipient: CareRecipient;
  /** Which of the two lists of outreach is shown. */
  readonly purpose: Purpose;
  /** How much each factor of a priority counts. */
  readonly weights: Weights;
  /** Codes of the municipalities ticked for outreach. */
  readonly chosen: readonly string[];
  /** What is looked for in the table; undefined for nothing. */
  readonly find?: string | undefined;
  /** Whether the table holds only what was chosen. */
  readonly onlyChosen: boolean;
  /** Whether the map fills the screen, for a room of people. */
  readonly present: boolean;
  /** What stands beside the map of outreach. */
  readonly list: ListId;
  /** What bottlenecks are about; empty means anything. */
  readonly categories: readonly Category[];
  /** Whether bottlenecks are open; undefined means either. */
  readonly state?: BottleneckState | undefined;
  /** The building block that good practices are for. */
  readonly about?: string | undefined;
  /** The campaign to which municipalities are added. */
  readonly campaign?: string | undefined;
  /** What came of signing in elsewhere. */
  readonly arrival?: string | undefined;
  /** What a campaign shows, and its targets in which order. */
  readonly tab: TabId;
  readonly order: TargetOrder;
  /** As what the developers' page writes a view. */
  readonly snippet: SnippetId;
  /** The page that the developers' page writes; undefined means the map. */
  readonly ofPage?: Page | undefined;
  /** What is to be done about the data; empty means anything. */
  readonly kinds: readonly QualityKind[];
  /** Which lines of the audit trail are shown. */
  readonly trail: Trail;
}

/** Which lines of the audit trail: by whom, about what, from and up to which day (ISO 8601). */
export interface Trail {
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}
