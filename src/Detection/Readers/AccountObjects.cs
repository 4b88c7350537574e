using System.Text.Json;

namespace Beffroi.Detection;

/// <summary>The accounts of one JSON value, whatever it is: an account, a post with its author, a page of them.</summary>
sealed class AccountObjects(ReadingOptions options)
{
    static readonly ByteNames<AccountName> Known = new(
        (AccountName.Id, "id user_id accountId"), (AccountName.IdText, "id_str"), (AccountName.ScreenName, "screen_name"), (AccountName.Username, "username"),
        (AccountName.Acct, "acct"), (AccountName.Did, "did"), (AccountName.Handle, "handle"), (AccountName.Name, "name"), (AccountName.DisplayName, "display_name displayName accountDisplayName"), (AccountName.Network, "network platform"),
        (AccountName.CreatedAt, "created_at createdAt"), (AccountName.ObservedAt, "probe_at observed_at crawled_at"), (AccountName.Retrieved, "retrieved_at"),
        (AccountName.Posts, "statuses_count tweet_count postsCount posts_count"), (AccountName.Followers, "followers_count followersCount"), (AccountName.Friends, "friends_count"),
        (AccountName.Following, "following_count followsCount"), (AccountName.Favourites, "favourites_count like_count favorites_count"), (AccountName.Listed, "listed_count"),
        (AccountName.Metrics, "public_metrics"), (AccountName.Verified, "verified"), (AccountName.DefaultProfile, "default_profile"), (AccountName.DefaultImage, "default_profile_image"),
        (AccountName.ImageAddress, "profile_image_url avatar"), (AccountName.Background, "profile_use_background_image"), (AccountName.Protected, "protected locked"),
        (AccountName.Geo, "geo_enabled"), (AccountName.DeclaredBot, "bot"), (AccountName.Language, "lang"), (AccountName.Location, "location"), (AccountName.Url, "url"),
        (AccountName.Description, "description"), (AccountName.Note, "note"), (AccountName.Label, "label is_bot"), (AccountName.Labels, "labels"), (AccountName.Verification, "verification"),
        (AccountName.Set, "dataset set"), (AccountName.Subset, "subset"), (AccountName.Text, "text full_text content record"), (AccountName.Timestamp, "timestamp_ms"), (AccountName.Twarc, "__twarc"),
        (AccountName.Person, "user author account"), (AccountName.Kind, "kind"),
        (AccountName.Inside, "data includes users profiles followers follows actors accounts statuses tweets posts feed post retweeted_status quoted_status reblog quote"),
        (AccountName.Control, "delete limit scrub_geo warning status_withheld user_withheld disconnect errors meta"));

    readonly List<Reading<AccountRecord>> _steps = [];
    readonly List<AccountDraft> _found = [];
    readonly Stack<AccountDraft> _free = new();
    readonly HashSet<ulong> _seen = [];
    DateTimeOffset? _observed;
    bool _isControl;
    long _line;

    /// <summary>What the last value gave.</summary>
    public IReadOnlyList<Reading<AccountRecord>> Steps => _steps;

    public void Read(ReadOnlySpan<byte> json, long line)
    {
        _steps.Clear();
        _line = line;
        (_observed, _isControl) = (null, false);
        try
        {
            var reader = new Utf8JsonReader(json.TrimEnd(" \t\r,"u8));
            reader.Read();
            ReadValue(ref reader, isInside: false);
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            Drop();
            Problem(new(line, ReadingCode.BrokenJson));
            return;
        }

        Close();
    }

    void Close()
    {
        if (_found.Count == 0 && _steps.Count == 0)
        {
            Problem(new(_line, _isControl ? ReadingCode.ControlMessage : ReadingCode.UnknownObject));
        }

        foreach (var draft in _found)
        {
            draft.ObservedAt ??= _observed;
            var record = draft.ToRecord();
            foreach (var note in draft.Notes)
            {
                Problem(note);
            }

            if (draft.IsInside && draft.Id is { } id && !_seen.Add(Hash(record.Account.Network, id)))
            {
                Problem(new(_line, ReadingCode.Repeated));
                continue;
            }

            _steps.Add(new(_line, record, null));
        }

        Drop();
    }

    void Drop()
    {
        foreach (var draft in _found)
        {
            _free.Push(draft);
        }

        _found.Clear();
    }

    void Problem(ReadingProblem problem) => _steps.Add(new(_line, null, problem));

    static ulong Hash(Network network, string id)
    {
        var hash = 14695981039346656037UL + (ulong)network;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash ^ (hash >> 32);
    }

    void ReadValue(ref Utf8JsonReader reader, bool isInside)
    {
        if (reader.TokenType is JsonTokenType.StartObject)
        {
            ReadObject(ref reader, isInside);
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                ReadValue(ref reader, isInside);
            }
        }
    }

    void ReadObject(ref Utf8JsonReader reader, bool isInside)
    {
        var draft = _free.TryPop(out var free) ? free : new(options);
        draft.Clear(_line);
        draft.IsInside = isInside;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? null : Known.Find(reader.ValueSpan);
            reader.Read();
            if (name is { } known)
            {
                ReadProperty(ref reader, known, draft);
            }
            else
            {
                reader.Skip();
            }
        }

        if (draft.TellNetwork())
        {
            _found.Add(draft);
        }
        else
        {
            _free.Push(draft);
        }
    }

    void ReadProperty(ref Utf8JsonReader reader, AccountName name, AccountDraft draft)
    {
        switch (name)
        {
            case AccountName.Person or AccountName.Inside when reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray:
                ReadValue(ref reader, isInside: true);
                break;
            case AccountName.Timestamp:
                _observed = JsonValue.Instant(ref reader, draft, "timestamp_ms");
                break;
            case AccountName.Retrieved:
                _observed = JsonValue.Instant(ref reader, draft, "retrieved_at");
                break;
            case AccountName.Twarc or AccountName.Metrics when reader.TokenType is JsonTokenType.StartObject:
                draft.Signs |= name is AccountName.Metrics ? AccountSigns.PublicMetrics : AccountSigns.None;
                while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
                {
                    var inner = reader.ValueIsEscaped ? null : Known.Find(reader.ValueSpan);
                    reader.Read();
                    if (inner is AccountName.Posts or AccountName.Followers or AccountName.Following or AccountName.Favourites or AccountName.Listed or AccountName.Retrieved)
                    {
                        ReadProperty(ref reader, inner.Value, draft);
                    }
                    else
                    {
                        reader.Skip();
                    }
                }

                break;
            case AccountName.Control or AccountName.Kind:
                _isControl = true;
                reader.Skip();
                break;
            case AccountName.Person or AccountName.Inside or AccountName.Twarc or AccountName.Metrics:
                reader.Skip();
                break;
            default:
                AccountProperties.Read(ref reader, name, draft);
                break;
        }
    }
}
