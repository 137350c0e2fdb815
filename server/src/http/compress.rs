//! Which answers are compressed on their way to a client.

use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{
    DefaultPredicate, NotForContentType, Predicate, SizeAbove,
};

use super::graphql::respond::is_kept;
use super::publish;
use rendering::sheet::Format;

/// Shorter answers are sent as they are, in bytes.
pub(super) const SHORTEST: u64 = 1024;

/// Compresses what a client takes compressed and is worth it: not sheets and
/// workbooks, which are compressed in themselves, nor answers that are kept, for
/// which that was done once where they shrink.
pub(super) fn layer() -> CompressionLayer<impl Predicate> {
    let kinds = [
        Format::Pdf.media_type(),
        Format::Docx.media_type(),
        publish::WORKBOOK,
    ];
    let [pdf, docx, xlsx] = kinds.map(NotForContentType::const_new);
    let computed =
        |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| !is_kept(headers);
    let worth = DefaultPredicate::new()
        .and(SizeAbove::new(SHORTEST))
        .and(computed);
    CompressionLayer::new().compress_when(worth.and(pdf).and(docx).and(xlsx))
}
