import type { TextKey } from '../../lib/texts/model';

export interface Example {
  readonly title: TextKey;
  readonly query: string;
}

/** Questions to start from, for the developers' page and GraphiQL. */
export const examples: readonly Example[] = [
  {
    title: 'developers.exampleLargest',
    query: `query LargestWithoutCompletePolicy {
  municipalities(
    where: { policyClass: [NONE, PARTIAL] }
    orderBy: { by: POPULATION, direction: DESC }
    first: 10
  ) {
    totalCount
    nodes {
      code
      name
      population { inhabitants }
      coordination { status }
      policy {
        class
        completeness { low high }
      }
    }
  }
}`,
  },
  {
    title: 'developers.exampleAsk',
    query: `query WhomToAskFirst {
  outreachTargets(purpose: ASK, first: 10) {
    totalCount
    nodes {
      municipality {
        code
        name
        policy {
          class
          completeness { low high unknown total }
        }
      }
      priority { listRank listSize explanation(language: NL) }
    }
  }
}`,
  },
  {
    title: 'developers.exampleVerdicts',
    query: `query VerdictsWithSources {
  municipality(code: "GM0344") {
    name
    coordination {
      status
      arrangements { organisation validFrom source { label url } }
    }
    policy {
      class
      verdicts {
        block { title level }
        verdict
        established
        validFrom
        source { label url }
      }
    }
  }
}`,
  },
  {
    title: 'developers.examplePlace',
    query: `query MunicipalityOfPlace {
  municipalityAt(longitude: 5.3872, latitude: 52.1552) {
    code
    name
    regions { set name }
  }
}`,
  },
  {
    title: 'developers.exampleCare',
    query: `query WhoCovers {
  whoCovers(code: "GM0200", asOf: "2021-12-31", age: 17) {
    fallback
    explanation
    arrangement { organisation status }
  }
}`,
  },
  {
    title: 'developers.exampleRegions',
    query: `query CoverageBySafetyRegion {
  coverageBy(group: { regionSet: "veiligheidsregio" }) {
    label
    coverage {
      municipalityCount
      coveredShare
      byStatus { status count }
    }
  }
}`,
  },
  {
    title: 'developers.exampleHistory',
    query: `query Reorganisations {
  reorganisations {
    date
    kind
    from { code name }
    to { code name }
  }
}`,
  },
  {
    title: 'developers.exampleGis',
    query: `query ForGis {
  municipalities(
    where: { region: { set: "provincie", code: "PV29" } }
  ) {
    totalCount
    featureCollection(detail: NATIONAL, crs: RD_NEW)
  }
}`,
  },
  {
    title: 'developers.exampleKnown',
    query: `query KnownThenAndNow {
  then: coverage(asOf: "2021-12-31", knownAt: "2026-01-01T00:00:00Z") {
    municipalityCount
    byStatus { status count }
  }
  now: coverage(asOf: "2021-12-31") {
    municipalityCount
    byStatus { status count }
  }
}`,
  },
];
