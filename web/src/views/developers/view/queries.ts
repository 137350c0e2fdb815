/** The queries of the views that everybody may read: the date, the selection and the language are variables. */

export const municipalitiesQuery = `query Municipalities(
  $asOf: Date
  $knownAt: DateTime
  $where: MunicipalityFilter
  $orderBy: [MunicipalityOrder!]
) {
  municipalities(asOf: $asOf, knownAt: $knownAt, where: $where, orderBy: $orderBy) {
    totalCount
    nodes {
      code
      name
      coordination { status }
      policy { class completeness { low high } }
    }
  }
}`;

export const municipalityQuery = `query Municipality(
  $code: MunicipalityCode!
  $asOf: Date
  $knownAt: DateTime
  $language: Language!
) {
  municipality(code: $code, asOf: $asOf, knownAt: $knownAt) {
    code
    name
    validFrom
    validTo
    population { inhabitants referenceDate }
    regions { set code name }
    coordination {
      status
      arrangements { organisation mode validFrom source { label url } }
    }
    policy {
      class
      lastAssessed
      completeness { low high unknown total }
      verdicts {
        block { id title(language: $language) }
        verdict
        established
        validFrom
        source { label url }
      }
    }
    documents { title validFrom source { label url } }
    history { date text(language: $language) }
    neighbours { code name }
  }
}`;

/** What is told of every region, in the queries of regions. */
const coverageParts = `fragment CoverageParts on Coverage {
  municipalityCount
  population
  coveredShare(denominator: $per)
  byStatus { status count population }
  byClass { class count population }
  completeness { low high unknown total }
}`;

export const regionsQuery = `query Regions($set: ID!, $asOf: Date, $knownAt: DateTime, $per: Denominator!) {
  coverageBy(group: { regionSet: $set }, asOf: $asOf, knownAt: $knownAt) {
    key
    label
    coverage { ...CoverageParts }
  }
  nation: coverage(asOf: $asOf, knownAt: $knownAt) { ...CoverageParts }
}
${coverageParts}`;

export const regionQuery = `query Region(
  $set: ID!
  $code: ID!
  $asOf: Date
  $knownAt: DateTime
  $per: Denominator!
  $language: Language!
) {
  region(set: $set, code: $code, asOf: $asOf, knownAt: $knownAt) {
    name
    coverage { ...CoverageParts }
    weakestBlocks(first: 5) {
      block { id title(language: $language) }
      counts { verdict count }
    }
    municipalities { code name policy { class } }
    documents { title validFrom source { label url } }
    history(first: 12) { date text(language: $language) }
  }
  nation: coverage(asOf: $asOf, knownAt: $knownAt) { ...CoverageParts }
}
${coverageParts}`;

/** One query for several regions, each under a name of its own: region1, region2. */
export function compareRegionsQuery(regions: readonly { set: string; code: string }[]): string {
  const parts = regions.map(
    ({ set, code }, at) =>
      `  region${at + 1}: region(set: ${JSON.stringify(set)}, code: ${JSON.stringify(code)}, asOf: $asOf, knownAt: $knownAt) {
    ...RegionParts
  }`,
  );
  return `query CompareRegions($asOf: Date, $knownAt: DateTime, $per: Denominator!, $language: Language!) {
${parts.join('\n')}
  nation: coverage(asOf: $asOf, knownAt: $knownAt) { ...CoverageParts }
}
fragment RegionParts on Region {
  set
  code
  name
  coverage { ...CoverageParts }
  weakestBlocks(first: 3) { block { id title(language: $language) } }
}
${coverageParts}`;
}

export const compareMunicipalitiesQuery = `query CompareMunicipalities(
  $asOf: Date
  $knownAt: DateTime
  $where: MunicipalityFilter!
  $language: Language!
) {
  municipalities(asOf: $asOf, knownAt: $knownAt, where: $where) {
    nodes {
      code
      name
      population { inhabitants }
      regions { set name }
      coordination { status arrangements { organisation mode } }
      policy {
        class
        lastAssessed
        completeness { low high unknown total }
        dimensions { dimension completeness { low high } }
        verdicts { block { id title(language: $language) } verdict }
      }
    }
  }
}`;

