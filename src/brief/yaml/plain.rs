//! What a value of YAML can be besides a text, a list, a map or nothing.

/// Gives `$to`, a macro that writes methods of a visitor, the method and the type of each such value.
macro_rules! for_each_plain_value {
    ($to:ident) => {
        $to! {
            visit_bool: bool;
            visit_i64: i64;
            visit_i128: i128;
            visit_u64: u64;
            visit_u128: u128;
            visit_f64: f64;
        }
    };
}

pub(super) use for_each_plain_value;
