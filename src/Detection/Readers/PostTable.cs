using System.Text;

namespace Beffroi.Detection;

/// <summary>Posts of a delimited file.</summary>
sealed class PostTable
{
    static readonly Dictionary<string, PostColumn> Known = ColumnNames.Table(
        (PostColumn.Id, "id tweet_id tweetid message_id post_id status_id content_id id_str uri"),
        (PostColumn.Author, "author_id user_id userid account_id external_author_id did"),
        (PostColumn.AuthorName, "author username user_screen_name screen_name handle"),
        (PostColumn.Created, "created_at tweet_time publish_date timestamp timestamp_share date created posted_at"),
        (PostColumn.Text, "text tweet_text content full_text message body"),
        (PostColumn.Language, "lang language tweet_language"),
        (PostColumn.RepostOf, "retweet_tweetid repost_id retweeted_status_id retweeted_id retweet_id"),
        (PostColumn.ReplyTo, "in_reply_to_tweetid reply_id in_reply_to_status_id in_reply_to_id"),
        (PostColumn.QuoteOf, "quoted_tweet_tweetid quoted_status_id quote_id"),
        (PostColumn.Source, "source tweet_client_name client"),
        (PostColumn.Urls, "urls expanded_urls links"));

    readonly CsvRecords _records;
    readonly PostColumn?[] _columns;
    readonly bool _isByName;
    readonly bool? _monthFirst;

    public PostTable(ByteWindow bytes, ReadingOptions options)
    {
        _records = new(bytes);
        _columns = ColumnNames.Meanings(_records.Header, Known, options);
        var names = _records.Header.Select(ColumnNames.Plain).ToHashSet(StringComparer.Ordinal);
        // The table of the Russian troll posts (Linvill and Warren, published by FiveThirtyEight): American dates, and numbers of authors that went through a float.
        var isTrolls = names.IsSupersetOf(["author", "publishdate", "content"]);
        _isByName = isTrolls || !_columns.Contains(PostColumn.Author);
        _monthFirst = options.MonthFirst ?? (isTrolls ? true : null);
        // Accounts have dates and names too: without a text, their counts tell them.
        var isOfAccounts = !_columns.Contains(PostColumn.Text) && names.Overlaps(["followerscount", "followercount", "followers", "statusescount", "friendscount", "tweetcount"]);
        IsOfPosts = !isOfAccounts && _columns.Contains(PostColumn.Created) && (_columns.Contains(PostColumn.Author) || _columns.Contains(PostColumn.AuthorName));
        HasId = _columns.Contains(PostColumn.Id);
    }

    /// <summary>Whether the header names posts: an author and a date.</summary>
    public bool IsOfPosts { get; }

    public bool HasId { get; }

    public long Line => _records.Line;

    public ReadingCode? Wrong => _records.Wrong;

    public bool Next() => _records.Next();

    public void Read(PostDraft draft)
    {
        draft.Clear(_records.Line);
        draft.MonthFirst = _monthFirst;
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { } column)
            {
                Set(draft, column, _records.Field(i), _records.Header[i]);
            }
        }

        draft.Id ??= HasId ? null : "";
    }

    void Set(PostDraft draft, PostColumn column, ReadOnlySpan<byte> text, string name)
    {
        switch (column)
        {
            case PostColumn.Id: draft.Id = draft.Identifier(text, name); break;
            case PostColumn.Author when !_isByName: draft.AccountId = draft.Identifier(text, name); break;
            case PostColumn.AuthorName when _isByName: draft.AccountId = Words(text); break;
            case PostColumn.Author or PostColumn.AuthorName: break;
            case PostColumn.Created: draft.CreatedAt = draft.Instant(text, name); break;
            case PostColumn.Text: draft.Text = text.IsEmpty ? "" : Words(text); break;
            case PostColumn.Language: draft.Language = Words(text); break;
            case PostColumn.RepostOf: draft.RepostOf = draft.Identifier(text, name); break;
            case PostColumn.ReplyTo: draft.ReplyTo = draft.Identifier(text, name); break;
            case PostColumn.QuoteOf: draft.QuoteOf = draft.Identifier(text, name); break;
            case PostColumn.Source: draft.Source = Words(text); break;
            case PostColumn.Urls: draft.Urls = Addresses(text); break;
        }
    }

    /// <summary>Addresses apart by spaces, bars or commas, in brackets and quotes or not. An empty field is no address, never an empty address.</summary>
    static List<string> Addresses(ReadOnlySpan<byte> text) => TextValue.IsAbsent(text) ? []
        : [.. Encoding.UTF8.GetString(text).Split([' ', '|', ',', '[', ']', '\'', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(a => a.Contains('.', StringComparison.Ordinal))];

    static string? Words(ReadOnlySpan<byte> text) => TextValue.IsAbsent(text, words: true) ? null : Encoding.UTF8.GetString(text);
}
