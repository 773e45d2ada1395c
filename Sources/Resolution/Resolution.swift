// The module Resolution.
