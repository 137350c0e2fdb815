//! Answers that are kept until the next change, so that what many ask is
//! computed, written and compressed once.
//!
//! What tells one answer from another is all that it depends on: the question as
//! it was written, the revision, the day, and who asks. What somebody with an
//! account was told is kept for them alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use quick_cache::sync::{Cache, DefaultLifecycle, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

use super::question_text::QuestionText;
use crate::http::compress::SHORTEST;
use crate::http::files::encoding::Encoding;
use atlas::compression;
use graphql::AnswerText;

/// Questions of more bytes than this are not kept: few ask the same.
pub(in crate::http) const LONGEST_QUESTION: usize = 16 * 1024;
/// An answer is kept when it takes no more than this part of the whole.
const LARGEST_PART: u64 = 4;
/// Bytes that an entry takes beside its answer.
const ENTRY: u64 = 512;
/// What many ask is worth more work than what one asks.
const BROTLI_QUALITY: i32 = 5;
const GZIP_LEVEL: u32 = 6;

/// What tells one answer from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::http) struct AnswerKey([u8; 32]);

impl AnswerKey {
    /// Of a question, asked in an edition: the revision, the day and who asks.
    pub(in crate::http) fn of(edition: &str, question: &QuestionText) -> Self {
        let mut hash = Sha256::new();
        for part in [
            edition,
            &question.document,
            question.operation.as_deref().unwrap_or("\0"),
            &question.variables,
            &question.extensions,
        ] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// An answer that is kept, in the encodings that were asked for.
#[derive(Debug)]
pub(in crate::http) struct KeptAnswer {
    body: Bytes,
    brotli: OnceCell<Option<Bytes>>,
    gzip: OnceCell<Option<Bytes>>,
}

impl KeptAnswer {
    pub(in crate::http) fn new(text: AnswerText) -> Self {
        let mut body = text.into_bytes();
        body.shrink_to_fit();
        Self {
            body: body.into(),
            brotli: OnceCell::new(),
            gzip: OnceCell::new(),
        }
    }

    /// As it was written.
    pub(in crate::http) fn identity(&self) -> &Bytes {
        &self.body
    }

    /// Whether it is sent as it was written, whatever the client takes.
    pub(in crate::http) fn is_plain(&self, encoding: Encoding) -> bool {
        encoding == Encoding::Identity || (self.body.len() as u64) < SHORTEST
    }

    /// The place of an encoding, which is filled once for all who ask.
    pub(in crate::http) fn place(&self, encoding: Encoding) -> &OnceCell<Option<Bytes>> {
        match encoding {
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli | Encoding::Identity => &self.brotli,
        }
    }

    /// Compresses it. What does not become half as large is sent as it is, so
    /// that all encodings together take twice the answer at most.
    pub(in crate::http) fn compress(&self, encoding: Encoding) -> Option<Bytes> {
        let mut packed = match encoding {
            Encoding::Gzip => compression::gzip(&self.body, GZIP_LEVEL),
            Encoding::Brotli | Encoding::Identity => {
                compression::brotli(&self.body, BROTLI_QUALITY)
            }
        };
        packed.shrink_to_fit();
        (packed.len() <= self.body.len() / 2).then(|| packed.into())
    }

    /// Bytes that it takes with all encodings, at most.
    fn weight(&self) -> u64 {
        weight(self.body.len())
    }
}

fn weight(bytes: usize) -> u64 {
    u64::try_from(bytes)
        .unwrap_or(u64::MAX)
        .saturating_mul(2)
        .saturating_add(ENTRY)
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<AnswerKey, Arc<KeptAnswer>> for Bytewise {
    fn weight(&self, _: &AnswerKey, kept: &Arc<KeptAnswer>) -> u64 {
        kept.weight()
    }
}

type Answers = Cache<AnswerKey, Arc<KeptAnswer>, Bytewise>;

/// The place of an answer that is being computed; who asks the same waits for it.
pub(in crate::http) struct AnswerPlace<'a> {
    guard: PlaceholderGuard<
        'a,
        AnswerKey,
        Arc<KeptAnswer>,
        Bytewise,
        DefaultHashBuilder,
        DefaultLifecycle<AnswerKey, Arc<KeptAnswer>>,
    >,
    largest: u64,
}

impl AnswerPlace<'_> {
    /// Keeps an answer, unless it takes too much of all that is kept.
    pub(in crate::http) fn keep(self, body: AnswerText) -> Result<Arc<KeptAnswer>, AnswerText> {
        if weight(body.len()) > self.largest {
            return Err(body);
        }
        let kept = Arc::new(KeptAnswer::new(body));
        // A change may have emptied the place meanwhile.
        let _ = self.guard.insert(Arc::clone(&kept));
        Ok(kept)
    }
}

/// What is known of a question.
pub(in crate::http) enum Lookup<'a> {
    /// It was answered before.
    Hit(Arc<KeptAnswer>),
    /// Its answer has a place here.
    Miss(AnswerPlace<'a>),
    /// Its answer is not kept.
    Bypass,
}

/// The answers that are kept.
pub(in crate::http) struct AnswerCache {
    answers: Option<Answers>,
    revision: AtomicU64,
}

impl AnswerCache {
    /// Keeps so many bytes; with none nothing is kept.
    pub(in crate::http) fn new(bytes: u64) -> Self {
        let options = OptionsBuilder::new()
            // The largest answers take a good part of a shard.
            .shards(1)
            .estimated_items_capacity(1_000)
            .weight_capacity(bytes)
            .build();
        let answers = options.ok().filter(|_| bytes > 0).map(|options| {
            Cache::with_options(
                options,
                Bytewise,
                DefaultHashBuilder::default(),
                DefaultLifecycle::default(),
            )
        });
        Self {
            answers,
            revision: AtomicU64::new(0),
        }
    }