const timelinePart = `  timeline(from: $first, to: $last, step: QUARTER, where: $where, knownAt: $knownAt) {
    date
    coverage {
      municipalityCount
      population
      byStatus { status count population }
      byClass { class count population }
    }
  }`;

/** What changed between two dates, and the trend. */
export const timeQuery = `query Time(
  $from: Date!
  $to: Date!
  $first: Date!
  $last: Date!
  $where: MunicipalityFilter
  $knownAt: DateTime
  $language: Language!
) {
  changes(from: $from, to: $to, where: $where, knownAt: $knownAt) {
    counts { kind count }
    municipalities {
      kind
      reason(language: $language)
      municipality { code name }
      before { code name }
    }
  }
${timelinePart}
}`;

/** The trend alone, where the earlier date is not earlier. */
export const trendQuery = `query Trend(
  $first: Date!
  $last: Date!
  $where: MunicipalityFilter
  $knownAt: DateTime
) {
${timelinePart}
}`;

export const blocksQuery = `query BuildingBlocks(
  $asOf: Date
  $knownAt: DateTime
  $where: MunicipalityFilter
  $language: Language!
) {
  rubric {
    blocks {
      id
      title(language: $language)
      level
      theme { title(language: $language) dimension }
      distribution(asOf: $asOf, knownAt: $knownAt, where: $where) { verdict count }
    }
  }
}`;

/** The municipalities by their verdict on one building block, each verdict with a filter of its own. */
export const blockQuery = `query BuildingBlock(
  $block: ID!
  $asOf: Date
  $knownAt: DateTime
  $present: MunicipalityFilter!
  $inPreparation: MunicipalityFilter!
  $absent: MunicipalityFilter!
  $unknown: MunicipalityFilter!
) {
  present: municipalities(asOf: $asOf, knownAt: $knownAt, where: $present) { ...Members }
  inPreparation: municipalities(asOf: $asOf, knownAt: $knownAt, where: $inPreparation) { ...Members }
  absent: municipalities(asOf: $asOf, knownAt: $knownAt, where: $absent) { ...Members }
  unknown: municipalities(asOf: $asOf, knownAt: $knownAt, where: $unknown) { ...Members }
  goodPractices(block: $block) { title text source { label url } }
}
fragment Members on MunicipalityConnection {
  totalCount
  nodes { code name }
}`;

export const targetsQuery = `query OutreachTargets(
  $purpose: OutreachPurpose!
  $asOf: Date
  $where: MunicipalityFilter
  $weights: PriorityWeights
  $first: Int!
  $language: Language!
) {
  outreachTargets(purpose: $purpose, asOf: $asOf, where: $where, weights: $weights, first: $first) {
    totalCount
    nodes {
      municipality { code name policy { class } }
      priority { listRank listSize score explanation(language: $language) }
      missing { id title(language: $language) }
      solvedNearby { code name }
    }
  }
}`;

export const sessionsQuery = `query Sessions(
  $set: ID!
  $asOf: Date
  $where: MunicipalityFilter
  $language: Language!
) {
  sessionProposals(set: $set, asOf: $asOf, where: $where, first: 12) {
    region { set code name }
    municipalities { code name }
    sharedMissing { id title(language: $language) }
    population
    spanKm
  }
}`;

export const bottlenecksQuery = `query Bottlenecks(
  $counted: BottleneckFilter!
  $listed: BottleneckFilter!
  $language: Language!
) {
  bottleneckCounts(where: $counted) {
    category
    title(language: $language)
    open
    resolved
    escalated
  }
  bottlenecks(where: $listed) {
    category
    raised
    resolved
    region { set code name }
  }
}`;

export const practicesQuery = `query GoodPractices($block: ID, $region: RegionRef, $language: Language!) {
  goodPractices(block: $block, region: $region) {
    title
    text
    block { id title(language: $language) }
    region { set code name }
    municipality { code name }
    source { label url }
  }
}`;

export const accountabilityQuery = `query Accountability($asOf: Date, $language: Language!) {
  gathered(asOf: $asOf) { kind records municipalities sources sites earliest latest }
  publicData { edition date }
  rubrics {
    id
    title(language: $language)
    provisional
    validFrom
    blocks { id title(language: $language) level sourceUrl }
  }
  nationalIndicators { indicator date value ofTotal unit source { label url } }
}`;
