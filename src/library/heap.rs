//! Memory for the threads that read briefs and go through them.

use std::hint::black_box;

/// The bytes that the heap of a thread grows by at a time.
const ROOM: usize = 1 << 20;

/// Grows the heap of this thread at once by what it would grow by piece by piece, unless it has that room.
///
/// The allocator of glibc gives each thread a heap, which grows by a page whenever a small piece no longer fits
/// (`sysmalloc` in its `malloc/malloc.c`). Each time the thread takes the lock on all memory of the process, for
/// which those wait too that touch a page first. For one large piece the heap grows once, and it keeps the room
/// when that is given back. Other allocators are asked for nothing that they would not give.
pub fn grow_heap() {
    black_box(Vec::<u8>::with_capacity(ROOM));
}
