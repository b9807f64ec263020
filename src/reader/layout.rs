//! Where the parts of the screen are, by its size.
//!
//! A screen says how its panes are placed side by side. If there is no room for that, one pane fills
//! the screen and the others are tabs above it.

use super::pane::Pane;

/// A rectangle of the screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// The number of columns.
    pub width: u16,
    /// The number of rows.
    pub height: u16,
}

impl Area {
    /// Returns whether it shares a cell with another area.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Returns the number of columns.
    pub fn columns(self) -> usize {
        self.width.into()
    }

    /// Returns the number of rows.
    pub fn rows(self) -> usize {
        self.height.into()
    }

    /// Returns the column after the last.
    pub fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// Returns the row after the last.
    pub fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Returns whether it has no cells.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Returns the rectangle with a border around it.
    #[must_use]
    pub fn framed(self) -> Self {
        let (x, y) = (self.x.saturating_sub(1), self.y.saturating_sub(1));
        Self { x, y, width: self.right() + 1 - x, height: self.bottom() + 1 - y }
    }

    /// Returns whether a cell is in it.
    pub fn holds(self, x: u16, y: u16) -> bool {
        (self.x..self.right()).contains(&x) && (self.y..self.bottom()).contains(&y)
    }

    /// Returns the rectangle without this many rows and columns at its edges, as far as it has
    /// them.
    #[must_use]
    fn inset(self, top: u16, right: u16, bottom: u16, left: u16) -> Self {
        Self {
            x: self.x + left.min(self.width),
            y: self.y + top.min(self.height),
            width: self.width.saturating_sub(left + right),
            height: self.height.saturating_sub(top + bottom),
        }
    }
}

/// The place of a pane: its title is on the first row of `frame`, its list in `inner`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The pane.
    pub pane: Pane,
    /// The pane with its borders. Panes of one column share the border between them.
    pub frame: Area,
    /// The rows above the list that do not scroll. Most panes have none.
    pub head: Area,
    /// The rows of the list.
    pub inner: Area,
}

impl Slot {
    /// Returns the place of a pane in `frame`, of which the borders leave `inside`. The list gets a
    /// row before its head gets any.
    fn new(pane: Pane, frame: Area, inside: Area) -> Self {
        let rows = pane.head.min(inside.height.saturating_sub(1));
        let head = Area { height: rows, ..inside };
        Self { pane, frame, head, inner: inside.inset(rows, 0, 0, 0) }
    }

    /// Returns the head and the list.
    pub fn inside(&self) -> Area {
        Area { height: self.head.height + self.inner.height, ..self.head }
    }
}

/// Panes in columns, each column from top to bottom.
pub type Columns = Vec<Vec<Slot>>;

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The bar with the title.
    pub title: Area,
    /// The tabs, if one pane fills the screen without borders.
    pub tabs: Area,
    /// The visible panes.
    pub columns: Columns,
    /// The hints and messages.
    pub footer: Area,
    /// The rows of the overlay, inside its borders.
    pub overlay: Area,
}

/// What the layout depends on, apart from the size of the screen.
pub struct Wanted<'a> {
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether that pane is to be shown without the others.
    pub zoomed: bool,
    /// Places the panes in an area; gives nothing if they do not fit.
    pub place: &'a mut dyn FnMut(Area) -> Option<Columns>,
    /// The overlay, if there is one.
    pub overlay: Option<OverlayShape>,
    /// Whether there is a prompt in the footer.
    pub prompting: bool,
}

/// Where an overlay is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverlayShape {
    /// In the middle of the screen.
    Centred,
    /// Over all panes.
    Full,
    /// At the bottom, in this many rows if there is room.
    Menu(usize),
}

/// The narrowest screen on which panes are side by side, in columns.
const NARROWEST: u16 = 72;

/// The fewest rows between the bars with which panes have borders.
const LOWEST: u16 = 3;

