//! Where the panes are. From 110 columns they are in three columns, below that in two.

use super::{ASKS, BRIEFS, CLAIMS, OFFICIALS, PROBLEMS, QUOTES, SOURCE};
use crate::reader::layout::{Area, Columns, Share, column, split};
use crate::reader::pane::Pane;

/// The narrowest screen with three columns of panes.
const THREE: u16 = 110;

/// Places the panes of a sound brief, of which `focus` has the focus. `rows` are the numbers of rows
/// of the lists of briefs and of officials.
pub fn of_sound(body: Area, focus: Pane, rows: [usize; 2]) -> Option<Columns> {
    if body.width < THREE { two_columns(body, focus, rows) } else { three_columns(body) }
}

/// Places the panes of a broken brief.
pub fn of_broken(body: Area) -> Option<Columns> {
    let [left, right] = split(body, [25, 75]);
    Some(vec![
        column(left, &[(BRIEFS, Share::Rest(1))])?,
        column(right, &[(PROBLEMS, Share::Rest(1))])?,
    ])
}

fn three_columns(body: Area) -> Option<Columns> {
    let [left, middle, right] = split(body, [22, 39, 39]);
    Some(vec![
        column(left, &[(BRIEFS, Share::Rest(1)), (OFFICIALS, Share::Rest(1))])?,
        column(middle, &[(CLAIMS, Share::Rest(3)), (ASKS, Share::Rest(2))])?,
        column(right, &[(QUOTES, Share::Rest(1)), (SOURCE, Share::Rest(1))])?,
    ])
}

/// Returns the rows of the first column. The lists of briefs and officials are one row high until
/// they have the focus.
fn two_columns(body: Area, focus: Pane, rows: [usize; 2]) -> Option<Columns> {
    let [left, right] = split(body, [50, 50]);
    // Five borders, and the rows that the other three panes need.
    let open = (body.height / 3).min(body.height.saturating_sub(5 + 6));
    let small = |pane, rows: usize| {
        let most = if focus == pane { open } else { 1 };
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        (pane, Share::Rows(rows.clamp(1, most.max(1))))
    };
    let [briefs, officials] = rows;
    Some(vec![
        column(
            left,
            &[
                small(BRIEFS, briefs),
                small(OFFICIALS, officials),
                (CLAIMS, Share::Rest(3)),
                (ASKS, Share::Rest(2)),
            ],
        )?,
        column(right, &[(QUOTES, Share::Rest(1)), (SOURCE, Share::Rest(1))])?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::layout::{Layout, Wanted};

    fn arrange(columns: u16, rows: u16, focus: Pane) -> Layout {
        let place = |body| of_sound(body, focus, [3, 9]);
        let (zoomed, overlay, prompting) = (false, None, false);
        Layout::arrange(columns, rows, &Wanted { focus, zoomed, place: &place, overlay, prompting })
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
