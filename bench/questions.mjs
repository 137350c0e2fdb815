// The five questions of the benchmark, over the municipalities of 2021: those
// of `server/benches/questions.rs`.

const date = 'asOf: "2021-12-31"';

export const questions = {
  Q1: {
    what: 'map with geometry',
    query: `{ municipalities(${date}) { nodes { code name geometry coordination { status } policy { class completeness { low high } } } } }`,
  },
  Q2: {
    what: 'shading',
    query: `{ municipalities(${date}) { nodes { code name coordination { status } policy { class completeness { low high } } } } }`,
  },
  Q3: {
    what: 'one municipality',
    query: `{ municipality(code: "GM0344", ${date}) { code name geometry regions { set code name } coordination { status } policy { class verdicts { block { id } verdict validFrom established source { url } } } } }`,
  },
  Q4: {
    what: 'targets of a province',
    query: `{ municipalities(${date}, first: 50, orderBy: [{ by: POPULATION, direction: DESC }], where: { region: { set: "provincie", code: "PV30" }, policyClass: [NONE, PARTIAL] }) { totalCount nodes { code name population { inhabitants } policy { class } } } }`,
  },
  Q5: {
    what: 'coverage of regions',
    query: `{ coverageBy(group: { regionSet: "veiligheidsregio" }, ${date}) { key label coverage { byStatus { status count } } } }`,
  },
};

/** All that the questions need, for a contestant that keeps it in memory. */
export const everything = {
  municipalities: `{ municipalities(${date}) { nodes { code name geometry population { inhabitants } regions { set code name } coordination { status } policy { class completeness { low high } verdicts { block { id } verdict validFrom established source { url } } } } } }`,
  coverage: questions.Q5.query,
};
