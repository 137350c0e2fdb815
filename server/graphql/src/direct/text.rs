//! The text of an answer in pieces: what is kept elsewhere, such as an outline,
//! is shared and not copied, and no text grows by being copied into a larger one.

use std::collections::VecDeque;
use std::io::{Error, Write};
use std::sync::Arc;

use bytes::Bytes;
use parking_lot::Mutex;

/// A piece becomes about so long before another begins.
const PIECE: usize = 64 * 1024;
/// The room that a piece has: what is written last may be longer.
const ROOM: usize = PIECE + PIECE / 16;
/// So many pieces that were sent are written to again. Left to the allocator,
/// each would stay with the thread that wrote it until that writes again.
const SPARE: usize = 256;
static SPARES: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());
/// A text that is shorter than this is copied: a piece costs more.
const WORTH_SHARING: usize = 4 * 1024;

/// Text in pieces, in order.
#[derive(Debug, Default)]
pub struct AnswerText {
    pieces: VecDeque<Bytes>,
    /// What is written now, behind the pieces.
    tail: String,
    /// Bytes of the pieces.
    before: usize,
}

impl AnswerText {
    /// Its length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.before + self.tail.len()
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where more is written.
    pub(super) fn tail(&mut self) -> &mut String {
        if self.tail.len() >= PIECE {
            self.end_piece();
            self.tail = empty_piece();
        }
        &mut self.tail
    }

    /// Puts text behind it.
    pub(super) fn push(&mut self, text: &str) {
        self.tail().push_str(text);
    }

    /// Puts text behind it that is kept elsewhere.
    pub(crate) fn share(&mut self, text: &Arc<str>) {
        if text.len() < WORTH_SHARING {
            self.push(text);
        } else {
            self.push_piece(Bytes::from_owner(SharedText(Arc::clone(text))));
        }
    }

    /// Puts a piece of another text behind it.
    pub(super) fn push_piece(&mut self, piece: Bytes) {
        if piece.len() < WORTH_SHARING
            && let Ok(text) = std::str::from_utf8(&piece)
        {
            return self.push(text);
        }
        self.end_piece();
        self.before += piece.len();
        self.pieces.push_back(piece);
    }

    fn end_piece(&mut self) {
        if self.tail.is_empty() {
            return;
        }
        let piece = std::mem::take(&mut self.tail).into_bytes();
        self.before += piece.len();
        self.pieces.push_back(match piece.capacity() {
            ROOM.. => Bytes::from_owner(WrittenPiece(piece)),
            _ => piece.into(),
        });
    }

    /// Its pieces, in order.
    #[must_use]
    pub fn into_pieces(mut self) -> VecDeque<Bytes> {
        self.end_piece();
        self.pieces
    }

    /// All of it in one piece.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        if self.pieces.is_empty() {
            return self.tail.into_bytes();
        }
        let mut all = Vec::with_capacity(self.len());
        for piece in &self.pieces {
            all.extend_from_slice(piece);
        }
        all.extend_from_slice(self.tail.as_bytes());
        all
    }
}

impl From<String> for AnswerText {
    fn from(text: String) -> Self {
        Self {
            tail: text,
            ..Self::default()
        }
    }
}

/// Text that is written to in parts that are text themselves, as those of
/// `serde_json` are.
impl Write for AnswerText {
    fn write(&mut self, part: &[u8]) -> Result<usize, Error> {
        self.push(std::str::from_utf8(part).map_err(Error::other)?);
        Ok(part.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

fn empty_piece() -> String {
    let spare = SPARES.lock().pop();
    let piece = spare.map(String::from_utf8).and_then(Result::ok);
    piece.unwrap_or_else(|| String::with_capacity(ROOM))
}

/// A piece whose room is used again.
struct WrittenPiece(Vec<u8>);

impl AsRef<[u8]> for WrittenPiece {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for WrittenPiece {
    fn drop(&mut self) {
        let mut room = std::mem::take(&mut self.0);
        // One that had to grow is not kept.
        if room.capacity() > 2 * ROOM {
            return;
        }
        room.clear();
        let mut spares = SPARES.lock();
        if spares.len() < SPARE {
            spares.push(room);
        }
    }
}

struct SharedText(Arc<str>);

impl AsRef<[u8]> for SharedText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_in_order() {
        let outline: Arc<str> = "o".repeat(WORTH_SHARING).into();
        let mut text = AnswerText::default();
        let mut expected = String::new();
        for n in 0..PIECE / 4 {
            let part = format!("{n};");
            text.push(&part);
            expected.push_str(&part);
        }
        for shared in [&outline, &"short".into()] {
            text.share(shared);
            expected.push_str(shared);
        }
        assert_eq!(text.len(), expected.len());
        // The outline is that one, and not a copy.
        let at = outline.as_ptr();
        let pieces = text.into_pieces();
        assert!(pieces.len() > 2 && pieces.iter().any(|piece| piece.as_ptr() == at));
        let mut joined = AnswerText::default();
        for piece in pieces {
            joined.push_piece(piece);
        }
        assert_eq!(joined.into_bytes(), expected.into_bytes());
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let mut text = AnswerText::default();
        assert!(text.write_all(&[0xff]).is_err());
        assert!(text.is_empty() && text.into_pieces().is_empty());
    }
}
