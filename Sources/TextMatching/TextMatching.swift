// The module TextMatching.
