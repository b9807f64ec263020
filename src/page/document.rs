//! Blocks of spans, each with a role.

use crate::brief::Anchor;
use crate::evidence::State;
use crate::text::Text;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The author's own words.
    Plain,
    /// The title of a source.
    Title,
    /// The name of a section.
    Heading,
    /// An item's id, its kind, or the name of a field.
    Label,
    /// Who speaks.
    Speaker,
    /// The post of who speaks, or their organisation.
    Post,
    /// Exact words of the source's, with their quotation marks.
    Quotation,
    /// What was said, in the author's words.
    Gist,
    /// A reference to the source, such as `[A3]`.
    Citation,
    /// What is known of a quote.
    State(StateRole),
    /// A relation to another item.
    Relation,
    /// Something that is missing or uncertain.
    Caution,
    /// A web address.
    Url,
}

/// The four states of a quote, without the date of a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateRole {
    /// In the text now.
    Verified,
    /// Verified earlier.
    Locked,
    /// Not checked.
    Unverified,
    /// Not in the text.
    Failed,
}

impl From<State> for StateRole {
    fn from(state: State) -> Self {
        match state {
            State::Verified => Self::Verified,
            State::Locked(_) => Self::Locked,
            State::Unverified => Self::Unverified,
            State::Failed => Self::Failed,
        }
    }
}

/// A stretch of text with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text; the white space in it counts as it stands.
    pub text: Text,
    /// What it is.
    pub role: Role,
    /// The item it speaks of or leads to.
    pub anchor: Option<Anchor>,
}

impl Span {
    /// A span that leads nowhere.
    pub fn new(role: Role, text: impl Into<Text>) -> Self {
        Self { text: text.into(), role, anchor: None }
    }

    /// The same span, leading to `anchor`.
    #[must_use]
    pub fn to(self, anchor: Anchor) -> Self {
        Self { anchor: Some(anchor), ..self }
    }
}

/// A piece of a document that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The name of a section, with what stands under it until the next.
    Heading(Text),
    /// Text that flows over the whole width.
    Paragraph(Vec<Span>),
    /// A label, and text that flows beside it.
    Entry {
        /// What stands at the left.
        label: Vec<Span>,
        /// What flows beside it.
        body: Vec<Span>,
    },
}

/// What is shown or printed, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}
