// The module Extraction.
