import type { ManagePart } from '../../../lib/route/page';

/** The queries of the views that only who has an account may read. */

export const campaignsQuery = `query Campaigns {
  campaigns {
    id
    title
    goal
    from
    to
    partners
    progress { reached byStage { stage count } }
  }
  followUps { date followUp owner outcome municipalities { code name } }
}`;

export const campaignQuery = `query Campaign($id: ID!) {
  campaign(id: $id) {
    title
    goal
    from
    to
    partners
    progress { reached byStage { stage count } }
    targets {
      municipality { code name }
      stage
      owner
      briefing { date stage kind outcome followUp }
    }
  }
}`;

export const effectQuery = `query CampaignEffect($id: ID!, $language: Language!) {
  campaign(id: $id) {
    title
    effect {
      municipality { code name }
      briefed
      assessed
      before { class completeness { low high } }
      after { class completeness { low high } }
      gained { id title(language: $language) }
      lost { id title(language: $language) }
      learned { id title(language: $language) }
      noLongerKnown { id title(language: $language) }
    }
  }
}`;

export const importBatchQuery = `query ImportBatch($id: ID!) {
  importBatch(id: $id) {
    file
    kind
    state
    createdAt
    createdBy
    counts { new changed same errors }
  }
}`;

export const manageQueries: Readonly<Record<ManagePart, string>> = {
  work: `query Quality($where: MunicipalityFilter, $language: Language!) {
  municipalities(where: $where) {
    nodes {
      code
      name
      quality { kind reason block text(language: $language) }
    }
  }
}`,
  imports: `query ImportBatches {
  importBatches(first: 100) {
    totalCount
    nodes { id file kind state createdAt createdBy counts { new changed same errors } }
  }
}`,
  changes: `query ChangeLog {
  changeLog(first: 100) {
    totalCount
    nodes { revision at by action summary undoes undoneBy }
  }
}`,
  proposals: `query Corrections($language: Language!) {
  corrections(first: 100) {
    totalCount
    nodes {
      id
      municipality { code name }
      text
      proposedAt
      state
      differences { block { id title(language: $language) } standing proposed note }
    }
  }
}`,
  regions: `query RegionMembers($set: ID!, $asOf: Date) {
  regions(set: $set, asOf: $asOf) {
    code
    name
    municipalities { code name }
  }
}`,
  rubric: `query Rubrics($language: Language!) {
  rubrics {
    id
    title(language: $language)
    provisional
    validFrom
    themes { id title(language: $language) dimension }
    blocks { id title(language: $language) level weight theme { id } from }
  }
}`,
  audit: `query AuditTrail($where: AuditFilter) {
  auditTrail(where: $where, first: 200) {
    totalCount
    nodes { at actor action subject before after }
  }
}`,
  people: `query People {
  people { email name role regions { set code name } secondFactor lastUse }
  accessRequests { email name organisation reason askedAt }
  tokens { name role scope expires madeAt madeBy }
}`,
};
