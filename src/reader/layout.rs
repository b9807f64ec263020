//! Where the parts of the screen stand, by its size.
//!
//! From 110 columns the panes of a brief stand in three columns, from 72 in two. On any screen, below
//! that, or where the rows are too few for boxes, one pane fills it and the others are tabs above.

/// A rectangle of the screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The column after the last.
    pub fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// The row after the last.
    pub fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Whether it has no cells.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// The rectangle with a border round it.
    #[must_use]
    pub fn framed(self) -> Self {
        let (x, y) = (self.x.saturating_sub(1), self.y.saturating_sub(1));
        Self { x, y, width: self.right() + 1 - x, height: self.bottom() + 1 - y }
    }

    /// Whether a cell is in it.
    pub fn holds(self, x: u16, y: u16) -> bool {
        (self.x..self.right()).contains(&x) && (self.y..self.bottom()).contains(&y)
    }

    /// The rectangle without its first and last rows and columns, as far as it has them.
    fn inset(self, top: u16, right: u16, bottom: u16, left: u16) -> Self {
        Self {
            x: self.x + left.min(self.width),
            y: self.y + top.min(self.height),
            width: self.width.saturating_sub(left + right),
            height: self.height.saturating_sub(top + bottom),
        }
    }
}

/// What fills the terminal: one brief, or what is known across briefs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// One brief, in linked panes.
    Brief,
    /// Every ask, commitment and action of all briefs.
    Asks,
    /// The people and bodies of all briefs.
    Officials,
}

impl Screen {
    /// The screen after this one, round the end.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Brief => Self::Asks,
            Self::Asks => Self::Officials,
            Self::Officials => Self::Brief,
        }
    }

    /// Its panes, in the order of their numbers.
    pub fn panes(self) -> &'static [Pane] {
        match self {
            Self::Brief => &Pane::ALL,
            Self::Asks => &[Pane::Register],
            Self::Officials => &[Pane::People, Pane::Record, Pane::Matrix],
        }
    }
}

/// A part of a screen that shows one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The briefs of the library.
    Briefs,
    /// Who speaks in the brief and who is asked.
    Officials,
    /// Its claims.
    Claims,
    /// Its asks, commitments and actions.
    Asks,
    /// Its quotes.
    Quotes,
    /// The passage of the source.
    Source,
    /// What is wrong with a brief that cannot be shown; in place of all panes but the first.
    Problems,
    /// The asks, commitments and actions of all briefs.
    Register,
    /// Everyone who is named in any brief.
    People,
    /// What one person or body says, asks and is asked anywhere.
    Record,
    /// Who has to do with which ask.
    Matrix,
}

impl Pane {
    /// The panes of a brief, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Briefs, Self::Officials, Self::Claims, Self::Asks, Self::Quotes, Self::Source];

    /// The key that goes there.
    pub fn number(self) -> u8 {
        match self {
            Self::Briefs | Self::Register | Self::People => 1,
            Self::Officials | Self::Problems | Self::Record => 2,
            Self::Claims | Self::Matrix => 3,
            Self::Asks => 4,
            Self::Quotes => 5,
            Self::Source => 6,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Briefs => "Briefs",
            Self::Officials | Self::People => "Officials",
            Self::Claims => "Claims",
            Self::Asks | Self::Register => "Asks",
            Self::Quotes => "Quotes",
            Self::Source => "Source",
            Self::Problems => "Problems",
            Self::Record => "On record",
            Self::Matrix => "Matrix",
        }
    }

    /// The rows above its list that do not scroll.
    fn head(self) -> u16 {
        if self == Self::Matrix { 3 } else { 0 }
    }
}

/// A pane's place: its title stands on the first row of `frame`, its rows in `inner`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The pane.
    pub pane: Pane,
    /// With its borders. Panes of one column share the border between them.
    pub frame: Area,
    /// The rows above the list that do not scroll; most panes have none.
    pub head: Area,
    /// The rows of the list.
    pub inner: Area,
}

impl Slot {
    /// The place of a pane inside `frame`, of which `inside` is left by the borders. The list has a
    /// row before its head has any.
    fn new(pane: Pane, frame: Area, inside: Area) -> Self {
        let rows = pane.head().min(inside.height.saturating_sub(1));
        Self {
            pane,
            frame,
            head: Area { height: rows, ..inside },
            inner: inside.inset(rows, 0, 0, 0),
        }
    }

    /// The head and the list.
    pub fn inside(&self) -> Area {
        Area { height: self.head.height + self.inner.height, ..self.head }
    }
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The bar with the title of the brief.
    pub title: Area,
    /// The tabs, where one pane fills the screen without borders.
    pub tabs: Area,
    /// The panes that are seen, column by column.
    pub columns: Vec<Vec<Slot>>,
    /// The hints and messages.
    pub footer: Area,
    /// The rows of the help, which lies over the panes, inside its borders.
    pub help: Area,
    /// The rows of a menu, which lies over the panes, inside its borders.
    pub menu: Area,
    /// The rows of what is found, which lies over the panes, inside its borders.
    pub found: Area,
}

