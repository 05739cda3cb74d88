#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mimc_fuzz_laws::diagnose(data));
