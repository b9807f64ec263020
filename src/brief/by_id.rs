//! The items of a section, which are found by their ids.

use std::fmt;
use std::ops::Index;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::Id;

/// An item that knows its id.
pub trait Identified {
    /// Returns its id.
    fn id(&self) -> &Id;
}

/// Items in the order of the file, no two of which have the same id.
///
/// There may be ten thousand briefs in memory, so beside the items only their order by id is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct ById<T> {
    items: Box<[T]>,
    /// The indexes of the items, in the order of their ids. A file is too small for more of them.
    order: Box<[u32]>,
}

impl<T: Identified> ById<T> {
    /// Returns these items in this order. Of several with one id the first counts.
    pub fn new(mut items: Vec<T>) -> Self {
        let mut order = in_order(&items);
        let same = |pair: &[u32]| at(&items, pair[0]).id() == at(&items, pair[1]).id();
        if order.windows(2).any(same) {
            let mut is_first = vec![true; items.len()];
            for pair in order.windows(2).filter(|pair| same(pair)) {
                is_first[pair[1] as usize] = false;
            }
            let mut is_first = is_first.into_iter();
            items.retain(|_| is_first.next().unwrap_or(true));
            order = in_order(&items);
        }
        Self { items: items.into(), order }
    }

    /// Returns the number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns the index of the item with this id, from 0.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let by_id = |index: &u32| at(&self.items, *index).id().as_str().cmp(id);
        let place = self.order.binary_search_by(by_id).ok()?;
        Some(self.order[place] as usize)
    }

    /// Returns the item with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        Some(&self.items[self.index_of(id)?])
    }

    /// Returns the item at an index, from 0.
    pub fn nth(&self, index: usize) -> Option<&T> {
        self.items.get(index)
    }

    /// Returns whether there is an item with this id.
    pub fn contains(&self, id: &str) -> bool {
        self.index_of(id).is_some()
    }

    /// Returns the ids of the items in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &Id> + DoubleEndedIterator {
        self.items.iter().map(Identified::id)
    }

    /// Returns the items in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Returns the items in order, to be changed in all but their ids.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// Adds an item at the end, unless there is one with its id.
    pub fn push(&mut self, item: T) {
        let items = std::mem::take(&mut self.items);
        *self = items.into_iter().chain([item]).collect();
    }

    /// Keeps the items that `is_kept` accepts.
    pub fn retain(&mut self, mut is_kept: impl FnMut(&T) -> bool) {
        let items = std::mem::take(&mut self.items);
        *self = items.into_iter().filter(|item| is_kept(item)).collect();
    }
}

fn in_order<T: Identified>(items: &[T]) -> Box<[u32]> {
    let mut order: Box<[u32]> = (0..).take(items.len()).collect();
    order.sort_by(|a, b| at(items, *a).id().cmp(at(items, *b).id()));
    order
}

fn at<T>(items: &[T], index: u32) -> &T {
    &items[index as usize]
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self { items: Box::default(), order: Box::default() }
    }
}

impl<T: fmt::Debug> fmt::Debug for ById<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}

/// The item with an id.
///
/// # Panics
///
/// Panics if there is none.
impl<T: Identified> Index<&str> for ById<T> {
    type Output = T;

    #[expect(clippy::expect_used, reason = "an index that is not there panics")]
    fn index(&self, id: &str) -> &T {
        self.get(id).expect("an item with this id")
    }
}

impl<T: Identified> Index<&Id> for ById<T> {
    type Output = T;

    fn index(&self, id: &Id) -> &T {
        &self[id.as_str()]
    }
}

impl<T: Identified> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::new(items.into_iter().collect())
    }
}

impl<T> IntoIterator for ById<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_vec().into_iter()
    }
}

impl<'a, T> IntoIterator for &'a mut ById<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<'a, T> IntoIterator for &'a ById<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// Written as a list: each item has its id.
impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

impl<'de, T: Identified + Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Clone)]
    struct Named {
        id: Id,
        name: String,
    }

    impl Identified for Named {
        fn id(&self) -> &Id {
            &self.id
        }
    }

    fn item((id, name): &(String, String)) -> Named {
        Named { id: Id::new(id).unwrap(), name: name.clone() }
    }

    /// The id and the name of each.
    fn named(items: &ById<Named>) -> Vec<(String, String)> {
        items.iter().map(|item| (item.id.to_string(), item.name.clone())).collect()
    }

    proptest! {
        #[test]
        fn each_item_is_found_by_its_id_and_the_first_of_those_with_the_same(
            given in prop::collection::vec(("[a-c][0-9]{0,2}", "[A-Z]{2}"), 0..40),
            others in prop::collection::vec("[a-d][0-9]{0,2}", 0..9),
            kept in "[a-c]",
        ) {
            let mut expected: Vec<(String, String)> = Vec::new();
            for (id, name) in &given {
                if expected.iter().all(|(earlier, _)| earlier != id) {
                    expected.push((id.clone(), name.clone()));
                }
            }
            let mut items: ById<Named> = given.iter().map(item).collect();
            let mut pushed = ById::default();
            for one in &given {
                pushed.push(item(one));
            }
            prop_assert_eq!(named(&items), &*expected);
            prop_assert_eq!(named(&pushed), &*expected);
            for id in given.iter().map(|(id, _)| id).chain(&others) {
                let index = expected.iter().position(|(other, _)| other == id);
                prop_assert_eq!(items.index_of(id), index);
                prop_assert_eq!(items.contains(id), index.is_some());
                let name = items.get(id).map(|item| item.name.clone());
                prop_assert_eq!(name, index.map(|index| expected[index].1.clone()));
            }
            items.retain(|item| item.id.starts_with(&kept));
            expected.retain(|(id, _)| id.starts_with(&kept));
            prop_assert_eq!(named(&items), &*expected);
            for (index, (id, _)) in expected.iter().enumerate() {
                prop_assert_eq!(items.index_of(id), Some(index));
            }
        }
    }
}
