//! An argument of a field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Pat, PatType, Result, Type};

use crate::fields::{Setting, schema_name, settings, text_of};

/// An argument that can be read by its name, its type and its default.
pub struct Argument {
    pub kind: Type,
    /// What reads it of `asked`.
    pub reader: TokenStream,
}

impl Argument {
    /// None when it has a setting that is not understood here.
    pub fn of(given: &PatType) -> Result<Option<Self>> {
        let Pat::Ident(pattern) = &*given.pat else {
            return Ok(None);
        };
        let kind = &*given.ty;
        let mut name = schema_name(&pattern.ident);
        let mut default = None;
        for setting in settings(&given.attrs)? {
            match setting {
                Setting::Value(key, _) if key == "desc" => {}
                Setting::Value(key, value) if key == "name" => match text_of(&value) {
                    Some(text) => name = text.value(),
                    None => return Ok(None),
                },
                Setting::Value(key, value) if key == "default_with" => match text_of(&value) {
                    Some(text) => {
                        let value: Expr = text.parse()?;
                        default = Some(quote!(#value));
                    }
                    None => return Ok(None),
                },
                Setting::Value(key, value) if key == "default" => {
                    default = Some(quote!(::core::convert::Into::into(#value)));
                }
                Setting::Flag(key) if key == "default" => {
                    default = Some(quote!(::core::default::Default::default()));
                }
                _ => return Ok(None),
            }
        }
        let default = default.map_or_else(
            || quote!(::core::option::Option::None),
            |value| quote!(::core::option::Option::Some(|| -> #kind { #value })),
        );
        Ok(Some(Self {
            kind: kind.clone(),
            reader: quote!(asked.argument::<#kind>(#name, #default)?),
        }))
    }
}