/// What the layout depends on, besides the size of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The screen.
    pub screen: Screen,
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether it is to be seen alone.
    pub zoomed: bool,
    /// Whether the brief is broken, so that its problems take the place of its panes.
    pub broken: bool,
    /// The rows that the list of briefs and that of officials would like to have.
    pub rows: [u16; 2],
    /// The rows that the menu would like to have in its [columns](menu_columns).
    pub menu: usize,
    /// Whether something is being written in the footer.
    pub prompting: bool,
}

/// Columns from which there are three, and two, columns of panes.
const THREE: u16 = 110;
const TWO: u16 = 72;

impl Layout {
    /// Lays out a screen of `columns` × `rows` cells.
    pub fn arrange(columns: u16, rows: u16, wanted: Wanted) -> Self {
        let screen = Area { x: 0, y: 0, width: columns, height: rows };
        let layout = Self::boxed(screen, wanted).unwrap_or_else(|| Self::tabbed(screen, wanted));
        Self {
            help: help(screen),
            menu: menu(screen, wanted.menu),
            found: screen.inset(2, 1, 2, 1),
            ..layout
        }
    }

    /// The slot of a pane that is seen.
    pub fn slot(&self, pane: Pane) -> Option<Slot> {
        self.columns.iter().flatten().copied().find(|slot| slot.pane == pane)
    }

    /// The pane in the next column that stands beside the top of `pane`, to the right for 1 and to
    /// the left for -1; nothing at the edge.
    pub fn beside(&self, pane: Pane, step: isize) -> Option<Pane> {
        let here =
            self.columns.iter().position(|column| column.iter().any(|slot| slot.pane == pane))?;
        let top = self.slot(pane)?.frame.y;
        let column = self.columns.get(here.checked_add_signed(step)?)?;
        column.iter().rev().find(|slot| slot.frame.y <= top).map(|slot| slot.pane)
    }

    /// Whether one pane fills the screen and the others are tabs.
    pub fn is_tabbed(&self) -> bool {
        self.tabs.height > 0
    }

    fn boxed(screen: Area, wanted: Wanted) -> Option<Self> {
        let body = screen.inset(1, 0, 1, 0);
        let columns = if screen.width < TWO || body.height < 3 {
            return None;
        } else if wanted.zoomed {
            vec![column(body, &[(wanted.focus, Share::Rest(1))])?]
        } else if wanted.broken {
            let [left, right] = split(body, [25, 75]);
            vec![
                column(left, &[(Pane::Briefs, Share::Rest(1))])?,
                column(right, &[(Pane::Problems, Share::Rest(1))])?,
            ]
        } else {
            match wanted.screen {
                Screen::Brief if screen.width < THREE => two_columns(body, wanted)?,
                Screen::Brief => three_columns(body)?,
                Screen::Asks => vec![column(body, &[(Pane::Register, Share::Rest(1))])?],
                Screen::Officials => people_and_theirs(body)?,
            }
        };
        let (title, footer) = bars(screen);
        Some(Self { title, tabs: Area::default(), columns, footer, ..Self::default() })
    }

