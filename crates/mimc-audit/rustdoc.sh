#!/bin/sh
# rustdoc that may write JSON on a stable toolchain. Only rustdoc sees the variable, so that nothing else is built anew.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
