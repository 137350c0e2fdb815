//! Objects of the GraphQL schema, written once and answered in two ways.
//!
//! async-graphql answers each field in a future of its own and keeps what it
//! says as a value until the answer is whole. Most fields wait for nothing. So
//! these macros make of one definition what async-graphql wants, and an
//! implementation of `DirectObject` that writes fields straight into the answer.

mod argument;
mod fields;
mod method;
mod object;
mod simple;

use proc_macro::TokenStream;
use syn::{DeriveInput, ItemImpl, parse_macro_input};

/// In the place of `#[Object]` on an `impl` block, with the same settings.
/// Fields that wait for nothing are written as `fn`, and those that wait as
/// `async fn`; only the former are answered directly.
#[proc_macro_attribute]
pub fn direct_object(settings: TokenStream, block: TokenStream) -> TokenStream {
    let block = parse_macro_input!(block as ItemImpl);
    object::expand(&settings.into(), block)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Beside `SimpleObject`: the same fields, answered directly.
#[proc_macro_derive(DirectObject, attributes(graphql))]
pub fn derive_direct_object(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    simple::expand(&item)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
