// The module Graph.