impl Layout {
    /// Lays out a screen of `columns` × `rows` cells.
    pub fn arrange(columns: u16, rows: u16, mut wanted: Wanted<'_>) -> Self {
        let screen = Area { x: 0, y: 0, width: columns, height: rows };
        let layout =
            Self::boxed(screen, &mut wanted).unwrap_or_else(|| Self::tabbed(screen, &wanted));
        let overlay = wanted.overlay.map(|shape| overlay(screen, shape)).unwrap_or_default();
        Self { overlay, ..layout }
    }

    /// Returns the place of a pane, if it is visible.
    pub fn slot(&self, pane: Pane) -> Option<Slot> {
        self.columns.iter().flatten().copied().find(|slot| slot.pane == pane)
    }

    /// Returns the pane in the next column that is beside the top of `pane`, to the right for 1 and
    /// to the left for -1.
    pub fn beside(&self, pane: Pane, step: isize) -> Option<Pane> {
        let has_pane = |column: &Vec<Slot>| column.iter().any(|slot| slot.pane == pane);
        let here = self.columns.iter().position(has_pane)?;
        let top = self.slot(pane)?.frame.y;
        let column = self.columns.get(here.checked_add_signed(step)?)?;
        column.iter().rev().find(|slot| slot.frame.y <= top).map(|slot| slot.pane)
    }

    /// Returns whether one pane fills the screen and the others are tabs.
    pub fn is_tabbed(&self) -> bool {
        self.tabs.height > 0
    }

    fn boxed(screen: Area, wanted: &mut Wanted<'_>) -> Option<Self> {
        let body = screen.inset(1, 0, 1, 0);
        if screen.width < NARROWEST || body.height < LOWEST {
            return None;
        }
        let columns = if wanted.zoomed {
            vec![column(body, &[(wanted.focus, Share::Rest(1))])?]
        } else {
            (wanted.place)(body)?
        };
        let (title, footer) = bars(screen);
        Some(Self { title, columns, footer, ..Self::default() })
    }

    /// Below eight rows there is no title and below four no footer, so that the pane keeps most of
    /// them.
    fn tabbed(screen: Area, wanted: &Wanted<'_>) -> Self {
        let (mut title, mut footer) = bars(screen);
        if screen.height < 8 {
            title.height = 0;
        }
        if screen.height < 4 && !wanted.prompting {
            footer.height = 0;
        }
        let mut tabs = screen.inset(title.height, 0, 0, 0);
        tabs.height = tabs.height.min(1);
        let inner = screen.inset(title.height + tabs.height, 0, footer.height, 0);
        let slot = Slot::new(wanted.focus, inner, inner);
        Self { title, tabs, columns: vec![vec![slot]], footer, ..Self::default() }
    }
}

/// The widest a centred overlay gets, in columns.
const CENTRED: u16 = 84;

/// The widest a menu gets, in columns.
const MENU: u16 = 72;

/// Returns the columns of a menu inside its borders, on a screen of this many.
pub fn menu_columns(screen: u16) -> usize {
    menu_width(screen).into()
}

fn menu_width(screen: u16) -> u16 {
    screen.saturating_sub(2).min(MENU)
}

fn overlay(screen: Area, shape: OverlayShape) -> Area {
    match shape {
        OverlayShape::Centred => {
            let side = screen.width.saturating_sub(CENTRED) / 2;
            let edge = u16::from(screen.height >= 8);
            screen.inset(1 + edge, side + 1, 1 + edge, side + 1)
        }
        OverlayShape::Full => screen.inset(2, 1, 2, 1),
        OverlayShape::Menu(rows) => {
            let inside = screen.inset(1, 1, 2, 1);
            let height = inside.height.min(u16::try_from(rows).unwrap_or(u16::MAX));
            let y = inside.y + inside.height - height;
            Area { y, height, width: menu_width(screen.width), ..inside }
        }
    }
}

fn bars(screen: Area) -> (Area, Area) {
    let title = Area { height: screen.height.min(1), ..screen };
    let footer = Area { y: screen.height.saturating_sub(1), ..title };
    (title, footer)
}

/// The number of rows that a pane gets inside its borders.
#[derive(Clone, Copy)]
pub enum Share {
    /// This many.
    Rows(u16),
    /// What the others leave, by weight.
    Rest(u16),
}

