// The module Knowledge.
