import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/*
 * The software bill of materials of the built site, in CycloneDX's form: the packages whose modules the bundles contain,
 * with version, licence and the hash by which npm knows them. It has no time and no number of its own, so that the same
 * build writes the same text.
 */

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** A package's address among packages: `pkg:npm/%40tanstack/react-virtual@3.14.26`. */
const purlOf = ({ name, version }: Manifest) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The hash that the lock file has for a package's folder. */
function hashesOf(folder: string, root: string): { alg: string; content: string }[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  const path = resolve(folder)
    .slice(resolve(root).length + 1)
    .replaceAll(sep, '/');
  const [, base64] = /^sha512-(.+)$/.exec(packages[path]?.integrity ?? '') ?? [];
  return base64 ? [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] : [];
}

function componentOf(folder: string, root: string): object {
  const manifest = manifestOf(folder);
  const [name, group] = manifest.name.split('/').reverse();
  return {
    type: 'library',
    'bom-ref': purlOf(manifest),
    ...(group ? { group } : {}),
    name,
    version: manifest.version,
    ...(manifest.description ? { description: manifest.description } : {}),
    scope: 'required',
    hashes: hashesOf(folder, root),
    licenses: [{ expression: manifest.license }],
    purl: purlOf(manifest),
    ...(manifest.homepage ? { externalReferences: [{ type: 'website', url: manifest.homepage }] } : {}),
  };
}

/** Data in the site that comes from no package. */
const ATTACK = {
  type: 'data',
  'bom-ref': 'attack',
  name: 'ATT&CK',
  description: 'Names and numbers of tactics and techniques',
  supplier: { name: 'The MITRE Corporation', url: ['https://attack.mitre.org'] },
  licenses: [
    {
      license: {
        name: 'ATT&CK Terms of Use',
        url: 'https://attack.mitre.org/resources/legal-and-branding/terms-of-use/',
      },
    },
  ],
};

/** The bill for a site made from the packages in these folders. `root`: the folder of the project. */
export function bomOf(folders: Iterable<string>, root = process.cwd()): object {
  const own = manifestOf(root);
  const sorted = [...folders].sort();
  const manifests = sorted.map(manifestOf);
  const shipped = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  const dependsOn = ({ dependencies = {} }: Manifest) =>
    Object.keys(dependencies).flatMap((name) => {
      const found = shipped.get(name);
      return found ? [purlOf(found)] : [];
    });
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': purlOf(own),
        name: own.name,
        version: own.version,
        description: own.description,
        licenses: [{ expression: own.license }],
        purl: purlOf(own),
      },
    },
    components: [...sorted.map((folder) => componentOf(folder, root)), ATTACK],
    dependencies: [own, ...manifests].map((manifest) => ({
      ref: purlOf(manifest),
      dependsOn: [...dependsOn(manifest), ...(manifest === own ? [ATTACK['bom-ref']] : [])],
    })),
  };
}
