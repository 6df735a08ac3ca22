import type { Nodes, Root } from "mdast";

export interface Step {
	readonly node: Nodes;
	/** False when the node is left; only nodes with children are. */
	readonly entering: boolean;
}

/** Every node in the order of the text. Without recursion, because documents may nest deeper than the stack. */
export function* walk(root: Root): Generator<Step> {
	const path: { readonly node: Nodes; readonly children: readonly Nodes[]; next: number }[] = [];
	let node: Nodes | undefined = root;
	while (true) {
		if (node !== undefined) {
			yield { node, entering: true };
			if ("children" in node) path.push({ node, children: node.children, next: 0 });
		}
		const parent = path.at(-1);
		if (parent === undefined) return;
		node = parent.children[parent.next++];
		if (node === undefined) {
			yield { node: parent.node, entering: false };
			path.pop();
		}
	}
}
