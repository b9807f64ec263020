//! Memory for the threads that read briefs and go through them.

use std::hint::black_box;

/// Grows the heap of this thread at once by what it would grow by piece by piece, unless it has that room.
///
/// The allocator of glibc gives each thread a heap, which grows by a page whenever a small piece no longer fits
/// (`sysmalloc` in its `malloc/malloc.c`). Each time the thread takes the lock on all memory of the process, for
/// which those wait too that touch a page first. For one large piece the heap grows once, and it keeps the room
/// when that is given back; only the first such piece of a process comes from elsewhere. Other allocators have
/// no such heaps: with them, this does nothing.
pub fn grow_heap() {
    /// The bytes that the heap grows by at a time.
    const ROOM: usize = 1 << 20;
    if cfg!(all(target_os = "linux", target_env = "gnu")) {
        black_box(Vec::<u8>::with_capacity(ROOM));
    }
}