    /// Whether anything is kept at all.
    pub(in crate::http) fn is_on(&self) -> bool {
        self.answers.is_some()
    }

    /// Empties it when there is a later revision: nobody asks for what was any
    /// more.
    pub(in crate::http) fn follow(&self, revision: u64) {
        let before = self.revision.fetch_max(revision, Ordering::Relaxed);
        if before < revision
            && let Some(answers) = &self.answers
        {
            answers.clear();
        }
    }

    /// What is kept for a question; when somebody is computing that, it is waited
    /// for.
    pub(in crate::http) async fn look_up(&self, key: &AnswerKey) -> Lookup<'_> {
        let Some(answers) = &self.answers else {
            return Lookup::Bypass;
        };
        match answers.get_value_or_guard_async(key).await {
            Ok(kept) => Lookup::Hit(kept),
            Err(guard) => Lookup::Miss(AnswerPlace {
                guard,
                largest: answers.capacity() / LARGEST_PART,
            }),
        }
    }

    /// Bytes that all that is kept takes, at most.
    pub(in crate::http) fn weight(&self) -> u64 {
        self.answers.as_ref().map_or(0, Cache::weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(edition: &str, document: &str, variables: &str) -> AnswerKey {
        let question = QuestionText {
            document: document.into(),
            operation: None,
            variables: variables.into(),
            extensions: "".into(),
        };
        AnswerKey::of(edition, &question)
    }

    #[test]
    fn questions_that_differ_have_keys_that_differ() {
        let keys = [
            key("1", "{a}", ""),
            key("2", "{a}", ""),
            key("1", "{b}", ""),
            key("1", "{a}", "{\"a\":1}"),
            // Where one part ends belongs to it.
            key("1", "{a}{\"a\"", ":1}"),
            key("1{", "a}", ""),
        ];
        for (n, one) in keys.iter().enumerate() {
            assert!(keys[..n].iter().all(|other| other != one), "{n}");
        }
    }

    fn text(bytes: usize) -> AnswerText {
        "x".repeat(bytes).into()
    }

    async fn keep(cache: &AnswerCache, key: &AnswerKey, bytes: usize) -> bool {
        match cache.look_up(key).await {
            Lookup::Miss(place) => place.keep(text(bytes)).is_ok(),
            Lookup::Hit(_) | Lookup::Bypass => false,
        }
    }

    async fn has(cache: &AnswerCache, key: &AnswerKey) -> bool {
        matches!(cache.look_up(key).await, Lookup::Hit(_))
    }

    #[tokio::test]
    async fn what_is_kept_is_bounded_in_bytes() {
        let cache = AnswerCache::new(1024 * 1024);
        for n in 0..1_000 {
            assert!(keep(&cache, &key("1", &n.to_string(), ""), 10_000).await);
            assert!(cache.weight() <= 1024 * 1024);
        }
        assert!(cache.weight() > 512 * 1024);
        // One that is as large as a quarter of all is sent and forgotten.
        let large = key("1", "large", "");
        assert!(!keep(&cache, &large, 200_000).await);
        assert!(!has(&cache, &large).await);
    }

    #[tokio::test]
    async fn a_later_revision_empties_it() {
        let cache = AnswerCache::new(1024 * 1024);
        let question = key("1", "{a}", "");
        cache.follow(3);
        assert!(keep(&cache, &question, 100).await);
        cache.follow(3);
        assert!(has(&cache, &question).await);
        cache.follow(4);
        assert!(!has(&cache, &question).await);
        assert_eq!(cache.weight(), 0);
    }

    #[tokio::test]
    async fn with_no_bytes_nothing_is_kept() {
        let cache = AnswerCache::new(0);
        assert!(matches!(
            cache.look_up(&key("1", "{a}", "")).await,
            Lookup::Bypass
        ));
    }

    #[tokio::test]
    async fn what_several_ask_at_once_is_computed_once() {
        let cache = AnswerCache::new(1024 * 1024);
        let question = key("1", "{a}", "");
        let Lookup::Miss(place) = cache.look_up(&question).await else {
            panic!("nothing is kept yet");
        };
        let others = futures_util::future::join_all((0..8).map(|_| has(&cache, &question)));
        let (kept, others) = tokio::join!(async { place.keep(text(10)) }, others);
        assert!(kept.is_ok() && others.into_iter().all(|has| has));
    }

    #[tokio::test]
    async fn where_the_first_fails_the_next_computes() {
        let cache = AnswerCache::new(1024 * 1024);
        let question = key("1", "{a}", "");
        let Lookup::Miss(place) = cache.look_up(&question).await else {
            panic!("nothing is kept yet");
        };
        let (next, ()) = tokio::join!(keep(&cache, &question, 10), async { drop(place) });
        assert!(next && has(&cache, &question).await);
    }

    #[test]
    fn an_answer_that_hardly_shrinks_is_sent_as_it_is() {
        let mut noise = [0; 5_000];
        getrandom::fill(&mut noise).unwrap();
        // Six of eight bits.
        let noise: String = noise
            .iter()
            .map(|byte| char::from(b'0' + byte % 64))
            .collect();
        let noise = KeptAnswer::new(noise.into());
        assert_eq!(noise.compress(Encoding::Brotli), None);
        let text = KeptAnswer::new(text(5_000));
        assert!(text.compress(Encoding::Brotli).is_some());
        assert!(text.compress(Encoding::Gzip).is_some());
    }
}
