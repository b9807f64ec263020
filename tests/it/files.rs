//! The built program and the file system as it is: what is no file, links, faults while writing, and
//! many runs at once. `docs/reliability.md` lists the promises.

mod marks;
mod names;
mod reading;
mod writing;
