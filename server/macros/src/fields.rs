//! The fields of an object, as what plans and writes them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, Lit, LitStr, Meta, Result, Type};

/// A field that is answered directly.
pub struct DirectField {
    /// As the schema names it.
    pub name: String,
    /// The type of what is written.
    pub result: Type,
    /// The types of its arguments.
    pub argument_types: Vec<Type>,
    /// What reads each argument of `asked`.
    pub argument_readers: Vec<TokenStream>,
    /// What gives the value, of `self`, `run` and the arguments `a0`, `a1`, ...
    pub value: TokenStream,
}

/// The implementations of `Direct` and `DirectObject` for a type.
pub fn implementation(of: &Type, fields: &[DirectField]) -> TokenStream {
    let plans = fields.iter().enumerate().map(|(place, field)| {
        let DirectField {
            name,
            result,
            argument_readers,
            ..
        } = field;
        quote! {
            #name => {
                let arguments = (#(#argument_readers,)*);
                asked.field::<#result, _>(#place, arguments)
            }
        }
    });
    let writers = fields.iter().enumerate().map(|(place, field)| {
        let types = &field.argument_types;
        let names = (0..types.len()).map(argument_name);
        let value = &field.value;
        quote! {
            #place => {
                let (#(#names,)*) = field.arguments::<(#(#types,)*)>()?;
                crate::direct::Direct::write(#value, field.inner(), run)
            }
        }
    });
    quote! {
        #[allow(clippy::all, clippy::pedantic, unused_variables)]
        const _: () = {
            impl crate::direct::DirectObject for #of {
                fn plan_field(
                    name: &str,
                    asked: &crate::direct::Asked<'_>,
                ) -> ::core::result::Result<
                    crate::direct::Planned,
                    crate::direct::NotDirect,
                > {
                    match name {
                        #(#plans)*
                        _ => ::core::result::Result::Err(crate::direct::NotDirect),
                    }
                }

                fn write_field(
                    &self,
                    field: &crate::direct::Planned,
                    run: &mut crate::direct::Run<'_>,
                ) -> ::core::result::Result<(), crate::direct::NotDirect> {
                    match field.place() {
                        #(#writers)*
                        _ => ::core::result::Result::Err(crate::direct::NotDirect),
                    }
                }
            }

            impl crate::direct::Direct for #of {
                fn plan(
                    asked: &crate::direct::Asked<'_>,
                ) -> ::core::result::Result<
                    crate::direct::Plan,
                    crate::direct::NotDirect,
                > {
                    crate::direct::Plan::of_object::<Self>(asked)
                }

                fn write(
                    &self,
                    plan: &crate::direct::Plan,
                    run: &mut crate::direct::Run<'_>,
                ) -> ::core::result::Result<(), crate::direct::NotDirect> {
                    plan.write_object(self, run)
                }
            }
        };
    }
}

/// The name that the argument in a place has in what is made.
pub fn argument_name(place: usize) -> syn::Ident {
    quote::format_ident!("a{place}")
}

/// The name in the schema of what Rust calls so.
pub fn schema_name(ident: &syn::Ident) -> String {
    let ident = ident.to_string();
    let mut words = ident.trim_start_matches("r#").split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// A setting of `#[graphql(...)]`.
pub enum Setting {
    /// Alone, as in `skip`.
    Flag(String),
    /// With a value, as in `name = "where"`.
    Value(String, Expr),
}

/// The settings in all `#[graphql(...)]` of an item.
pub fn settings(attributes: &[Attribute]) -> Result<Vec<Setting>> {
    let mut found = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident("graphql") {
            continue;
        }
        let Meta::List(_) = &attribute.meta else {
            continue;
        };
        attribute.parse_nested_meta(|meta| {
            let name = meta.path.get_ident().map(ToString::to_string);
            let name = name.unwrap_or_default();
            found.push(if meta.input.peek(syn::Token![=]) {
                Setting::Value(name, meta.value()?.parse()?)
            } else {
                Setting::Flag(name)
            });
            Ok(())
        })?;
    }
    Ok(found)
}

/// The text that an expression is, when it is text.
pub fn text_of(value: &Expr) -> Option<LitStr> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}
