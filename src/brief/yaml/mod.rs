//! YAML with places: the only part that knows `serde_yaml`.

mod budget;
mod scalar;

pub use scalar::{Many, Scalar};
