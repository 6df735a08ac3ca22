import type { Nodes, Root } from "mdast";

/** What a walk is for. */
export interface Visitor {
	enter(node: Nodes): void;
	/** Only for nodes with children. */
	leave?(node: Nodes): void;
}

/** Visits every node in the order of the text. Without recursion, because documents may nest deeper than the stack. */
export function walk(root: Root, visitor: Visitor): void {
	const parents: Parent[] = [];
	const next: number[] = [];
	let node: Nodes | undefined = root;
	while (true) {
		if (node !== undefined) {
			visitor.enter(node);
			if ("children" in node) {
				parents.push(node);
				next.push(0);
			}
		}
		const parent: Parent | undefined = parents.at(-1);
		if (parent === undefined) return;
		const at: number = next[next.length - 1] ?? 0;
		next[next.length - 1] = at + 1;
		node = parent.children[at];
		if (node === undefined) {
			visitor.leave?.(parent);
			parents.pop();
			next.pop();
		}
	}
}

type Parent = Extract<Nodes, { readonly children: unknown }>;
