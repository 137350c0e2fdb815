//! Geometry for maps, as files whose address names their content.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::OnceLock;

use geodata::{Boundaries, Detail};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// A `TopoJSON` file of all municipalities of an edition, in RD New.
#[derive(Debug)]
pub struct MapFile {
    path: String,
    content: Vec<u8>,
    gzip: OnceLock<Vec<u8>>,
    brotli: OnceLock<Vec<u8>>,
}

impl MapFile {
    pub(in crate::atlas) fn new(date: Date, boundaries: &Boundaries, detail: Detail) -> Self {
        let content = boundaries.topojson(detail);
        let hash = Sha256::digest(&content);
        let hash = short_hash(&hash);
        let path = format!("/map/{date}/{}-{hash}.topojson", name(detail));
        Self {
            path,
            content,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The path at which it is served.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// The file, compressed with gzip on first use.
    #[must_use]
    pub fn gzip(&self) -> &[u8] {
        self.gzip.get_or_init(|| {
            let mut encoder =
                flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            // Writing to memory does not fail.
            let _ = encoder.write_all(&self.content);
            encoder.finish().unwrap_or_default()
        })
    }

    /// The file, compressed with brotli on first use.
    #[must_use]
    pub fn brotli(&self) -> &[u8] {
        self.brotli.get_or_init(|| {
            let mut compressed = Vec::new();
            let parameters = brotli::enc::BrotliEncoderParams {
                quality: 10,
                lgwin: 20,
                ..Default::default()
            };
            let mut content = self.content.as_slice();
            let _ = brotli::BrotliCompress(&mut content, &mut compressed, &parameters);
            compressed
        })
    }
}

/// The first eight bytes of a hash, in hexadecimal: enough to name a content.
pub(crate) fn short_hash(hash: &[u8]) -> String {
    hash.iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn name(detail: Detail) -> &'static str {
    match detail {
        Detail::National => "national",
        Detail::Regional => "regional",
        Detail::Full => "full",
    }
}
