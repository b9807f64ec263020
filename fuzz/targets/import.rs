#![no_main]

#[path = "../doors.rs"]
#[allow(dead_code, reason = "each target opens one of the doors")]
mod doors;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| doors::import(bytes));