    /// Below eight rows there is no title, below four no footer, so that the pane keeps most of
    /// them.
    fn tabbed(screen: Area, wanted: Wanted) -> Self {
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

/// The columns that the help takes where it has them.
const HELP: u16 = 84;

/// The columns that a menu takes where it has them.
const MENU: u16 = 72;

/// The middle of the screen, or all of it where that is small.
fn help(screen: Area) -> Area {
    let side = screen.width.saturating_sub(HELP) / 2;
    let edge = u16::from(screen.height >= 8);
    screen.inset(1 + edge, side + 1, 1 + edge, side + 1)
}

/// The columns of a menu on a screen of so many, inside its borders.
pub fn menu_columns(screen: u16) -> usize {
    usize::from(columns_of_menu(screen))
}

fn columns_of_menu(screen: u16) -> u16 {
    screen.saturating_sub(2).min(MENU)
}

/// So many rows at the bottom left, above the footer.
fn menu(screen: Area, rows: usize) -> Area {
    let inside = screen.inset(1, 1, 2, 1);
    let height = inside.height.min(u16::try_from(rows).unwrap_or(u16::MAX));
    Area {
        y: inside.y + inside.height - height,
        height,
        width: columns_of_menu(screen.width),
        ..inside
    }
}

fn bars(screen: Area) -> (Area, Area) {
    let title = Area { height: screen.height.min(1), ..screen };
    let footer = Area { y: screen.height.saturating_sub(1), ..title };
    (title, footer)
}

fn three_columns(body: Area) -> Option<Vec<Vec<Slot>>> {
    let [left, middle, right] = split(body, [22, 39, 39]);
    Some(vec![
        column(left, &[(Pane::Briefs, Share::Rest(1)), (Pane::Officials, Share::Rest(1))])?,
        column(middle, &[(Pane::Claims, Share::Rest(3)), (Pane::Asks, Share::Rest(2))])?,
        column(right, &[(Pane::Quotes, Share::Rest(1)), (Pane::Source, Share::Rest(1))])?,
    ])
}

/// The lists of briefs and officials are small until they have the focus.
fn two_columns(body: Area, wanted: Wanted) -> Option<Vec<Vec<Slot>>> {
    let [left, right] = split(body, [50, 50]);
    // Five borders, and the rows that the other three panes need.
    let open = (body.height / 3).min(body.height.saturating_sub(5 + 6));
    let small = |pane, rows: u16| {
        let most = if wanted.focus == pane { open } else { 1 };
        (pane, Share::Rows(rows.clamp(1, most.max(1))))
    };
    Some(vec![
        column(
            left,
            &[
                small(Pane::Briefs, wanted.rows[0]),
                small(Pane::Officials, wanted.rows[1]),
                (Pane::Claims, Share::Rest(3)),
                (Pane::Asks, Share::Rest(2)),
            ],
        )?,
        column(right, &[(Pane::Quotes, Share::Rest(1)), (Pane::Source, Share::Rest(1))])?,
    ])
}

fn people_and_theirs(body: Area) -> Option<Vec<Vec<Slot>>> {
    let [left, right] = split(body, [28, 72]);
    Some(vec![
        column(left, &[(Pane::People, Share::Rest(1))])?,
        column(right, &[(Pane::Record, Share::Rest(3)), (Pane::Matrix, Share::Rest(2))])?,
    ])
}

/// How many rows inside its borders a pane gets.
#[derive(Clone, Copy)]
enum Share {
    /// So many.
    Rows(u16),
    /// What the others leave, by weight.
    Rest(u16),
}

/// Stacks panes in a column; nothing where one of them would have less than a row, or less than
/// two where it shares what is left.
fn column(area: Area, panes: &[(Pane, Share)]) -> Option<Vec<Slot>> {
    let borders = u16::try_from(panes.len()).ok()? + 1;
    let fixed: u16 =
        panes.iter().map(|(_, share)| if let Share::Rows(rows) = share { *rows } else { 0 }).sum();
    let weights: u16 = panes
        .iter()
        .map(|(_, share)| if let Share::Rest(weight) = share { *weight } else { 0 })
        .sum();
    let mut rest = area.height.checked_sub(borders + fixed)?;
    let mut weights = weights;
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

/// Splits an area into columns by percentages; the last takes what rounding leaves.
fn split<const N: usize>(area: Area, percentages: [u16; N]) -> [Area; N] {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn arrange(columns: u16, rows: u16, focus: Pane) -> Layout {
        Layout::arrange(
            columns,
            rows,
            Wanted {
                screen: Screen::Brief,
                focus,
                zoomed: false,
                broken: false,
                rows: [3, 9],
                menu: 0,
                prompting: false,
            },
        )
    }

    #[track_caller]
    fn assert_columns(columns: u16, rows: u16, expected: &[usize]) {
        let layout = arrange(columns, rows, Pane::Claims);
        let panes: Vec<usize> = layout.columns.iter().map(Vec::len).collect();
        assert_eq!(panes, expected, "{columns}×{rows}");
    }

    #[test]
    fn columns_follow_the_width_and_need_some_rows() {
        assert_columns(110, 30, &[2, 2, 2]);
        assert_columns(109, 30, &[4, 2]);
        assert_columns(72, 30, &[4, 2]);
        assert_columns(71, 30, &[1]);
        assert_columns(120, 10, &[2, 2, 2]);
        assert_columns(120, 9, &[1]);
        assert_columns(80, 13, &[1]);
        assert_columns(0, 0, &[1]);
    }

    #[test]
    fn every_row_of_a_column_is_used_once() {
        for (columns, rows) in [(120, 36), (200, 61), (80, 24), (100, 17)] {
            for column in arrange(columns, rows, Pane::Officials).columns {
                assert_eq!(column[0].frame.y, 1);
                assert_eq!(column.last().unwrap().frame.bottom(), rows - 1);
                assert!(
                    column.windows(2).all(|pair| pair[0].frame.bottom() - 1 == pair[1].frame.y)
                );
                assert!(column.iter().all(|slot| slot.inner.height > 0));
            }
        }
    }

    #[test]
    fn a_small_list_opens_when_it_has_the_focus() {
        let height = |focus| arrange(80, 24, focus).slot(Pane::Officials).unwrap().inner.height;
        assert_eq!((height(Pane::Claims), height(Pane::Officials)), (1, 7));
    }

    #[test]
    fn the_pane_beside_is_level_with_the_top() {
        let layout = arrange(120, 36, Pane::Claims);
        assert_eq!(layout.beside(Pane::Claims, 1), Some(Pane::Quotes));
        assert_eq!(layout.beside(Pane::Asks, 1), Some(Pane::Source));
        assert_eq!(layout.beside(Pane::Asks, -1), Some(Pane::Officials));
        assert_eq!(layout.beside(Pane::Source, 1), None);
        assert_eq!(layout.beside(Pane::Briefs, -1), None);
    }
}
