//! Writes a map of items as a list: each has its id.

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::Id;

/// An item that knows its id.
pub trait Identified {
    /// Returns its id.
    fn id(&self) -> &Id;
}

/// Writes the items in order.
pub fn serialize<T: Serialize, S: Serializer>(
    items: &IndexMap<Id, T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(items.values())
}

/// Reads items, each under its id.
pub fn deserialize<'de, T: Identified + Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<IndexMap<Id, T>, D::Error> {
    let items = Vec::<T>::deserialize(deserializer)?;
    Ok(items.into_iter().map(|item| (item.id().clone(), item)).collect())
}
