namespace Beffroi.Detection;

/// <summary>A post while it is read.</summary>
sealed class PostDraft(ReadingOptions options) : RecordDraft(options)
{
    public string? Id;
    public string? AccountId;
    public DateTimeOffset? CreatedAt;
    public DateTimeOffset? SeenAt;
    public string? Text;
    public string? Language;
    public string? RepostOf;
    public string? ReplyTo;
    public string? QuoteOf;
    public string? Source;
    public List<string>? Urls;

    // Bluesky's stream: who, where, what was done.
    public string? Did;
    public string? Collection;
    public string? Key;
    public string? Operation;

    public void Clear(long line)
    {
        Start(line);
        (Id, AccountId, CreatedAt, SeenAt, Text, Language) = (null, null, null, null, null, null);
        (RepostOf, ReplyTo, QuoteOf, Source, Urls) = (null, null, null, null, null);
        (Did, Collection, Key, Operation) = (null, null, null, null);
    }

    /// <summary>The post; null when it has no author, identifier or date, which is noted when <paramref name="mustBe"/>.</summary>
    public Post? ToPost(bool mustBe)
    {
        if (Did is not null && Collection is not null && Key is not null)
        {
            (Id, AccountId) = ($"at://{Did}/{Collection}/{Key}", Did);
        }

        // Bluesky's date is the writer's own: the stream's is kept when it contradicts it.
        CreatedAt = CreatedAt is null || CreatedAt > SeenAt ? SeenAt ?? CreatedAt : CreatedAt;
        if (Id is null || AccountId is null || CreatedAt is not { } created)
        {
            if (mustBe)
            {
                Note(ReadingCode.Incomplete, null);
            }

            return null;
        }

        return new()
        {
            Id = Id,
            AccountId = AccountId,
            CreatedAt = created,
            Text = Text,
            Language = Language,
            RepostOf = RepostOf,
            ReplyTo = ReplyTo,
            QuoteOf = QuoteOf,
            Source = Source,
            Urls = Urls,
        };
    }
}