/// Stacks panes in a column. Gives nothing if one of them would have no row, or less than two if it
/// shares what the others leave.
pub fn column(area: Area, panes: &[(Pane, Share)]) -> Option<Vec<Slot>> {
    let borders = u16::try_from(panes.len()).ok()? + 1;
    let sum =
        |value: fn(Share) -> u16| -> u16 { panes.iter().map(|(_, share)| value(*share)).sum() };
    let fixed = sum(|share| if let Share::Rows(rows) = share { rows } else { 0 });
    let mut weights = sum(|share| if let Share::Rest(weight) = share { weight } else { 0 });
    let mut rest = area.height.checked_sub(borders + fixed)?;
    let mut y = area.y;
    let mut slots = Vec::with_capacity(panes.len());
    for &(pane, share) in panes {
        let rows = match share {
            Share::Rows(rows) => rows,
            Share::Rest(weight) => {
                let share = (u32::from(rest) * u32::from(weight)).div_ceil(u32::from(weights));
                let rows = u16::try_from(share).unwrap_or(rest);
                rest -= rows;
                weights -= weight;
                rows
            }
        };
        if rows == 0 || (rows == 1 && matches!(share, Share::Rest(_))) {
            return None;
        }
        let frame = Area { y, height: rows + 2, ..area };
        slots.push(Slot::new(pane, frame, frame.inset(1, 1, 1, 1)));
        y += rows + 1;
    }
    Some(slots)
}

/// A pane, and how many rows its list takes.
pub type Need = (Pane, usize);

/// The fewest rows of a pane in a column that is fitted to what its panes need.
const LEAST: usize = 2;

/// Stacks panes in a column, each with the rows that it needs. If there is not enough, a short list
/// leaves its room to the others, and `favoured` gets twice as much as another that is cut. What is
/// over goes to the last. Gives nothing if one of them would have less than two rows.
pub fn fitted(area: Area, needs: &[Need], favoured: Pane) -> Option<Vec<Slot>> {
    let borders = needs.len() + 1;
    let room = area.rows().checked_sub(borders).filter(|room| *room >= LEAST * needs.len())?;
    let weight = |pane: Pane| if pane == favoured { 2 } else { 1 };
    let weighed: Vec<_> = needs.iter().map(|(pane, need)| (*need, weight(*pane))).collect();
    let panes = needs.iter().zip(divided(room, &weighed));
    let shares = panes
        .map(|((pane, _), rows)| (*pane, Share::Rows(u16::try_from(rows).unwrap_or(u16::MAX))));
    column(area, &shares.collect::<Vec<_>>())
}

/// Divides rows among those who need so many and have such a weight. Those who need least for their
/// weight are served first, so that what they leave is shared by the others.
fn divided(mut room: usize, wants: &[(usize, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by_key(|i| wants[*i].0 * 2 / wants[*i].1);
    let mut weights: usize = wants.iter().map(|(_, weight)| weight).sum();
    let mut rows = vec![0; wants.len()];
    for (served, i) in order.into_iter().enumerate() {
        let (need, weight) = wants[i];
        let others = LEAST * (wants.len() - served - 1);
        rows[i] = need.min(room * weight / weights).max(LEAST).min(room - others);
        room -= rows[i];
        weights -= weight;
    }
    if let Some(last) = rows.last_mut() {
        *last += room;
    }
    rows
}

/// Splits an area into columns by percentages. The last one gets what rounding leaves.
pub fn split<const N: usize>(area: Area, percentages: [u16; N]) -> [Area; N] {
    let mut x = area.x;
    let mut columns = [Area::default(); N];
    for (i, (column, percentage)) in columns.iter_mut().zip(percentages).enumerate() {
        let share = u32::from(area.width) * u32::from(percentage) / 100;
        let width = if i + 1 == N {
            area.x + area.width - x
        } else {
            u16::try_from(share).unwrap_or(u16::MAX)
        };
        *column = Area { x, width, ..area };
        x += width;
    }
    columns
}
