//! An object whose fields are methods.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItem, ItemImpl, Result};

use crate::fields::implementation;
use crate::method::Method;

pub fn expand(settings: &TokenStream, block: ItemImpl) -> Result<TokenStream> {
    let of = &*block.self_ty;
    let attributes = &block.attrs;
    let mut asynchronous = Vec::new();
    let mut plain = Vec::new();
    let mut fields = Vec::new();
    for item in block.items {
        match item {
            ImplItem::Fn(method) if method.sig.asyncness.is_none() => {
                let method = Method::of(method)?;
                asynchronous.push(method.asynchronous);
                plain.push(method.plain);
                fields.extend(method.field);
            }
            other => asynchronous.push(quote!(#other)),
        }
    }
    let direct = implementation(of, &fields);
    Ok(quote! {
        #(#attributes)*
        #[::async_graphql::Object(#settings)]
        impl #of {
            #(#asynchronous)*
        }

        // A field has the shape that async-graphql gives it, whatever it uses.
        #[allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps, clippy::unused_self)]
        impl #of {
            #(#plain)*
        }

        #direct
    })
}
