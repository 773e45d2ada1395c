// The module Posts.
