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
	enter(root);
	while (true) {
		const node: Nodes | undefined = parent.children[next++];
		if (node === undefined) {
			for (let at = 0; at < visitors.length; at++) visitors[at]?.leave?.(parent);
			const back = outer.pop();
			if (back === undefined) return;
			({ parent, next } = back);
			continue;
		}
		enter(node);
		if (!isParent(node)) continue;
		outer.push({ parent, next });
		parent = node;
		next = 0;
	}

	// An iterator for each node is much to throw away.
	function enter(node: Nodes): void {
		for (let at = 0; at < visitors.length; at++) visitors[at]?.enter(node);
	}
}

/** Asks for the children themselves: to ask whether there are any is more work where nodes have many shapes. */
export function isParent(node: Nodes): node is Parent {
	return (node as Partial<Parent>).children !== undefined;
}

type Parent = Extract<Nodes, { readonly children: unknown }>;
