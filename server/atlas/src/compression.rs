//! Compression of what is kept, and so compressed once for many who ask.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What brotli looks back at, as a power of two: 4 MiB.
const WINDOW: i32 = 22;

/// Bytes compressed with brotli, at a quality from 0 to 11.
#[must_use]
pub fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    // Reading from memory and writing to it does not fail.
    let _ = ::brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters);
    compressed
}

/// Bytes compressed with gzip, at a level from 0 to 9.
#[must_use]
pub fn gzip(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_is_read_back() {
        let text = "zorgcoördinator ".repeat(5_000).into_bytes();
        let mut read = Vec::new();
        let packed = gzip(&text, 6);
        flate2::read::GzDecoder::new(&*packed)
            .read_to_end(&mut read)
            .unwrap();
        assert_eq!(read, text);
        let mut read = Vec::new();
        ::brotli::BrotliDecompress(&mut &*brotli(&text, 5), &mut read).unwrap();
        assert_eq!(read, text);
        assert!(packed.len() < text.len() / 100);
    }
}
