//! `topline import`, and `topline new --source` with files that are not plain text: the same invented
//! report in every kind of file, made here.

mod documents;
mod html;
mod mails;
#[cfg(feature = "pdf")]
mod pdfs;
mod program;
mod support;
mod transcripts;
