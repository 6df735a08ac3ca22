import type { Nodes, Root } from "mdast";

/** What a walk is for. */
export interface Visitor {
	enter(node: Nodes): void;
	/** Only for nodes with children. */
	leave?(node: Nodes): void;
}

/**
 * Takes visitors to every node in the order of the text, all of them in one walk. Without recursion, because documents may nest
 * deeper than the stack.
 */
export function walk(root: Root, ...visitors: readonly Visitor[]): void {
	const outer: { readonly parent: Parent; readonly next: number }[] = [];
	let parent: Parent = root;
	let next = 0;
	for (const visitor of visitors) visitor.enter(root);
	while (true) {
		const node: Nodes | undefined = parent.children[next++];
		if (node === undefined) {
			for (const visitor of visitors) visitor.leave?.(parent);
			const back = outer.pop();
			if (back === undefined) return;
			({ parent, next } = back);
			continue;
		}
		for (const visitor of visitors) visitor.enter(node);
		if (!("children" in node)) continue;
		outer.push({ parent, next });
		parent = node;
		next = 0;
	}
}

type Parent = Extract<Nodes, { readonly children: unknown }>;
