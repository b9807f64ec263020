//! Where the panes are. The front page has the list of briefs and the officials beside the brief in
//! short. Otherwise the panes are in three columns from 110 columns on, below that in two.

use super::heights::Room;
use super::{ASKS, BRIEFS, CLAIMS, OFFICIALS, OVERVIEW, PROBLEMS, QUOTES, SOURCE};
use crate::reader::layout::{Area, Columns, Share, Slot, column, fitted, split};
use crate::reader::pane::Pane;

/// The narrowest screen with three columns of panes.
const THREE: u16 = 110;

/// The fewest rows of the source that are worth showing on the front page.
const LEAST_OF_SOURCE: usize = 4;

/// How much of the screen the briefs take beside the front page, and the rest.
const FRONT: [u16; 2] = [34, 66];

/// Says how many rows a pane takes; no more than there are.
pub type Needs<'a> = &'a mut dyn FnMut(Pane, Room) -> usize;

/// Returns whether the front page is shown while `pane` has the focus.
pub fn is_front(pane: Pane) -> bool {
    [BRIEFS, OVERVIEW].contains(&pane)
}

/// Places the panes of a sound brief, of which `focus` has the focus. Without the text of its source,
/// the Source pane has a few lines that are always the same.
pub fn of_sound(body: Area, focus: Pane, has_text: bool, needs: Needs<'_>) -> Option<Columns> {
    if is_front(focus) {
        front(body, needs)
    } else if body.width < THREE {
        two_columns(body, focus, needs)
    } else {
        let columns = if has_text { WITH_TEXT } else { WITHOUT_TEXT };
        three_columns(body, focus, columns, needs)
    }
}

/// Places the panes of a broken brief.
pub fn of_broken(body: Area) -> Option<Columns> {
    let [left, right] = split(body, FRONT);
    Some(vec![
        column(left, &[(BRIEFS, Share::Rest(1))])?,
        column(right, &[(PROBLEMS, Share::Rest(1))])?,
    ])
}

/// The list of briefs has the height that it needs, up to three fifths. It does not depend on the
/// brief that is selected, so that nothing jumps on the way through the list. On a wide screen, the
/// source has what the officials leave, if that is worth it.
fn front(body: Area, needs: Needs<'_>) -> Option<Columns> {
    let [left, right] = split(body, FRONT);
    let all = left.rows().saturating_sub(3);
    let mut rows_of = |pane, most: usize| needs(pane, room(left, most)).clamp(1, most.max(1));
    let briefs = rows_of(BRIEFS, all * 3 / 5);
    let officials = rows_of(OFFICIALS, all);
    let rows = |rows| Share::Rows(u16::try_from(rows).unwrap_or(u16::MAX));
    let has_room = body.width >= THREE && all >= briefs + officials + 1 + LEAST_OF_SOURCE;
    let panes = if has_room {
        &[(BRIEFS, rows(briefs)), (OFFICIALS, rows(officials)), (SOURCE, Share::Rest(1))][..]
    } else {
        &[(BRIEFS, rows(briefs)), (OFFICIALS, Share::Rest(1))]
    };
    Some(vec![column(left, panes)?, column(right, &[(OVERVIEW, Share::Rest(1))])?])
}

/// The panes of each of three columns. What there is to say of a source whose text is not here is short
/// and stands aside, so that the asks have room.
const WITH_TEXT: [&[Pane]; 3] = [&[BRIEFS, OFFICIALS], &[CLAIMS, ASKS], &[QUOTES, SOURCE]];
const WITHOUT_TEXT: [&[Pane]; 3] = [&[BRIEFS, OFFICIALS, SOURCE], &[CLAIMS], &[QUOTES, ASKS]];

fn three_columns(
    body: Area,
    focus: Pane,
    columns: [&[Pane]; 3],
    needs: Needs<'_>,
) -> Option<Columns> {
    let areas = split(body, [22, 39, 39]);
    let columns = areas.into_iter().zip(columns);
    columns.map(|(area, panes)| stacked(area, panes, focus, needs)).collect()
}

