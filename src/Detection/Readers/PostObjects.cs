using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>The posts of one JSON value, whatever it is: a post, an event of a stream, a page.</summary>
sealed class PostObjects(ReadingOptions options)
{
    static readonly ByteNames<PostName> Known = new(
        (PostName.Id, "id"), (PostName.IdText, "id_str"), (PostName.Uri, "uri"), (PostName.Did, "did"), (PostName.Author, "user account author"), (PostName.AuthorId, "author_id"),
        (PostName.CreatedAt, "created_at createdAt"), (PostName.SeenMicros, "time_us"), (PostName.SeenAt, "time"), (PostName.Text, "text full_text"), (PostName.Content, "content"),
        (PostName.Extended, "extended_tweet"), (PostName.Language, "lang language"), (PostName.Languages, "langs"), (PostName.Source, "source"), (PostName.Application, "application"),
        (PostName.Repost, "retweeted_status reblog"), (PostName.Subject, "subject"), (PostName.ReplyTo, "in_reply_to_status_id_str in_reply_to_id"), (PostName.Reply, "reply"),
        (PostName.QuoteId, "quoted_status_id_str"), (PostName.References, "referenced_tweets"), (PostName.Entities, "entities"), (PostName.Facets, "facets"), (PostName.Embed, "embed"),
        (PostName.Same, "commit record payload"), (PostName.Collection, "collection"), (PostName.Key, "rkey"), (PostName.Operation, "operation"), (PostName.Kind, "kind"),
        (PostName.Inside, "data statuses tweets posts feed post"),
        (PostName.Control, "delete limit scrub_geo warning status_withheld user_withheld disconnect errors meta"));

    readonly List<Reading<Post>> _steps = [];
    bool _isControl;
    bool _isPage;
    long _line;

    /// <summary>What the last value gave.</summary>
    public IReadOnlyList<Reading<Post>> Steps => _steps;

    public void Read(ReadOnlySpan<byte> json, long line)
    {
        _steps.Clear();
        (_line, _isControl, _isPage) = (line, false, false);
        try
        {
            var reader = new Utf8JsonReader(json.TrimEnd(" \t\r,"u8));
            reader.Read();
            ReadValue(ref reader);
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            _steps.Clear();
            _steps.Add(new(line, null, new(line, ReadingCode.BrokenJson)));
            return;
        }

        if (_steps.Count == 0)
        {
            _steps.Add(new(line, null, new(line, _isControl || _isPage ? ReadingCode.ControlMessage : ReadingCode.UnknownObject)));
        }
    }

    void ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject)
        {
            var draft = new PostDraft(options);
            draft.Clear(_line);
            ReadObject(ref reader, draft);
            Keep(draft);
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            _isPage = true;
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                ReadValue(ref reader);
            }
        }
    }

    void Keep(PostDraft draft)
    {
        // Only posts and reposts of Bluesky's stream are posts; its likes, follows and deletions are not.
        if (draft.Collection is { } collection && (collection is not ("app.bsky.feed.post" or "app.bsky.feed.repost") || draft.Operation is not ("create" or "update" or null)))
        {
            _isControl = true;
            return;
        }

        var post = draft.ToPost(mustBe: draft.Text is not null && (draft.Id ?? draft.AccountId) is not null);
        if (post is null && !draft.Notes.Any(n => n.Code is ReadingCode.Incomplete))
        {
            return;
        }

        foreach (var note in draft.Notes)
        {
            _steps.Add(new(_line, null, note));
        }

        if (post is not null)
        {
            _steps.Add(new(_line, post, null));
        }
    }

    void ReadObject(ref Utf8JsonReader reader, PostDraft draft)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? null : Known.Find(reader.ValueSpan);
            reader.Read();
            switch (name)
            {
                case null: reader.Skip(); break;
                case PostName.Inside: _isPage = true; ReadValue(ref reader); break;
                case PostName.Control or PostName.Kind: _isControl = true; reader.Skip(); break;
                case PostName.Same or PostName.Extended when reader.TokenType is JsonTokenType.StartObject: ReadObject(ref reader, draft); break;
                case PostName.Same or PostName.Extended: reader.Skip(); break;
                default: PostProperties.Read(ref reader, name.Value, draft); break;
            }
        }
    }
}
