// The module Matching.
