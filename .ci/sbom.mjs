// Writes what the program is made of, as CycloneDX 1.6: a file for the program
// and one for the client, in target/sbom. Needs no network.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const folder = `${root}target/sbom`;
const run = (program, ...given) =>
  execFileSync(program, given, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });

const metadata = JSON.parse(
  run('cargo', 'metadata', '--format-version', '1', '--locked', '--offline', '--filter-platform', host()),
);

function host() {
  const line = /^host: (.*)$/m.exec(run('rustc', '--version', '--verbose'));
  return line?.[1] ?? 'x86_64-unknown-linux-gnu';
}

const packages = new Map(metadata.packages.map((each) => [each.id, each]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
const own = metadata.packages.find((each) => each.name === 'dekkingskaart');

/** What is compiled into the program, and what it is compiled with; not what only tests need. */
const used = (node) =>
  node.deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== 'dev')).map(({ pkg }) => pkg);
const reached = new Set();
const open = [own.id];
while (open.length > 0) {
  const id = open.pop();
  if (reached.has(id)) continue;
  reached.add(id);
  open.push(...used(nodes.get(id)));
}

const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const component = (each) => ({
  type: each.id === own.id ? 'application' : 'library',
  'bom-ref': purl(each),
  name: each.name,
  version: each.version,
  purl: purl(each),
  ...(each.license ? { licenses: [{ expression: each.license.replaceAll('/', ' OR ') }] } : {}),
  ...(each.repository ? { externalReferences: [{ type: 'vcs', url: each.repository }] } : {}),
});

const sorted = [...reached].map((id) => packages.get(id)).sort((a, b) => (purl(a) < purl(b) ? -1 : 1));
const bom = {
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: component(own) },
  components: sorted.filter((each) => each !== own).map(component),
  dependencies: sorted.map((each) => ({
    ref: purl(each),
    dependsOn: used(nodes.get(each.id)).map((id) => purl(packages.get(id))).sort(),
  })),
};

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/dekkingskaart.cdx.json`, `${JSON.stringify(bom, undefined, 2)}\n`);
// The client is bundled, so that all it is built with can be in it.
const client = run('npm', '--prefix', 'web', 'sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only');
writeFileSync(`${folder}/client.cdx.json`, client);
console.log(`${bom.components.length} libraries of the program and those of the client: ${folder}`);
