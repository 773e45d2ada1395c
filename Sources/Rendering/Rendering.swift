// The module Rendering.
