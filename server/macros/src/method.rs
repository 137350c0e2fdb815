//! A field that is a method.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Error, FnArg, ImplItemFn, Pat, PatType, Result, ReturnType, Type};

use crate::argument::Argument;
use crate::fields::{DirectField, Setting, argument_name, schema_name, settings, text_of};

/// A method that waits for nothing, as the three that are made of it.
pub struct Method {
    /// It itself, by another name.
    pub plain: ImplItemFn,
    /// What async-graphql is given, which calls it.
    pub asynchronous: TokenStream,
    /// What plans and writes it; none when it has settings that are not
    /// understood here.
    pub field: Option<DirectField>,
}

impl Method {
    pub fn of(given: ImplItemFn) -> Result<Self> {
        let name = given.sig.ident.clone();
        let plain_name = format_ident!("__direct_{name}");
        let ReturnType::Type(_, result) = &given.sig.output else {
            return Err(Error::new_spanned(&given.sig, "a field has a value"));
        };
        let typed: Vec<&PatType> = given.sig.inputs.iter().filter_map(typed).collect();
        let passed = typed.iter().map(|argument| &argument.pat);
        let attributes = given.attrs.iter();
        let told = attributes.filter(|one| {
            let path = one.path();
            path.is_ident("doc") || path.is_ident("graphql")
        });
        let inputs = &given.sig.inputs;
        let asynchronous = quote! {
            #(#told)*
            #[allow(clippy::too_many_arguments, clippy::unused_async)]
            async fn #name(#inputs) -> #result {
                self.#plain_name(#(#passed),*)
            }
        };
        let field = direct_field(&given, &typed, result, &plain_name)?;
        let mut plain = given;
        plain.sig.ident = plain_name;
        plain.attrs.retain(|one| !one.path().is_ident("graphql"));
        for input in &mut plain.sig.inputs {
            if let FnArg::Typed(argument) = input {
                argument.attrs.clear();
            }
        }
        Ok(Self {
            plain,
            asynchronous,
            field,
        })
    }
}

fn direct_field(
    given: &ImplItemFn,
    typed: &[&PatType],
    result: &Type,
    plain_name: &syn::Ident,
) -> Result<Option<DirectField>> {
    let mut name = schema_name(&given.sig.ident);
    for setting in settings(&given.attrs)? {
        match setting {
            Setting::Value(key, value) if key == "name" => match text_of(&value) {
                Some(text) => name = text.value(),
                None => return Ok(None),
            },
            Setting::Value(key, _) if key == "deprecation" => {}
            _ => return Ok(None),
        }
    }
    let mut argument_types = Vec::new();
    let mut argument_readers = Vec::new();
    let mut passed = Vec::new();
    for argument in typed {
        if is_context(argument) {
            passed.push(quote!(run.context()));
            continue;
        }
        let Some(read) = Argument::of(argument)? else {
            return Ok(None);
        };
        let place = argument_name(argument_types.len());
        passed.push(quote!(::core::clone::Clone::clone(#place)));
        argument_types.push(read.kind);
        argument_readers.push(read.reader);
    }
    Ok(Some(DirectField {
        name,
        result: result.clone(),
        argument_types,
        argument_readers,
        value: quote!(&self.#plain_name(#(#passed),*)),
    }))
}

fn typed(input: &FnArg) -> Option<&PatType> {
    match input {
        FnArg::Typed(argument) => Some(argument),
        FnArg::Receiver(_) => None,
    }
}

/// Whether an argument is the context of async-graphql.
fn is_context(argument: &PatType) -> bool {
    let Type::Reference(reference) = &*argument.ty else {
        return false;
    };
    let Type::Path(path) = &*reference.elem else {
        return false;
    };
    let last = path.path.segments.last();
    matches!(&*argument.pat, Pat::Ident(_))
        && last.is_some_and(|last| last.ident.to_token_stream().to_string() == "Context")
}
