/** The imports of every source file, as the tests of the house read them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Import {
  /** A path from the root if it is relative (`lib/core/base/result.ts`), else the package as written. */
  target: string;
  isPackage: boolean;
  /** Whether it is gone once types are stripped. */
  isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
  syntax: ts.SourceFile;
  imports: Import[];
}

const CODE = /\.(ts|tsx|mts|mjs)$/;
const FOLDERS = ['entrypoints', 'lib', 'scripts', 'glossary'];

/** Tests, and what only tests and terminals use. */
export const isTest = (path: string): boolean => /\.(test|e2e)\.tsx?$/.test(path);
export const isShipping = (path: string): boolean =>
  /^(entrypoints|lib)\//.test(path) && !path.startsWith('lib/testing/') && !isTest(path);

export function readSources(): SourceFile[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, syntax, imports: importsOf(path, syntax) };
}

function importsOf(path: string, syntax: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, isTypeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const written = specifier.text.replace(/\?.*$/, '');
    const isPackage = !written.startsWith('.');
    const target = isPackage
      ? written
      : relative(ROOT, resolve(ROOT, dirname(path), written)).replaceAll('\\', '/');
    found.push({ target, isPackage, isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** Names that a file exports where it declares them. */
export function exportedNames({ syntax }: SourceFile): string[] {
  return syntax.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    }
    const { name } = statement as ts.Statement & { name?: ts.Node };
    return name && ts.isIdentifier(name) ? [name.text] : [];
  });
}

/** Circles of imports by value, each as the files it goes through. */
export function findCircles(sources: readonly SourceFile[]): string[][] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const { target, isPackage, isTypeOnly } of byPath.get(path)?.imports ?? []) {
      if (!isPackage && !isTypeOnly && byPath.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const { path } of sources) visit(path);
  return circles;
}

/** Every file that these reach by value, themselves included. */
export function closureOf(entries: readonly string[], sources: readonly SourceFile[]): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target, isPackage, isTypeOnly } of byPath.get(path)?.imports ?? []) {
      if (!isPackage && !isTypeOnly && existsSync(join(ROOT, target))) waiting.push(target);
    }
  }
  return reached;
}
