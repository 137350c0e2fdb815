//! An object whose fields are those of a struct.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Result, Type, parse_quote};

use crate::fields::{DirectField, Setting, implementation, schema_name, settings, text_of};

pub fn expand(item: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &item.data else {
        return Err(Error::new_spanned(item, "a struct has fields"));
    };
    let Fields::Named(named) = &data.fields else {
        return Err(Error::new_spanned(item, "the fields have names"));
    };
    for setting in settings(&item.attrs)? {
        if !matches!(setting, Setting::Value(key, _) if key == "name") {
            return Err(Error::new_spanned(item, "a setting that is not understood"));
        }
    }
    let mut fields = Vec::new();
    for field in &named.named {
        let Some(ident) = &field.ident else {
            continue;
        };
        let mut name = Some(schema_name(ident));
        for setting in settings(&field.attrs)? {
            name = match setting {
                Setting::Value(key, value) if key == "name" => {
                    text_of(&value).map(|text| text.value())
                }
                Setting::Value(key, _) if key == "deprecation" => name,
                _ => None,
            };
        }
        fields.extend(name.map(|name| DirectField {
            name,
            result: field.ty.clone(),
            argument_types: Vec::new(),
            argument_readers: Vec::new(),
            value: quote!(&self.#ident),
        }));
    }
    let ident = &item.ident;
    let of: Type = parse_quote!(#ident);
    Ok(implementation(&of, &fields))
}