/// The officials are one row high until they have the focus. The title bar says which brief is open.
fn two_columns(body: Area, focus: Pane, needs: Needs<'_>) -> Option<Columns> {
    let [left, right] = split(body, [50, 50]);
    let most = if focus == OFFICIALS { usize::from(body.height / 3) } else { 1 };
    let rows = needs(OFFICIALS, room(left, most)).clamp(1, most.max(1));
    let officials = (OFFICIALS, Share::Rows(u16::try_from(rows).unwrap_or(u16::MAX)));
    let height = u16::try_from(rows).ok()?.checked_add(2).filter(|height| *height < left.height)?;
    let top = column(Area { height, ..left }, &[officials])?;
    // The officials share their lower border.
    let below = Area { y: left.y + height - 1, height: left.height - height + 1, ..left };
    let items = stacked(below, &[CLAIMS, ASKS], focus, needs)?;
    Some(vec![
        top.into_iter().chain(items).collect(),
        stacked(right, &[QUOTES, SOURCE], focus, needs)?,
    ])
}

fn stacked(area: Area, panes: &[Pane], focus: Pane, needs: Needs<'_>) -> Option<Vec<Slot>> {
    let needs: Vec<_> =
        panes.iter().map(|pane| (*pane, needs(*pane, room(area, area.rows())))).collect();
    fitted(area, &needs, focus)
}

/// Returns the room inside the borders of a pane that can get so many rows.
fn room(area: Area, rows: usize) -> Room {
    Room { columns: area.columns().saturating_sub(2), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::layout::{Layout, Wanted};

    fn arrange(columns: u16, rows: u16, focus: Pane) -> Layout {
        let mut place = |body| of_sound(body, focus, true, &mut |_, room| room.rows.min(9));
        let (zoomed, overlay, prompting) = (false, None, false);
        let place = &mut place;
        Layout::arrange(columns, rows, Wanted { focus, zoomed, place, overlay, prompting })
    }

    #[track_caller]
    fn assert_columns(columns: u16, rows: u16, expected: &[usize]) {
        let layout = arrange(columns, rows, CLAIMS);
        let panes: Vec<usize> = layout.columns.iter().map(Vec::len).collect();
        assert_eq!(panes, expected, "{columns}×{rows}");
    }

    #[test]
    fn columns_follow_the_width_and_need_some_rows() {
        assert_columns(110, 30, &[2, 2, 2]);
        assert_columns(109, 30, &[3, 2]);
        assert_columns(72, 30, &[3, 2]);
        assert_columns(71, 30, &[1]);
        assert_columns(120, 9, &[2, 2, 2]);
        assert_columns(120, 8, &[1]);
        assert_columns(80, 10, &[1]);
        assert_columns(0, 0, &[1]);
    }

    #[test]
    fn every_row_of_a_column_is_used_once() {
        for (columns, rows) in [(120, 36), (200, 61), (80, 24), (100, 17)] {
            for column in arrange(columns, rows, OFFICIALS).columns {
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
        let height = |focus| arrange(80, 24, focus).slot(OFFICIALS).unwrap().inner.height;
        assert_eq!((height(CLAIMS), height(OFFICIALS)), (1, 7));
    }

    #[test]
    fn the_pane_beside_is_level_with_the_top() {
        let layout = arrange(120, 36, CLAIMS);
        assert_eq!(layout.beside(CLAIMS, 1), Some(QUOTES));
        assert_eq!(layout.beside(ASKS, 1), Some(SOURCE));
        assert_eq!(layout.beside(ASKS, -1), Some(OFFICIALS));
        assert_eq!(layout.beside(SOURCE, 1), None);
        assert_eq!(layout.beside(BRIEFS, -1), None);
    }
}
