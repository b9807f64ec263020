//! `topline import`, and `topline new --source` with files that are not plain text: the same invented
//! report in every kind of file, made here.

mod html;
mod program;
mod support;
